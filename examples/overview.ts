/** Shows who did what in AWS Glue from log files of your own: a table of all calls, and details of the special ones. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeRecords, isCallTo, isFailed, isGlueRecord, issuesOf, memberOf, type NonconformingRecord, recordOf } from 'glue-trail'
import { outcomeOf, sourceOf, whatOf, whoOf } from './describe.js'
import { type Colour, type Column, escaped, type Row, type Screen, tableLines, wrapped } from './screen.js'
import { type Special, specialOf } from './special.js'

interface Call {
  readonly time: string
  readonly cells: ReadonlyArray<string>
  readonly failed: boolean
  readonly special: Special | undefined
}

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'UTC', cut: 'end', least: 8 },
  { head: 'who', cut: 'middle', least: 20 },
  { head: 'API', cut: 'end', least: 17 },
  { head: 'what', cut: 'middle', least: 16 },
  { head: 'outcome', cut: 'end', least: 14 },
  { head: 'from', cut: 'end', least: 13 },
]
const PAUSE = 20 * 60_000
const SHOWN = 5

const say = (line = ''): void => console.log(line)

/** Prints the calls in a file or a folder; with `all`, calls of the other services too. */
export function overview(path: string, screen: Screen, all: boolean): void {
  // 1. Read the records, and keep only the members that the table shows.

  const calls: Array<Call> = []
  const deletions: Array<Call> = []
  const others = new Map<string, number>()
  const unreadable: Array<string> = []
  const count = { files: 0, records: 0, glue: 0, Right: 0, Both: 0, Left: 0 }

  for (const file of filesBelow(path)) {
    const records = recordsIn(file)
    count.files++
    if (records === undefined) unreadable.push(file)
    for (const { result } of decodeRecords(records ?? [])) {
      count.records++
      count[result._tag]++
      const record = recordOf(result)
      if (record === undefined) continue
      const special = specialOf(record, issuesOf(result))
      // By name, not by shape: a nonconforming record must not get lost here.
      const glue = isGlueRecord(record)
      const service = typeof record.eventSource === 'string' ? (record.eventSource.split('.')[0] ?? '') : 'Insights'
      if (glue) count.glue++
      else others.set(service, (others.get(service) ?? 0) + 1)
      const call = callOf(record, glue ? '' : service, special)
      if (glue || special !== undefined || all) calls.push(call)
      if (isCallTo('DeleteTable')(record)) deletions.push(call)
    }
  }
  const byTime = (a: Call, b: Call): number => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)
  calls.sort(byTime)
  deletions.sort(byTime)

  // 2. Who did what. Consecutive calls that look the same share a line.

  const special = calls.filter((call) => call.special !== undefined)
  const numberOf = new Map(special.map((call, i) => [call, `[${i + 1}]`]))
  const rows: Array<Row> = []
  let before: Call | undefined
  for (const { call, times } of runsOf(calls)) {
    const date = call.time.slice(0, 10)
    if (date !== before?.time.slice(0, 10)) rows.push({ cells: [''] }, { cells: [escaped(date)], colour: 'bold' })
    else if (Date.parse(call.time) - Date.parse(before.time) > PAUSE) rows.push({ cells: [''] })
    before = call
    const [who = '', api = '', what = '', outcome = '', from = ''] = call.cells
    const marked = call.special === undefined ? outcome : `${numberOf.get(call)} ${outcome}`
    const cells = [escaped(call.time.slice(11, 19)), who, times > 1 ? `${times}x ${api}` : api, what, marked, from]
    rows.push({ cells, colour: colourOf(call) })
  }
  for (const line of tableLines(COLUMNS, rows, screen)) say(line)

  // 3. Who deleted tables? Selected by name, so that denied, omitted and nonconforming calls are included.

  if (deletions.length > 0) say(`\n${screen.colours.bold("Who deleted tables? isCallTo('DeleteTable')")}`)
  for (const { time, cells, failed } of deletions.slice(0, SHOWN)) {
    const answer = `${escaped(time.slice(11, 19))} ${cells[0]}: ${cells[2]}, ${failed ? `not deleted: ${cells[3]}` : 'deleted'}`
    for (const line of wrapped(answer, screen.width, '    ', '      ')) say(line)
  }
  if (deletions.length > SHOWN) say(`    and ${deletions.length - SHOWN} more`)

  // 4. Details of the special records.

  if (special.length > 0) say(`\n${screen.colours.bold('Special records, all of them kept')}`)
  for (const title of new Set(special.map((call) => call.special?.title))) {
    const alike = special.filter((call) => call.special?.title === title)
    for (const call of alike.slice(0, SHOWN)) {
      const head = `${numberOf.get(call)} ${call.cells[1]} by ${call.cells[0]}: ${title}`
      for (const line of wrapped(head, screen.width, '', '    ')) say(screen.colours.yellow(line))
      for (const detail of call.special?.lines ?? []) for (const line of wrapped(escaped(detail), screen.width, '    ', '      ')) say(line)
    }
    if (alike.length > SHOWN) say(`    and ${alike.length - SHOWN} more of this kind`)
  }

  // 5. The totals, which include every record.

  const services = [...others].sort((a, b) => b[1] - a[1]).map(([service, n]) => `${escaped(service)} ${n}`)
  const rest = services.length === 0 ? '' : ` (${services.join(', ')})`
  for (const sum of [
    '',
    `Files: ${count.files}, records: ${count.records}, from Glue: ${count.glue}, others: ${count.records - count.glue - count.Left}${rest}.`,
    `Right, matches its model: ${count.Right}. Both, does not match: ${count.Both}. Left, not a record: ${count.Left}.`,
    ...unreadable.map((file) => `Not JSON, gzipped or not: ${escaped(file)}`),
    '',
    'Next: read README.md, or try a log file or a folder of your own:',
    'npx tsx examples/demo.ts PATH (with --all for the other services too)',
  ]) {
    for (const line of wrapped(sum, screen.width)) say(line)
  }
}

