/**
 * Reads the log files of a trail from S3.
 *
 * @module
 */
import type { RecordPredicate } from '../event/predicate.js'
import { allOf } from '../filter/combine.js'
import { from as earliest } from '../filter/field/from.js'
import { to as end } from '../filter/field/to.js'
import { defined } from '../source/defined.js'
import type { LogBatch, ReadLog } from '../source/log-entry.js'
import { mapInOrder } from '../source/map-in-order.js'
import type { LogOptions, ReadOptions } from '../source/read-log.js'
import type { ListCounts, ListCoverage, TrailOptions } from './list-options.js'
import { type Placed, placesOf } from './list-trail.js'
import { objectStore } from './object-store.js'
import { checkCount, checkObject } from './option-check.js'
import { decodeObject, fetchObject, objectBatches } from './read-object.js'

/**
 * Which files of a trail to read, and how.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ReadTrailOptions extends TrailOptions, LogOptions {
  /** How many files are fetched and decoded ahead, at least 1, all in memory; 4 unless given. */
  readonly filesAhead?: number
}

/**
 * An iterable of files with their records, and its progress. It can be iterated once.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailReading extends AsyncIterable<ReadLog & Required<Pick<ReadLog, 'object'>>> {
  /** Returns the same records in batches: memory does not grow with the number of records of a file. */
  readonly batches: () => AsyncGenerator<LogBatch, void, undefined>
  /** The counts of the listing so far. Files that are read ahead are included. */
  readonly counts: ListCounts
  /** The part of the trail that is covered. */
  readonly coverage: ListCoverage
  /**
   * Returns its position, after the last file that was returned. Pass it as `cursor` to a later reading with the same
   * options to continue there. Files delivered within the hour before this reading began are read again, because others
   * of the same minute may have been delivered after them.
   */
  readonly cursor: () => string
}

/**
 * Reads the log files of a trail: one result per file, in the order of `listTrail`, or batches of records. With `from`
 * or `to`, only records of that time and records without a time are entries. Memory holds `filesAhead` files and one
 * page of each running listing, however many files there are.
 *
 * A file that is missing, denied or damaged is a result with its key and its issues; reading continues with the next.
 * The client retries requests; a file whose body ends too early is requested three times.
 *
 * @param options - See `ReadTrailOptions`.
 * @returns See `TrailReading`. It throws a `TypeError` for an invalid option; iterating it rejects if the SDK is
 * missing, when it is aborted, or with what `where` throws.
 *
 * @example
 * import { recordOf } from 'glue-trail'
 * import { readTrail } from 'glue-trail/aws'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const bytes = new TextEncoder().encode(JSON.stringify({ Records: [record] }))
 * // Any object with `send` can act as the client of the SDK; a body is an iterable of chunks.
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
  checkObject('options', options)
  const store = objectStore(options.client)
  const { items, counts, coverage, cursor } = placesOf(options, store)
  const { owner, signal, filesAhead = 4 } = options
  checkCount('filesAhead', filesAhead, 1)
  const logOptions = logOptionsOf(options)
  const fetched = mapInOrder(items(), filesAhead, async (placed) => {
    const { object } = placed
    const { error, errorMessage } = object
    return {
      placed,
      fetched: error === undefined ? await fetchObject(store, object, owner, logOptions, signal) : { object, bytes: errorMessage ?? error },
    }
  })
  const passed = ({ shard, position }: Placed): void => {
    if (position !== undefined) cursor.passed(shard, position)
  }
  return {
    counts,
    coverage,
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

/** Picks the options for reading a file, with the bounds of time as a filter. */
function logOptionsOf(options: ReadTrailOptions & ReadOptions): ReadOptions {
  const { strict, textHash, recordsIn, maxBytes, maxRatio, maxRecordBytes, maxOtherValues, maxIssues, maxDepth } = options
  const where = predicateOf(options)
  return defined({ where, strict, textHash, recordsIn, maxBytes, maxRatio, maxRecordBytes, maxOtherValues, maxIssues, maxDepth })
}

/** Combines the predicate of the options with the bounds of time, without loading the filter language. */
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
