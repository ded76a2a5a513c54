/**
 * `to`: the first moment that is too late.
 *
 * @module
 */
import { type Field, read, refused } from '../field.js'
import { readTime, spanOf } from '../span.js'

/** What happened before this time. */
export const to: Field = (value, { fields, now }) => {
  const time = readTime('to', value, now)
  if (time._tag === 'Left') return time
  const end = time.right
  const first = fields.from === undefined ? undefined : readTime('from', fields.from, now)
  if (first?._tag === 'Right' && first.right >= end) {
    return refused({ code: 'EMPTY_RANGE', field: 'to', expected: 'a time after from', received: 'none after it' })
  }
  return read({
    test: (record) => {
      const span = spanOf(record)
      if (span === undefined) return 'UNKNOWN'
      if (span.start >= end) return 'NO'
      return span.end <= end ? 'YES' : 'UNKNOWN'
    },
    index: { to: end },
  })
}
