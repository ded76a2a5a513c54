/**
 * Exports as the programs of AWS write them, made of example records: what `unwrap`, the readers and the command find
 * in each.
 */
import { exampleOf } from '../../src/example/example-of.js'
import { athenaRow, type Members } from './athena-row.js'
import { eventOf } from './envelope.js'
import { type FieldCase, STRUCTURE } from './field-cases.js'

/** A case whose content is not in a file. */
export interface OwnCase extends FieldCase {
  readonly content: string
}

const RECORDS = (['CreateTable', 'GetTable', 'DeleteTable'] as const).map((name, seed) => exampleOf(name, { seed }) as unknown as Members)
const STREAMS = ['123456789012_CloudTrail_eu-central-1', '123456789012_CloudTrail_eu-central-1_2']

/** Python's `json.dumps(value, indent=4)`. */
const indented = (value: unknown): string => JSON.stringify(value, null, 4).replace(/[^\0-\x7f]/g, escaped)
const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`

type Tail = (time: string, stream: string, message: string) => string

/** The formats of `aws logs tail`, by its source. */
const detailed: Tail = (time, stream, message) => `${time}.079060+00:00 ${stream} ${message}`
const short: Tail = (time, _, message) => `${time} ${message}`
/** Python's `isoformat` leaves out a fraction that is zero. A message that is not JSON is written as it is. */
const json: Tail = (time, stream, message) => {
  const head = `${time}${time.endsWith('0') ? '' : '.120000'}+00:00 ${stream}`
  return message.startsWith('{') ? `${head} \n${indented(JSON.parse(message))}` : `${head} ${message}`
}

const tailed = (format: Tail, messages: ReadonlyArray<unknown>): string =>
  messages
    .map((message, i) => {
      const content = typeof message === 'string' ? message : JSON.stringify(message)
      return `${format(`2024-05-14T16:00:0${i}`, STREAMS[i % 2] ?? '', content).trimEnd()}\n`
    })
    .join('')

/** A cell as Athena writes it: a value in quotes, nothing for a null. */
const cell = (value: unknown): string => (value == null ? '' : `"${String(value).replaceAll('"', '""')}"`)
const csvOf = (rows: ReadonlyArray<Members>): string => {
  const names = Object.keys(rows[0] ?? {})
  return [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))].map((line) => `${line.join(',')}\n`).join('')
}

/** The answer of `GetQueryResults`. */
const resultOf = (rows: ReadonlyArray<Members>): string => {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))]
  const Rows = lines.map((line) => ({ Data: line.map((value) => (value == null ? {} : { VarCharValue: value })) }))
  return indented({
    UpdateCount: 0,
    ResultSet: { Rows, ResultSetMetadata: { ColumnInfo: names.map((Name) => ({ Name, Type: 'varchar' })) } },
  })
}

const ROWS = RECORDS.map(athenaRow)

/** How Athena prints a structure. */
const printed = (value: unknown): unknown =>
  Array.isArray(value)
    ? `[${value.map(printed).join(', ')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.entries(value)
          .map(([name, inner]) => `${name}=${printed(inner)}`)
          .join(', ')}}`
      : value

/** What engines that name no members make of `CAST(... AS JSON)`. */
const nameless = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Object.values(value).map(nameless) : value)

const mapped = (change: (value: unknown) => unknown): ReadonlyArray<Members> =>
  ROWS.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'object' && value !== null ? change(value) : value]),
    ),
  )

const CAST = mapped(JSON.stringify)
const PRINTED = mapped(printed)
const NAMELESS = mapped((value) => JSON.stringify(nameless(value)))
const without = (column: string): ReadonlyArray<Members> => CAST.map(({ [column]: _, ...row }) => row)

const REFUSED: Pick<FieldCase, 'records' | 'status'> = { records: 0, status: 1 }
const NO_NAMES = STRUCTURE.replace('a structure as {name=value}', 'another string')
const structureAt = (received: string, ...paths: ReadonlyArray<string>): string =>
  paths.map((path) => `${path}.useridentity: expected a structure as JSON, received ${received}`).join('; ')
const lacks = (column: string): string => `received rows of Athena without the column ${column}: select it as well`

