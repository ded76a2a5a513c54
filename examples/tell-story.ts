/** Prints the story of the example trail: for each chapter a table of its calls and what the library finds in them, then what to try next. */
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

/** Commands that work in the repository's root after a build. */
const NEXT: ReadonlyArray<readonly [command: string, what: string]> = [
  ['node dist/cli.cjs history finance.ledger examples/trail', 'the history of a table'],
  ['node dist/cli.cjs summary examples/trail', 'callers, APIs, resources and errors'],
  ['node dist/cli.cjs decode examples/trail --denied', 'denied calls'],
  ['node dist/cli.cjs describe StartJobRun', 'an API in detail'],
  ['npm run demo -- examples/trail', 'all calls of the day; or pass a PATH of your own'],
]

const INDENT = '  '

/** Width of a function's name. */
const BY = 17

export async function tellStory(screen: Screen): Promise<void> {
  const { colours, width } = screen
  const say = (paragraph: string, indent = '', others = indent): void => {
    for (const line of wrapped(paragraph, width, indent, others)) console.log(line)
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

  console.log(colours.bold('A day in a data platform, as logged by CloudTrail'))
  say(`14 May 2024: ${count.files} log files with ${all.length} records, ${calls} of them AWS Glue calls.`)
  for (const chapter of CHAPTERS) {
    const seen = seenIn(chapter, all)
    console.log(`\n${colours.bold(colours.cyan(chapter.title))}`)
    for (const line of tableLines(COLUMNS, seen.map(tableRow), { ...screen, width: width - INDENT.length }).slice(1))
      console.log(INDENT + line)
    for (const [by, answer] of chapter.ask(seen, all)) {
      const lines = wrapped(escaped(answer), width - INDENT.length - BY)
      lines.forEach((line, i) => {
        console.log(`${INDENT}${i === 0 ? colours.green(by.padEnd(BY)) : ' '.repeat(BY)}${line}`)
      })
    }
  }
  console.log()
  say(`Right, matches its model: ${count.Right}. Both, kept and reported: ${count.Both}. Left, not a record: ${count.Left}.`)
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
