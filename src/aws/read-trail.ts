/**
 * Reading the log files of a trail from S3.
 *
 * @module
 */
import type { RecordPredicate } from '../event/predicate.js'
import { allOf } from '../filter/combine.js'
import { from as earliest } from '../filter/field/from.js'
import { to as end } from '../filter/field/to.js'
import type { LogBatch, ReadLog } from '../source/log-entry.js'
import { mapInOrder } from '../source/map-in-order.js'
import type { LogOptions } from '../source/read-log.js'
import type { ListCounts, ListReach, TrailOptions } from './list-options.js'
import { type Placed, placesOf } from './list-trail.js'
import { objectStore } from './object-store.js'
import { decodeObject, fetchObject, objectBatches } from './read-object.js'

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
export interface TrailReading extends AsyncIterable<ReadLog & Required<Pick<ReadLog, 'object'>>> {
  /** Returns the same records in batches: memory does not grow with the number of records of a file. */
  readonly batches: () => AsyncGenerator<LogBatch, void, undefined>
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
 * Reads the log files of a trail: one result per file, in the order of `listTrail`, or batches of records. Where `from` or `to` is given, only records of that time are entries, and those that
 * tell no time. Memory holds `filesAhead` files and one page of each listing under way, however many files there are.
 *
 * A file that is missing, denied or damaged is a result with its key and its issues, and the rest goes on. Retries are those of the client; a file whose body
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
  const { owner, signal, filesAhead = 4 } = options
  const logOptions = logOptionsOf(options)
  const fetched = mapInOrder(items(), Math.max(1, Math.floor(filesAhead)), async (placed) => {
    const { object } = placed
    const { error } = object
    return { placed, fetched: error === undefined ? await fetchObject(store, object, owner, logOptions, signal) : { object, bytes: error } }
  })
  const passed = ({ lane, place }: Placed): void => {
    if (place !== undefined) cursor.passed(lane, place)
  }
  return {
    counts,
    reach,
    cursor: () => cursor.toString(),
    [Symbol.asyncIterator]: async function* () {
      for await (const { placed, fetched: object } of fetched) {
        const log = await decodeObject(object, logOptions)
        passed(placed)
        yield log
      }
    },
    batches: async function* () {
      for await (const { placed, fetched: object } of fetched) {
        for await (const batch of objectBatches(object, logOptions)) {
          if (batch.isLast) passed(placed)
          yield batch
        }
      }
    },
  }
}

/** Picks what reading a file needs, its records within the bounds of time. */
function logOptionsOf(options: ReadTrailOptions): LogOptions {
  const { strict, textHash, maxBytes, maxRatio, maxRecordBytes, maxOtherValues, maxIssues, maxDepth } = options
  const where = predicateOf(options)
  return {
    ...(where && { where }),
    ...(strict === undefined ? {} : { strict }),
    ...(textHash && { textHash }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(maxRatio === undefined ? {} : { maxRatio }),
    ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
    ...(maxOtherValues === undefined ? {} : { maxOtherValues }),
    ...(maxIssues === undefined ? {} : { maxIssues }),
    ...(maxDepth === undefined ? {} : { maxDepth }),
  }
}

/** The predicate of the options, and the bounds of time. The filter language is not loaded for these. */
function predicateOf({ where, from, to, now = new Date() }: ReadTrailOptions): RecordPredicate | undefined {
  const given = { fields: {}, now: now.getTime() }
  const bounds = [...(from === undefined ? [] : [earliest('from', from, given)]), ...(to === undefined ? [] : [end('to', to, given)])].map(
    (bound) => {
      // The window of keys refuses what is not a time.
      if (bound._tag === 'Left') throw new TypeError('from, to: expected times')
      return bound.right
    },
  )
  return bounds.length === 0 ? where : allOf([...bounds, ...(where === undefined ? [] : [where])])
}
