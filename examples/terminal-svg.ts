/**
 * Draws terminal output as an SVG with real characters: colours and weights follow the escape sequences, each run
 * starts at its column.
 */

/** One run of characters in one style. */
interface Run {
  readonly column: number
  readonly text: string
  readonly style: string
}

/** The styles that the demo uses, by the numbers that start and end them. */
const BEGINS: Readonly<Record<string, string>> = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' }
const ENDS: Readonly<Record<string, ReadonlyArray<string>>> = {
  0: Object.values(BEGINS),
  22: ['bold', 'dim'],
  39: ['red', 'green', 'yellow', 'cyan'],
}

const COLUMN = 8.4
const LINE = 20
const SIDE = 20
const BAR = 40

const STYLE = `
    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d7dbe0; white-space: pre }
    .bold { font-weight: 700; fill: #fff } .dim { fill: #8b949e } .red { fill: #ff8f85 } .green { fill: #7ee2a0 } .yellow { fill: #f2cc60 }
    .cyan { fill: #6fd3e8 } .name { fill: #8b949e; text-anchor: middle }`

/**
 * Returns a picture of `text` with the given number of columns, `name` in its title bar, and `says` as its description.
 */
export function terminalSvg(
  content: string,
  { columns, name, says }: { readonly columns: number; readonly name: string; readonly says: string },
): string {
  const lines = content.replace(/\n+$/, '').split('\n')
  const active = new Set<string>()
  const width = Math.ceil(columns * COLUMN) + 2 * SIDE
  const height = BAR + lines.length * LINE + SIDE
  const strings = lines.flatMap((line, i) => runsOf(line, active).map((run) => textOf(run, BAR + (i + 1) * LINE - 6)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${safe(says)}">
  <style>${STYLE}
  </style>
  <rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="#161b22" stroke="#484f58"/>
  <circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>
  <text class="name" x="${width / 2}" y="25">${safe(name)}</text>
${strings.join('\n')}
</svg>
`
}

/** Returns the runs of a line; a style that is not ended continues in the next line. */
function runsOf(line: string, active: Set<string>): ReadonlyArray<Run> {
  const runs: Array<Run> = []
  let column = 0
  // Every second part is the number of an escape sequence.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
  line.split(/\u001b\[(\d*)m/).forEach((part, i) => {
    if (i % 2 === 1) {
      const begun = BEGINS[part]
      if (begun !== undefined) active.add(begun)
      else for (const ended of ENDS[part || '0'] ?? []) active.delete(ended)
      return
    }
    // Spaces of a table only move the position at which the next run starts.
    for (const match of part.matchAll(/\S+(?: \S+)*/g)) {
      runs.push({ column: column + match.index, text: match[0], style: [...active].join(' ') })
    }
    column += part.length
  })
  return runs
}

/** Stretches a run to its columns, so that tables are aligned in any font. */
function textOf({ column, text: content, style }: Run, y: number): string {
  const named = style === '' ? '' : ` class="${style}"`
  const place = `x="${fixed(SIDE + column * COLUMN)}" y="${y}" textLength="${fixed(content.length * COLUMN)}"`
  return `  <text${named} ${place}>${safe(content)}</text>`
}

const fixed = (length: number): string => String(Math.round(length * 10) / 10)

const safe = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
