/**
 * Rows of CloudTrail Lake: the column `eventJson` is the whole record; the others are not.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { isRow } from './athena-rows.js'
import { isPayload, nameOfColumn, recordOfColumns } from './column.js'
import { type Envelope, isBatch, itemsOf } from './envelope.js'

type Columns = ReadonlyArray<readonly [string, unknown]>

/** A row as an object, or as `GetQueryResults` has it: a list of objects with one member each. */
function columnsOf(row: unknown): Columns | undefined {
  if (isObject(row)) return Object.entries(row)
  return Array.isArray(row) && row.length > 0 && row.every(isObject) ? row.flatMap((cell) => Object.entries(cell)) : undefined
}

const isJsonColumn = ([name]: readonly [string, unknown]): boolean => name.toLowerCase() === 'eventjson'

/** Lake's times, `2024-05-01 12:00:00.000`, as the record writes them. */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?: UTC)?$/

function isoTime(value: unknown): unknown {
  const [, day, time] = (typeof value === 'string' && value.length < 40 && TIME.exec(value)) || []
  return day === undefined ? value : `${day}T${time}Z`
}

const isJsonRow = (u: unknown): boolean => columnsOf(u)?.some(isJsonColumn) === true

/** A row under whichever case of the names the query had. */
const isAnyRow = (u: unknown): boolean => {
  const columns = columnsOf(u)
  return (
    columns !== undefined && (columns.some(isJsonColumn) || isRow(Object.fromEntries(columns.map(([name]) => [name.toLowerCase(), 0]))))
  )
}

const LISTS = ['QueryResultRows']

/** Flat rows look like records of streams: a row is Lake's by its `eventJson`, or by the result that holds it. */
export const lakeRows: Envelope = {
  kind: 'LAKE_ROWS',
  is: (u) => isJsonRow(u) || (Array.isArray(u) ? u.some(isJsonRow) : isBatch(u, isAnyRow, LISTS)),
  *open(u, into) {
    into.message()
    const { items, steps } = isAnyRow(u) ? { items: [u], steps: undefined } : itemsOf(u, LISTS)
    into.records([])
    for (const [i, row] of items.entries()) {
      const at = steps === undefined ? [] : [...steps, i]
      const columns = columnsOf(row)
      const json = columns?.find(isJsonColumn)
      if (columns === undefined) into.broken('UNKNOWN_ENVELOPE', at, 'a row', 'something else')
      else if (json !== undefined) yield into.inner(json[1], [...at, 'eventJson'])
      else {
        into.remark('LOSSY_SOURCE', at, 'the column eventJson', 'flat columns')
        // Maps of strings and Lake's own form of structures would look like payloads, but are not.
        const flat = columns.filter(([name]) => !isPayload(nameOfColumn(name)))
        const record = recordOfColumns(
          flat.map(([name, value]) => [name, isoTime(value)] as const),
          at,
          into,
          () => 'select eventJson',
        )
        if (record !== undefined) into.records([record])
      }
    }
  },
}