export const OWN_CASES: ReadonlyArray<OwnCase> = [
  { file: 'logs tail', records: 3, content: tailed(detailed, RECORDS) },
  { file: 'logs tail --format short', records: 3, content: tailed(short, RECORDS) },
  { file: 'logs tail --format json', records: 3, content: tailed(json, RECORDS) },
  {
    file: 'logs tail --format json, of EventBridge',
    records: 3,
    content: tailed(
      json,
      RECORDS.map((record) => eventOf(record)),
    ),
  },
  { file: 'logs tail --format json, on Windows', records: 3, content: tailed(json, RECORDS).replaceAll('\n', '\r\n') },
  {
    file: 'logs tail --format json, with another message',
    records: 3,
    status: 1,
    message: 'expected an object as JSON, received another string',
    unwrapped: '[1]: expected an object as JSON, received another string',
    content: tailed(json, [RECORDS[0], 'START of another program', RECORDS[1], RECORDS[2]]),
  },
  {
    file: 'logs tail --format json, ended within a message',
    records: 2,
    status: 1,
    message: 'expected an object as JSON, received another string',
    unwrapped: '[2]: expected an object as JSON, received another string',
    content: tailed(json, RECORDS).slice(0, -40),
  },
  { file: 'CSV of Athena, structures as JSON', records: 3, content: csvOf(CAST) },
  {
    file: 'CSV of Athena',
    ...REFUSED,
    message: `received ${STRUCTURE}`,
    unwrapped: structureAt(STRUCTURE, '[1]', '[2]', '[3]'),
    content: csvOf(PRINTED),
  },
  {
    file: 'CSV of Athena, structures without names',
    ...REFUSED,
    message: `received ${NO_NAMES}`,
    unwrapped: structureAt(NO_NAMES, '[1]', '[2]', '[3]'),
    content: csvOf(NAMELESS),
  },
  {
    file: 'CSV of Athena, cut within a cell',
    records: 2,
    status: 1,
    message: 'expected an object as JSON, received another string',
    unwrapped: '[3]: expected an object as JSON, received another string',
    content: csvOf(CAST).slice(0, -3),
  },
  ...['useridentity', 'errorcode', 'responseelements'].map((column) => ({
    file: `CSV of Athena without ${column}`,
    ...REFUSED,
    message: lacks(column),
    unwrapped: `expected JSON, ${lacks(column)}`,
    content: csvOf(without(column)),
  })),
  { file: 'GetQueryResults of Athena, structures as JSON', records: 3, content: resultOf(CAST) },
  {
    file: 'GetQueryResults of Athena',
    ...REFUSED,
    message: `received ${STRUCTURE}`,
    unwrapped: structureAt(STRUCTURE, ...[1, 2, 3].map((row) => `ResultSet.Rows[${row}]`)),
    content: resultOf(PRINTED),
  },
  {
    file: 'GetQueryResults of Athena without errorcode',
    ...REFUSED,
    message: lacks('errorcode'),
    unwrapped: `ResultSet: expected the columns of a record, ${lacks('errorcode')}`,
    content: resultOf(without('errorcode')),
  },
  { file: 'UNLOAD of Athena as JSON', records: 3, content: ROWS.map((row) => `${JSON.stringify(row)}\n`).join('') },
  {
    file: 'rows of Athena as a client returns them',
    ...REFUSED,
    message: `received ${STRUCTURE}`,
    unwrapped: structureAt(STRUCTURE, '[0]', '[1]', '[2]'),
    content: JSON.stringify(PRINTED),
  },
  { file: 'CSV of CloudTrail Lake', records: 3, content: csvOf(RECORDS.map((record) => ({ eventJson: JSON.stringify(record) }))) },
  {
    file: 'CSV of CloudTrail Lake, flat columns',
    ...REFUSED,
    message: 'received flat columns of CloudTrail Lake',
    unwrapped:
      'expected JSON, received flat columns of CloudTrail Lake, which are not read: select eventJson, or read the log files instead',
    content: csvOf(
      RECORDS.map(({ eventName, eventSource, userIdentity }) => ({ eventName, eventSource, userIdentity: printed(userIdentity) })),
    ),
  },
]
