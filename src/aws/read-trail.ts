/**
 * Reading the log files of a trail from S3.
 *
 * @module
 */
import type { RecordPredicate } from '../event/predicate.js'
import { allOf } from '../filter/combine.js'
import { compileFilter } from '../filter/filter.js'
import type { LogOptions } from '../source/decode-log.js'
import { ahead } from './ahead.js'
import type { ListCounts, ListReach, TrailOptions } from './list-options.js'
import { type Placed, placesOf } from './list-trail.js'
import { objectStore } from './object-store.js'
import { type ObjectOutcome, readObject, unreadable } from './read-object.js'

/**
 * Which files of a trail are read, and how.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ReadTrailOptions extends TrailOptions, LogOptions {
  /** How many files are fetched and decoded ahead, at least 1, all in memory; 4 unless given. */
  readonly filesAhead?: number
}

/**
 * A reading: an iterable of files with their records, and how far it is. It can be iterated once.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailReading extends AsyncIterable<ObjectOutcome> {
  /** What listing took, so far. Files that are read ahead are among those listed. */
  readonly counts: ListCounts
  /** What of the trail is within reach. */
  readonly reach: ListReach
  /**
   * Where it is: all files that were handed out, the last one included, are behind it. As `cursor` of a later reading with the same options, that one
   * begins there. Files delivered within the hour before this reading began are read again, as others of the same minute may have come after them.
   */
  readonly cursor: () => string
}

/**
 * Reads the log files of a trail: one outcome a file, in the order of `listTrail`. Where `from` or `to` is given, only records of that time are entries, and those that
 * tell no time. Memory holds `filesAhead` files and one page of each listing under way, however many files there are.
 *
 * A file that is missing, denied or damaged is an outcome with its key and its issues, and the rest goes on. Retries are those of the client; a file whose body
 * breaks off is asked for three times.
 *
 * @param options - See `ReadTrailOptions`.
 * @returns See `TrailReading`. It throws a `TypeError` for a time or a cursor that is none; iterating it rejects where the SDK is missing, or when it is
 * aborted, or with what `where` throws.
 *
 * @example
 * import { recordOf } from 'glue-trail'
 * import { readTrail } from 'glue-trail/aws'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const bytes = new TextEncoder().encode(JSON.stringify({ Records: [record] }))
 * // Any object with `send` can stand for the client of the SDK; a body is an iterable of chunks.
 * const client = { send: async () => ({ Body: [bytes], ContentLength: bytes.length }) }
 *
 * const reading = readTrail({ bucket: 'audit', keys: ['one.json', 'two.json'], client })
 * const read = []
 * for await (const { object, entries } of reading) read.push([object.key, ...entries.map(({ result }) => recordOf(result)?.eventName)])
 * assert.deepStrictEqual(read, [['one.json', 'GetTags'], ['two.json', 'GetTags']])
 *
 * const rest = readTrail({ bucket: 'audit', keys: ['one.json', 'two.json', 'three.json'], cursor: reading.cursor(), client })
 * for await (const { object } of rest) assert.strictEqual(object.key, 'three.json')
 *
 * @category sources
 * @since 0.1.0
 */
export function readTrail(options: ReadTrailOptions): TrailReading {
  const store = objectStore(options.client)
  const { items, counts, reach, cursor } = placesOf(options, store)
  const where = predicateOf(options)
  const logOptions: LogOptions = { ...options, ...(where === undefined ? {} : { where }) }
  const { owner, signal, filesAhead = 4 } = options
  const read = async (placed: Placed): Promise<{ readonly placed: Placed; readonly outcome: ObjectOutcome }> => {
    const { object } = placed
    const outcome =
      object.error === undefined ? await readObject(store, object, owner, logOptions, signal) : unreadable(object, object.error)
    return { placed, outcome }
  }
  return {
    counts,
    reach,
    cursor: () => cursor.toString(),
    [Symbol.asyncIterator]: async function* () {
      for await (const { placed, outcome } of ahead(items(), Math.max(1, Math.floor(filesAhead)), read)) {
        if (placed.place !== undefined) cursor.passed(placed.lane, placed.place)
        yield outcome
      }
    },
  }
}

/** What is asked of records, their time included. */
function predicateOf({ where, from, to, now = new Date() }: ReadTrailOptions): RecordPredicate | undefined {
  if (from === undefined && to === undefined) return where
  const time = (value: string | Date): string => (typeof value === 'string' ? value : value.toISOString())
  const fields = { ...(from === undefined ? {} : { from: time(from) }), ...(to === undefined ? {} : { to: time(to) }) }
  const filter = compileFilter(fields, { now })
  // The window of keys refuses what is no time.
  if (filter._tag === 'Left') throw new TypeError('from, to: expected times')
  return where === undefined ? filter.right : allOf([filter.right, where])
}
