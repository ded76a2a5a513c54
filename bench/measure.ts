/**
 * Measures one library. Every measurement runs once over newly parsed records, because records that were read before
 * make a validator look faster. The passing and the failing path alternate in every round, so that a disturbance
 * affects both.
 *
 * A ratio compares two consecutive times: parsing a batch of records and checking it. The median of the rounds counts
 * for each batch, which excludes rounds with a garbage collection; the medians are weighted by bytes.
 *
 * Times are processor times of this process, which other processes do not affect.
 *
 * @module
 */
import { performance } from 'node:perf_hooks'
import type { Parsed, Peer } from './peers/peer.js'

/** The result: times relative to `JSON.parse` of the same records, and the time of `JSON.parse`. */
export interface Measured {
  readonly passing: number
  readonly failing: number
  /** Microseconds for one record of the passing set. */
  readonly parseMicroseconds: number
}

/** The records to measure with, as lines of JSON, and how long. */
export interface Plan {
  readonly passing: ReadonlyArray<string>
  readonly failing: ReadonlyArray<string>
  readonly rounds: number
  /** The number of checks on each path before any is timed, so that the code is fully optimized. */
  readonly warmUp: number
}

type Check = (record: Parsed) => boolean

interface Batch {
  readonly lines: ReadonlyArray<string>
  readonly bytes: number
}

/** The passing or the failing path. */
interface Path {
  readonly check: Check
  readonly batches: ReadonlyArray<Batch>
  /** For each batch, the ratio of each round. */
  readonly ratios: ReadonlyArray<Array<number>>
  /** For each batch, the parsing time of each round. */
  readonly parses: ReadonlyArray<Array<number>>
}

/**
 * The number of records parsed before they are checked: few enough that garbage collection does not distort parsing.
 */
const BATCH = 200

/** How often a record is checked during warm-up before the next is parsed. */
const WARM_CHECKS = 5

/** The warm-up of a slow path stops after this time. */
const WARM_MILLISECONDS = 2000

/** Measures one library. */
export function measure(peer: Peer, { passing, failing, rounds, warmUp }: Plan): Measured {
  const passes = pathOf((record) => peer.passes(record), passing)
  const issues = pathOf((record) => peer.issues(record).length > 0, failing)
  for (const path of [passes, issues]) warm(path, warmUp)
  for (let round = 0; round < rounds; round++) for (const path of [passes, issues]) run(path)
  return { passing: ratioOf(passes), failing: ratioOf(issues), parseMicroseconds: parseOf(passes) }
}

function pathOf(check: Check, lines: ReadonlyArray<string>): Path {
  const batches: Array<Batch> = []
  for (let at = 0; at < lines.length; at += BATCH) {
    const batch = lines.slice(at, at + BATCH)
    batches.push({ lines: batch, bytes: batch.reduce((sum, line) => sum + Buffer.byteLength(line), 0) })
  }
  return { check, batches, ratios: batches.map(() => []), parses: batches.map(() => []) }
}

function warm({ check, batches }: Path, checks: number): void {
  const end = performance.now() + WARM_MILLISECONDS
  for (let done = 0; done < checks && performance.now() < end; ) {
    for (const { lines } of batches) {
      const records = lines.map((line) => JSON.parse(line) as Parsed)
      for (let time = 0; time < WARM_CHECKS; time++) done += passed(check, records)
    }
  }
}

function run({ check, batches, ratios, parses }: Path): void {
  batches.forEach(({ lines }, i) => {
    const start = processorTime()
    const records = lines.map((line) => JSON.parse(line) as Parsed)
    const parsed = processorTime()
    const count = passed(check, records)
    const work = processorTime() - parsed
    // The verdicts were compared before; counting them keeps the compiler from removing the work.
    if (count !== lines.length) throw new Error('bench: a verdict changed')
    ratios[i]?.push(work / (parsed - start))
    parses[i]?.push(parsed - start)
  })
}

/** Returns the processor time in microseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function passed(check: Check, records: ReadonlyArray<Parsed>): number {
  let count = 0
  for (const record of records) if (check(record)) count++
  return count
}

function ratioOf({ batches, ratios }: Path): number {
  const total = batches.reduce((sum, { bytes }) => sum + bytes, 0)
  return batches.reduce((sum, { bytes }, i) => sum + (bytes / total) * median(ratios[i] ?? []), 0)
}

function parseOf({ batches, parses }: Path): number {
  const microseconds = parses.reduce((sum, times) => sum + median(times), 0)
  return microseconds / batches.reduce((sum, { lines }) => sum + lines.length, 0)
}

/** Returns the median. */
export function median(values: ReadonlyArray<number>): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}
