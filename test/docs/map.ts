/** Draws the folder map from the layers that `test/architecture.test.ts` enforces. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SUBPATHS, type Subpath, specifierOf } from '../../subpaths.js'
import { LAYERS } from '../support/layers.js'
import { ROOT, textOf } from './markdown.js'

/** Returns the name of a subpath on the map. */
const folderOf = ({ name }: Subpath): string => (name === 'index' ? 'index.ts' : name)

/** A folder of `src` and its number. */
export interface Folder {
  readonly name: string
  readonly layer: number
}

/** Returns the enforced layers, without folders that do not exist yet. */
export const enforcedFolders = (): ReadonlyArray<Folder> =>
  Object.entries(LAYERS)
    .map(([name, layer]) => ({ name, layer }))
    .filter(({ name }) => existsSync(join(ROOT, 'src', name)))

/** The table of CONTRIBUTING. */
export const listedFolders = (): ReadonlyArray<Folder> =>
  [...textOf('CONTRIBUTING.md').matchAll(/^\| (\d+) +\| `src\/([\w./-]+)` /gm)].map(([, layer, name = '']) => ({
    name,
    layer: Number(layer),
  }))

/** The line below a folder's name. */
const SUBTITLES: Readonly<Record<string, string>> = {
  cli: 'the command glue-trail',
  ...Object.fromEntries(SUBPATHS.map((subpath) => [folderOf(subpath), `${specifierOf(subpath)}: ${subpath.about}`])),
  filter: 'three-valued predicates',
  insight: 'answers: who, what, why, history',
  event: 'record families, decodeRecord, guards',
  generated: 'every API and the record, by the generator',
  scalar: 'account ids, ARNs, timestamps',
  codec: 'compiled checks and the collector, over io-ts',
}

const [WIDTH, LEFT, ROW, BOX, GAP] = [960, 44, 62, 50, 10]

/** White text in blue boxes is readable on light and on dark pages. */
const STYLE =
  'rect{fill:#2f5d8a}text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}.n{font-size:15px;font-weight:600;fill:#fff}.s{font-size:12px;fill:#fff}.l{font-size:14px;fill:#808890}.a{stroke:#808890;stroke-width:1.5;fill:none}'

/** Average width of a character of a subtitle. */
const CHARACTER = 6.2

/** A subtitle that fits its box: a subpath's import name is left out first, then the characters are narrowed. */
function subtitleOf(name: string, width: number, x: string, y: number): string {
  const full = SUBTITLES[name] ?? ''
  const fits = (line: string): boolean => line.length * CHARACTER < width - GAP
  const line = fits(full) ? full : full.replace(/^[^ ]+: /, '')
  const narrowed = fits(line) ? '' : ` textLength="${(width - GAP).toFixed(0)}" lengthAdjust="spacingAndGlyphs"`
  return `<text class="s" x="${x}" y="${y}"${narrowed}>${line}</text>`
}

/** Draws a row for each number, the largest on top, because imports point downwards. */
export function mapDrawing(folders: ReadonlyArray<Folder>): string {
  const layers = [...new Set(folders.map(({ layer }) => layer))].sort((a, b) => b - a)
  const height = layers.length * ROW + GAP
  const rows = layers.map((layer, row) => {
    const boxes = folders.filter((folder) => folder.layer === layer)
    const width = (WIDTH - LEFT - GAP * boxes.length) / boxes.length
    const y = GAP + row * ROW
    const drawn = boxes.map(({ name }, i) => {
      const x = LEFT + i * (width + GAP)
      const middle = (x + width / 2).toFixed(1)
      const content = [`<text class="n" x="${middle}" y="${y + 21}">${name}</text>`, subtitleOf(name, width, middle, y + 39)]
      return `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BOX}" rx="5"/>${content.join('')}`
    })
    return `<text class="l" x="30" y="${y + 31}">${layer}</text>${drawn.join('')}`
  })
  const arrow = `<path class="a" d="M14 ${GAP + 6}V${height - 14}m-4-7 4 7 4-7"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" text-anchor="middle" aria-labelledby="title">
<title id="title">The folders of src by number. Each imports only from folders below it.</title>
<style>${STYLE}</style>
${arrow}
${rows.join('\n')}
</svg>
`
}
