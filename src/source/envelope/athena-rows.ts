/**
 * Rows of AWS's documented Athena table over CloudTrail's log files: as objects, as clients that map rows give them, or
 * as `GetQueryResults` answers them.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { memberOf } from '../../event/member-of.js'
import { missingColumn, recordOfColumns } from './column.js'
import { type Envelope, isBatch, itemsOf, objectIn, type Steps } from './envelope.js'

/** One of these is in every row that is of use. */
const COLUMNS = [
  'eventsource',
  'eventname',
  'eventid',
  'eventtime',
  'eventversion',
  'useridentity',
  'requestparameters',
  'responseelements',
]

/** Whether a value is a row under the table's names. */
export const isRow = (u: unknown): boolean => isObject(u) && COLUMNS.some((name) => Object.hasOwn(u, name))

type Row = Iterable<readonly [string, unknown]>

const cellsOf = (row: unknown): ReadonlyArray<unknown> => itemsOf(row, ['Data']).items.map((cell) => memberOf(cell, 'VarCharValue'))

/** How to select a structure so that it can be read. */
const castOf = (column: string): string => `select json_format(CAST(${column} AS JSON)) AS ${column}, or read the log files instead`

/** The rows of a result: the first row of the first page holds the names. */
function rowsOf(result: unknown): { readonly rows: ReadonlyArray<Row>; readonly first: number; readonly names: ReadonlyArray<string> } {
  const { items } = itemsOf(result, ['Rows'])
  const columns = itemsOf(memberOf(result, 'ResultSetMetadata'), ['ColumnInfo']).items.map((column) => memberOf(column, 'Name'))
  const head = cellsOf(items[0])
  const names = (columns.length > 0 ? columns : head).map((name, i) => (typeof name === 'string' ? name : String(i)))
  const first = head.length > 0 && head.every((cell, i) => cell === names[i]) ? 1 : 0
  return { names, first, rows: items.slice(first).map((row) => cellsOf(row).map((cell, i) => [names[i] ?? String(i), cell] as const)) }
}

export const athenaRows: Envelope = {
  kind: 'ATHENA_ROWS',
  is: (u) => isRow(u) || isBatch(u, isRow, []) || objectIn(u, 'ResultSet') !== undefined,
  open: (u, into) => {
    into.message()
    into.records([])
    const restore = (row: Row, steps: Steps): void => {
      const record = recordOfColumns(row, steps, into, castOf)
      if (record !== undefined) into.records([record])
    }
    if (Array.isArray(u)) {
      u.forEach((row: unknown, i) => {
        if (isObject(row)) restore(Object.entries(row), [i])
        else into.broken('UNKNOWN_ENVELOPE', [i], 'a row', 'something else')
      })
    } else if (isRow(u)) restore(Object.entries(u as object), [])
    else {
      const { names, rows, first } = rowsOf(memberOf(u, 'ResultSet'))
      const missing = missingColumn(names)
      if (rows.length > 0 && missing !== undefined) into.broken('LOSSY_SOURCE', ['ResultSet'], 'the columns of a record', missing)
      else for (const [i, row] of rows.entries()) restore(row, ['ResultSet', 'Rows', i + first])
    }
    return []
  },
}
