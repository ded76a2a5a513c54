/**
 * Records ordered by time: files have them in no order.
 *
 * @module
 */
import { requireIterable } from '../codec/argument.js'
import { eventTimeOf } from './event-time.js'

/**
 * Returns records ordered by `eventTime`, aggregated ones by the start of their window. Records of the same second stay
 * in the order they came in, for CloudTrail has no finer times; those whose time cannot be read come last, in the order
 * they came in.
 *
 * @param records - Records of any kind; all are held in memory.
 * @returns The same records in a new list.
 *
 * @example
 * import { sortByTime } from 'glue-trail'
 *
 * const late = { eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:01Z' }
 * const early = { eventName: 'CreateTable', eventTime: '2024-05-01T12:00:00Z' }
 * assert.deepStrictEqual(sortByTime([late, early]), [early, late])
 *
 * @category insights
 * @since 0.1.0
 */
export function sortByTime<R>(records: Iterable<R>): Array<R> {
  requireIterable('sortByTime', 'an iterable of records', records)
  const timed = Array.from(records, (record) => ({ record, time: eventTimeOf(record) ?? Number.POSITIVE_INFINITY }))
  // Not by their difference, which is `NaN` if neither has a time.
  return timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ record }) => record)
}
