/**
 * `from`: the first moment, inclusive.
 *
 * @module
 */
import { type Field, predicateOf, read } from '../field.js'
import { readTime, spanOf, timeGap } from '../span.js'

/** Calls at this time or later. */
export const from: Field = (field, value, { now }) => {
  const time = readTime(field, value, now)
  if (time._tag === 'Left') return time
  const first = time.right
  return read(
    predicateOf(
      field,
      (record) => {
        const span = spanOf(record)
        if (span !== undefined && span.start >= first) return 'YES'
        return span !== undefined && span.end <= first ? 'NO' : timeGap(record)
      },
      { from: first },
    ),
  )
}
