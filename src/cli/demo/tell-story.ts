/**
 * Formats the story of the example trail: for each chapter, a table of its calls and what the library returns for them;
 * at the end, commands to try next.
 *
 * @module
 */
import { isGlueRecord } from '../../event/name-guards.js'
import { issuesOf, recordOf } from '../../event/result.js'
import { compileFilter } from '../../filter/filter.js'
import { eventTimeOf } from '../../insight/event-time.js'
import { viaOf } from '../../insight/via.js'
import { decodeFiles } from '../../node/decode-files.js'
import type { Colours } from '../colour.js'
import { escaped } from '../escape.js'
import { plural } from '../plural.js'
import { type Row, tableRow } from '../row.js'
import { type Column, columnWidths, tableLine } from '../table.js'
import { wrapped } from '../width.js'
import { CHAPTERS, type Chapter, type Seen } from './chapters.js'

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'time', cut: 'end', least: 8 },
  { head: 'actor', cut: 'middle', least: 18 },
  { head: 'api', cut: 'middle', least: 16 },
  { head: 'resource', cut: 'middle', least: 14 },
  { head: 'outcome', cut: 'end', least: 12 },
  { head: 'via', cut: 'end', least: 9 },
]

const INDENT = '  '

/** The width of the column of function names. */
const FUNCTION = 17

/** Decodes the log files in a folder and returns their story. */
export async function tellStory(
  folder: string,
  { width, colours }: { readonly width: number; readonly colours: Colours },
): Promise<string> {
  const all: Array<Seen> = []
  let files = 0
  for await (const { entries } of decodeFiles([folder])) {
    files++
    for (const { result } of entries) {
      const record = recordOf(result)
      if (record !== undefined) all.push({ record, issues: issuesOf(result) })
    }
  }
  all.sort((a, b) => (eventTimeOf(a.record) ?? 0) - (eventTimeOf(b.record) ?? 0))
  const calls = all.filter(({ record }) => isGlueRecord(record)).length
  const nonconforming = all.filter(({ issues }) => issues.length > 0).length
  const lines = [
    colours.bold('A day in a data platform, as CloudTrail recorded it'),
    ...wrapped(`14 May 2024: ${plural(files, 'log file')} with ${all.length} records, ${calls} of them from AWS Glue.`, width),
    ...wrapped(`Written to ${escaped(folder)}.`, width),
    ...CHAPTERS.flatMap((chapter) => ['', ...chapterLines(chapter, all, width, colours)]),
    '',
    ...wrapped(`Nonconforming records: ${nonconforming} of ${all.length}. They are kept and reported, like all others.`, width),
    '',
    `${colours.bold('Try next')}:`,
    ...nextLines(folder, width, colours),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function chapterLines(chapter: Chapter, all: ReadonlyArray<Seen>, width: number, colours: Colours): ReadonlyArray<string> {
  const seen = seenIn(chapter, all)
  const rows = seen.map(({ record, issues }) => tableRow({ record, issues, match: 'YES', bytes: new Uint8Array(0), file: '', index: 0 }))
  const cells = rows.map((row, i) => [row.time, row.actor, row.api, row.resource, row.outcome, viaIn(seen[i]?.record)])
  const widths = columnWidths(COLUMNS, cells, width - INDENT.length)
  return [
    colours.bold(colours.cyan(chapter.title)),
    ...rows.map((row, i) => INDENT + painted(row, colours)(tableLine(COLUMNS, widths, cells[i] ?? []))),
    ...chapter
      .ask(seen, all)
      .flatMap(([name, answer]) =>
        wrapped(escaped(answer), width - INDENT.length - FUNCTION).map(
          (line, i) => `${INDENT}${i === 0 ? colours.green(name.padEnd(FUNCTION)) : ' '.repeat(FUNCTION)}${line}`,
        ),
      ),
  ]
}

function nextLines(folder: string, width: number, colours: Colours): ReadonlyArray<string> {
  const where = escaped(folder)
  const next = [
    [`glue-trail history finance.ledger ${where}`, 'who created and changed a table'],
    [`glue-trail summary ${where}`, 'who was busy, with what, and what failed'],
    [`glue-trail decode ${where} --denied`, 'who was denied what'],
    ['glue-trail describe StartJobRun', 'what the package knows about an API'],
    ['glue-trail decode PATH', 'your own log files'],
  ] as const
  const longest = Math.max(...next.map(([command]) => command.length))
  return next.flatMap(([command, meaning]) => {
    const line = `${INDENT}${command.padEnd(longest)}  `
    return line.length + meaning.length <= width
      ? [colours.cyan(line) + colours.dim(meaning)]
      : [colours.cyan(INDENT + command), colours.dim(`${INDENT}${INDENT}${meaning}`)]
  })
}

function seenIn({ about }: Chapter, all: ReadonlyArray<Seen>): ReadonlyArray<Seen> {
  const filter = compileFilter(about)
  if (filter._tag === 'Left') throw new Error('invalid filter of a chapter')
  return all.filter(({ record }) => filter.right.test(record) === 'YES')
}

function viaIn(record: unknown): string {
  const { kind } = viaOf(record)
  return kind === 'UNKNOWN' ? '' : kind.toLowerCase().replaceAll('_', '-')
}

function painted({ marks, failed, read }: Row, colours: Colours): (content: string) => string {
  if (failed) return colours.red
  if (marks.length > 0) return colours.yellow
  return read ? colours.dim : String
}
