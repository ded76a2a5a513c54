/** Tells the day of the example trail: chapter by chapter a table of its calls and what the library answers of them, then what to try next. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFilter, isGlueRecord, issuesOf, recordOf, viaOf } from 'glue-trail'
import { decodeFiles } from 'glue-trail/node'
import { type Row as CallRow, rowOf } from '../src/cli/row.js'
import { CHAPTERS, type Chapter, type Seen } from './chapters.js'
import { type Colour, type Column, escaped, type Row, type Screen, tableLines, wrapped } from './screen.js'

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'UTC', cut: 'end', least: 8 },
  { head: 'who', cut: 'middle', least: 18 },
  { head: 'API', cut: 'end', least: 16 },
  { head: 'what', cut: 'middle', least: 14 },
  { head: 'outcome', cut: 'end', least: 12 },
  { head: 'via', cut: 'end', least: 9 },
]

/** Commands that work from the folder of the repository, once it is built. */
const NEXT: ReadonlyArray<readonly [command: string, what: string]> = [
  ['node dist/cli.cjs history finance.ledger examples/trail', 'the life of a table'],
  ['node dist/cli.cjs summary examples/trail', 'who was busy, with what, and what failed'],
  ['node dist/cli.cjs decode examples/trail --denied', 'who was not allowed to do what'],
  ['node dist/cli.cjs describe StartJobRun', 'what is known of an API'],
  ['npm run demo -- examples/trail', 'all calls of the day; or PATH, with files of your own'],
]

const INDENT = '  '

/** Columns for the name of a function. */
const BY = 17

export async function tellStory(screen: Screen): Promise<void> {
  const { colours, width } = screen
  const say = (text: string, indent = '', others = indent): void => {
    for (const line of wrapped(text, width, indent, others)) console.log(line)
  }
  const all: Array<Seen> = []
  const count = { files: 0, Right: 0, Both: 0, Left: 0 }
  for await (const { entries } of decodeFiles([join(dirname(fileURLToPath(import.meta.url)), 'trail')])) {
    count.files++
    for (const { result } of entries) {
      count[result._tag]++
      const record = recordOf(result)
      if (record !== undefined) all.push({ record, issues: issuesOf(result) })
    }
  }
  all.sort((a, b) => timeOf(a) - timeOf(b))
  const calls = all.filter(({ record }) => isGlueRecord(record)).length

  console.log(colours.bold('A day in a data platform, as CloudTrail saw it'))
  say(`14 May 2024: ${count.files} log files with ${all.length} records, ${calls} of them calls of AWS Glue.`)
  for (const chapter of CHAPTERS) {
    const seen = seenIn(chapter, all)
    console.log(`\n${colours.bold(colours.cyan(chapter.title))}`)
    for (const line of tableLines(COLUMNS, seen.map(tableRow), { ...screen, width: width - INDENT.length }).slice(1))
      console.log(INDENT + line)
    for (const [by, text] of chapter.ask(seen, all)) {
      const lines = wrapped(escaped(text), width - INDENT.length - BY)
      lines.forEach((line, i) => {
        console.log(`${INDENT}${i === 0 ? colours.green(by.padEnd(BY)) : ' '.repeat(BY)}${line}`)
      })
    }
  }
  console.log()
  say(`Right, all of it matches: ${count.Right}. Both, kept and reported: ${count.Both}. Left, no record: ${count.Left}.`)
  console.log(`\n${colours.bold('Try next')}, after npm run build:`)
  const longest = Math.max(...NEXT.map(([command]) => command.length))
  for (const [command, what] of NEXT) {
    const line = `  ${command.padEnd(longest)}  `
    if (line.length + what.length <= width) console.log(`${colours.cyan(line)}${colours.dim(what)}`)
    else console.log(`${colours.cyan(line.trimEnd())}\n${colours.dim(`    ${what}`)}`)
  }
}

const timeOf = ({ record }: Seen): number => Date.parse(String(record.eventTime))

function seenIn({ about }: Chapter, all: ReadonlyArray<Seen>): ReadonlyArray<Seen> {
  const filter = compileFilter(about)
  if (filter._tag === 'Left') throw new Error('a chapter asks for what there is not')
  return all.filter(({ record }) => filter.right.test(record) === 'YES')
}

function tableRow({ record, issues }: Seen): Row {
  const row = rowOf({ record, issues, match: 'YES', bytes: new Uint8Array(0), file: '', index: 0 })
  const outcome = row.marks.length > 0 && !row.failed ? row.marks.join(', ') : row.outcome.replace(/Exception$/, '')
  const { kind } = viaOf(record)
  const via = kind === 'UNKNOWN' ? '' : kind.toLowerCase().replaceAll('_', '-')
  return { cells: [row.time, row.who, row.api, row.what, outcome, via], colour: colourOf(row) }
}

function colourOf({ marks, failed, read }: CallRow): Colour | undefined {
  if (failed) return 'red'
  if (marks.length > 0) return 'yellow'
  return read ? 'dim' : undefined
}
