/**
 * Strings that are not JSON as a whole and still hold records: several documents, one a line, a prefix before each, or
 * CSV. What holds none is named.
 *
 * @module
 */
import { isTable, missingColumn } from './column.js'
import { type CsvRow, csvRowsIn } from './csv.js'
import { type JsonDocument, jsonDocumentsIn } from './json-documents.js'
import { FEWER_VALUES, mostValues, parseValue } from './json-value.js'

/** A value found in a string: where it is, and the value, or why there is none. */
export interface FoundValue {
  /** The index of the document, line or row. */
  readonly index: number
  /** A value to open; `undefined` if this part cannot be read. */
  readonly value: unknown
  /** The string that the value was parsed from, if it was. */
  readonly json?: string
}

/** What a string holds: values, or a name for what it is instead. */
export type TextForm = { readonly values: Iterable<FoundValue> } | { readonly received: string }

/** `aws logs tail` prints a time and the stream's name before each message, with `--format short` a time alone. */
const TAIL = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)? (?:[^\s{]{1,512} )?(?=[{[])/

/** With `--format json`, a time and the stream's name are a line, and the JSON of the message is on lines below it. */
const TAIL_LINE = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}[+-]\d\d:\d\d [^\s{]{1,512}$/

/** How each event begins there. The JSON is indented: none of its lines begins so. */
const EVENT = /^\d{4}-\d\d-\d\dT/
const EVENT_LENGTH = 11

/** The first line of CSV: names of columns and commas. */
const HEADER = /^\uFEFF?"?@?[\w.-][\w .@-]{0,99}"?(?:,"?@?[\w.-][\w .@-]{0,99}"?){0,99}\r?\n/

/** The columns that hold a whole record: the message in exports of Insights, and `eventJson` of CloudTrail Lake. */
const WHOLE = /^(?:@message|eventjson)$/i

/** A dictionary of Python, printed. */
const SINGLE_QUOTED = /^[[{]\s{0,99}\{?\s{0,99}'/

/** What a log shipper writes before each record. */
const PREFIXED = /^[^\n{]{1,200}\{"/

/** Returns what a string holds that `JSON.parse` refuses. */
export function formOf(content: string): TextForm {
  if (content.trim() === '') return { received: 'nothing' }
  // Cells of one column, with quotes doubled, would be JSON strings in a row.
  const csv = HEADER.test(content.slice(0, 4096)) ? csvForm(content) : undefined
  if (csv !== undefined) return csv
  const documents = jsonDocumentsIn(content)
  if (documents !== undefined) return { values: numbered(documents, content) }
  if (some(linesOf(content), ({ line }) => isContent(parseValue(line)?.value))) return { values: valuesOf(linesOf(content)) }
  return { received: kindOfText(content) }
}

function* numbered(documents: Iterable<JsonDocument>, content: string): Generator<FoundValue, void, undefined> {
  let index = 0
  for (const { value, at, end } of documents) yield { index: index++, value, json: content.slice(at, end) }
}

function* valuesOf(lines: Iterable<Line>): Generator<FoundValue, void, undefined> {
  for (const { line, index } of lines) yield { index, ...parsed(line) }
}

/** Opens CSV with a column of whole records, or with the columns of Athena's table. */
function csvForm(content: string): TextForm | undefined {
  const [first] = csvRowsIn(content)
  if (first === undefined) return undefined
  const { fields: head } = first
  const column = head.findIndex((name) => WHOLE.test(name))
  if (column >= 0) return { values: csvValues(content, head, ({ fields }) => parsed(fields[column] ?? '')) }
  if (isTable(head)) {
    const received = missingColumn(head) ?? (hasTooManyCells(content) ? `rows with too many cells; expected ${FEWER_VALUES}` : undefined)
    return received === undefined ? { values: csvValues(content, head, (row) => ({ value: rowOf(head, row) })) } : { received }
  }
  const names = new Set(head.map((name) => name.toLowerCase()))
  if (names.has('event name') && names.has('event time'))
    return { received: "the console's CSV, which has no records: download JSON instead" }
  if (names.has('eventname') && names.has('eventsource'))
    return { received: 'flat columns of CloudTrail Lake, which are not read: select eventJson, or read the log files instead' }
  return undefined
}

/** A row of empty cells would be a record that takes much more memory than its commas. */
function hasTooManyCells(content: string): boolean {
  const most = mostValues(content.length)
  if (content.length <= most) return false
  let cells = 0
  return some(csvRowsIn(content), ({ fields }) => {
    cells += fields.length
    return cells > most
  })
}

/** The values of the rows below the head, of which joined files have several. */
function* csvValues(
  content: string,
  head: ReadonlyArray<string>,
  opened: (row: CsvRow) => Omit<FoundValue, 'index'>,
): Generator<FoundValue, void, undefined> {
  let index = 0
  for (const row of csvRowsIn(content)) {
    if (row.fields.length !== head.length || row.fields.some((field, i) => field !== head[i])) yield { index, ...opened(row) }
    index++
  }
}

const parsed = (json: string): Omit<FoundValue, 'index'> => ({ value: parseValue(json)?.value, json })

/** A row of a table as an object; `undefined` if it may have been cut. */
const rowOf = (head: ReadonlyArray<string>, { fields, isEnded }: CsvRow): unknown =>
  isEnded && fields.length === head.length ? Object.fromEntries(head.map((name, i) => [name, fields[i]])) : undefined

/** Names a string that holds no record, in words. */
function kindOfText(content: string): string {
  const start = content.slice(0, 4096)
  const first = start.trimStart()
  if (first.startsWith('//') || first.startsWith('/*')) return 'text with comments, which is not JSON'
  if (first.startsWith('{') || first.startsWith('['))
    return SINGLE_QUOTED.test(first) ? 'text with single quotes, which is not JSON' : 'another string'
  return PREFIXED.test(first) ? 'lines with text before the JSON' : 'another string'
}

/** Whether there may be something in a value. */
export const isContent = (value: unknown): boolean => typeof value === 'string' || (typeof value === 'object' && value !== null)

interface Line {
  readonly line: string
  readonly index: number
}

/**
 * The lines of a string that are not blank, one at a time, without the prefix of `aws logs tail`. An indented message
 * is one line.
 */
function* linesOf(content: string): Generator<Line, void, undefined> {
  let index = 0
  for (let at = 0; at < content.length; index++) {
    const end = endOfLine(content, at)
    const line = content.slice(at, end).trim()
    at = end
    if (TAIL_LINE.test(line)) {
      while (at < content.length && !EVENT.test(content.slice(at + 1, at + 1 + EVENT_LENGTH))) at = endOfLine(content, at + 1)
      yield { line: content.slice(end, at).trim(), index }
    } else if (line !== '') yield { line: line.slice(prefixOf(line)), index }
    at++
  }
}

function endOfLine(content: string, from: number): number {
  const end = content.indexOf('\n', from)
  return end < 0 ? content.length : end
}

const prefixOf = (line: string): number => (line.startsWith('{') || line.startsWith('[') ? 0 : (TAIL.exec(line)?.[0].length ?? 0))

function some<A>(items: Iterable<A>, test: (item: A) => boolean): boolean {
  for (const item of items) if (test(item)) return true
  return false
}
