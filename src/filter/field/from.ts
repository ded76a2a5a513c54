/**
 * `from`: the first moment, inclusive.
 *
 * @module
 */
import { type Field, read } from '../field.js'
import { readTime, spanOf } from '../span.js'

/** What happened at this time or later. */
export const from: Field = (value, { now }) => {
  const time = readTime('from', value, now)
  if (time._tag === 'Left') return time
  const first = time.right
  return read({
    test: (record) => {
      const span = spanOf(record)
      if (span === undefined) return 'UNKNOWN'
      if (span.start >= first) return 'YES'
      return span.end <= first ? 'NO' : 'UNKNOWN'
    },
    index: { from: first },
  })
}
