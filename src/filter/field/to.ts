/**
 * `to`: the end, exclusive.
 *
 * @module
 */
import { type Field, predicateOf, read, refused } from '../field.js'
import { readTime, spanOf, timeGap } from '../span.js'

/** Calls before this time. */
export const to: Field = (field, value, { fields, now }) => {
  const time = readTime(field, value, now)
  if (time._tag === 'Left') return time
  const end = time.right
  const first = fields.from === undefined ? undefined : readTime('from', fields.from, now)
  if (first?._tag === 'Right' && first.right >= end) {
    return refused({ code: 'EMPTY_RANGE', field, expected: 'a time after from', received: 'none after it' })
  }
  return read(
    predicateOf(
      field,
      (record) => {
        const span = spanOf(record)
        if (span !== undefined && span.start >= end) return 'NO'
        return span !== undefined && span.end <= end ? 'YES' : timeGap(record)
      },
      { to: end },
    ),
  )
}