function callOf(record: NonconformingRecord, service: string, special: Special | undefined): Call {
  const name = typeof record.eventName === 'string' ? `:${record.eventName}` : ''
  const cells = [whoOf(record), service === '' ? name.slice(1) : service + name, whatOf(record), outcomeOf(record), sourceOf(record)]
  const time = typeof record.eventTime === 'string' ? record.eventTime : ''
  return { time, cells: cells.map(escaped), failed: isFailed(record), special }
}

/** Groups consecutive calls of one day that look the same; special ones get a row each. */
function runsOf(calls: ReadonlyArray<Call>): ReadonlyArray<{ readonly call: Call; readonly times: number }> {
  const runs: Array<{ call: Call; times: number }> = []
  const keyOf = ({ time, cells, special }: Call): string => JSON.stringify([time.slice(0, 10), cells, special])
  for (const call of calls) {
    const last = runs.at(-1)
    if (last !== undefined && call.special === undefined && keyOf(last.call) === keyOf(call)) last.times++
    else runs.push({ call, times: 1 })
  }
  return runs
}

function filesBelow(path: string): ReadonlyArray<string> {
  if (!existsSync(path)) {
    console.error(`no such file or folder: ${escaped(path)}`)
    process.exit(1)
  }
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.json(\.gz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Returns the values of `Records`, or the whole file as one value. Errors of JSON.parse quote the file, so they are not passed on. */
function recordsIn(path: string): ReadonlyArray<unknown> | undefined {
  try {
    const bytes = readFileSync(path)
    const json = (path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: 2 ** 28 }) : bytes).toString('utf8')
    const parsed: unknown = JSON.parse(json)
    const records: unknown = memberOf(parsed, 'Records')
    return Array.isArray(records) ? records : [parsed]
  } catch {
    return undefined
  }
}

function colourOf(call: Call): Colour | undefined {
  if (call.special !== undefined) return 'yellow'
  if (call.failed) return 'red'
  // Most calls are reads; changes should stand out.
  return /^(Get|BatchGet|List|Search)/.test(call.cells[1] ?? '') ? 'dim' : undefined
}
