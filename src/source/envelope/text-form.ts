/**
 * Strings that are not JSON as a whole and still hold records: several documents, one a line, a prefix before each, or
 * CSV. What holds none is named.
 *
 * @module
 */
import { csvRowsIn } from './csv.js'
import { type JsonDocument, jsonDocumentsIn } from './json-documents.js'
import { parseValue } from './json-value.js'

/** A value found in a string: where it is, and the value, or why there is none. */
export interface FoundValue {
  /** The index of the document, line or row. */
  readonly index: number
  /** A value to open; `undefined` if this part cannot be read. */
  readonly value: unknown
  /** The string that the value was parsed from. */
  readonly json: string
}

/** What a string holds: values, or a name for what it is instead. */
export type TextForm = { readonly values: Iterable<FoundValue> } | { readonly received: string }

/** `aws logs tail` prints a time and the stream's name before each message, with `--format short` a time alone. */
const TAIL = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)? (?:[^\s{]{1,512} )?(?=[{[])/

/** The first line of CSV: names of columns and commas. */
const HEADER = /^\uFEFF?"?@?[\w.-][\w .@-]{0,99}"?(?:,"?@?[\w.-][\w .@-]{0,99}"?){0,99}\r?\n/

/** The column in which Insights exports the message. */
const MESSAGE = '@message'

/** A dictionary of Python, printed. */
const SINGLE_QUOTED = /^[[{]\s{0,99}\{?\s{0,99}'/

/** What a log shipper writes before each record. */
const PREFIXED = /^[^\n{]{1,200}\{"/

/** Returns what a string holds that `JSON.parse` refuses. */
export function formOf(content: string): TextForm {
  if (content.trim() === '') return { received: 'nothing' }
  const documents = jsonDocumentsIn(content)
  if (documents !== undefined) return { values: numbered(documents, content) }
  if (some(linesOf(content), ({ line }) => isContent(parseValue(line)?.value))) return { values: valuesOf(linesOf(content)) }
  return (HEADER.test(content.slice(0, 4096)) ? csvForm(content) : undefined) ?? { received: kindOfText(content) }
}

function* numbered(documents: Iterable<JsonDocument>, content: string): Generator<FoundValue, void, undefined> {
  let index = 0
  for (const { value, at, end } of documents) yield { index: index++, value, json: content.slice(at, end) }
}

function* valuesOf(lines: Iterable<Line>): Generator<FoundValue, void, undefined> {
  for (const { line, index } of lines) yield { index, value: parseValue(line)?.value, json: line }
}

/** Insights exports its columns as CSV; the message is a record as JSON. */
function csvForm(content: string): TextForm | undefined {
  const rows = csvRowsIn(content)
  const { value: head, done } = rows.next()
  if (done === true) return undefined
  const column = head.indexOf(MESSAGE)
  if (column >= 0) return { values: cellsOf(rows, column) }
  const names = new Set(head.map((name) => name.toLowerCase()))
  if (names.has('event name') && names.has('event time'))
    return { received: "the console's CSV, which has no records: download JSON instead" }
  if (names.has('eventname') && names.has('eventsource'))
    return { received: "Athena's CSV, which is not read: UNLOAD as JSON, with CAST(useridentity AS JSON), or read the log files instead" }
  return undefined
}

function* cellsOf(rows: Iterable<ReadonlyArray<string>>, column: number): Generator<FoundValue, void, undefined> {
  let index = 1
  for (const { [column]: json = '' } of rows) yield { index: index++, value: parseValue(json)?.value, json }
}

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

/** The lines of a string that are not blank, one at a time, without the prefix of `aws logs tail`. */
function* linesOf(content: string): Generator<Line, void, undefined> {
  let index = 0
  for (let at = 0; at < content.length; index++) {
    const end = content.indexOf('\n', at)
    const line = content.slice(at, end < 0 ? content.length : end).trim()
    if (line !== '') yield { line: line.slice(prefixOf(line)), index }
    at = end < 0 ? content.length : end + 1
  }
}

const prefixOf = (line: string): number => (line.startsWith('{') || line.startsWith('[') ? 0 : (TAIL.exec(line)?.[0].length ?? 0))

function some<A>(items: Iterable<A>, test: (item: A) => boolean): boolean {
  for (const item of items) if (test(item)) return true
  return false
}
