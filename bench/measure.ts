/**
 * The loop, for one library. Every measurement runs once over records that were parsed just before, because objects that were looked at
 * before flatter a validator. The passing and the failing path take turns in every round, so that what disturbs the machine disturbs both.
 *
 * A ratio is made of two times taken one after the other: of parsing a batch of records and of checking it. For each batch the median of the
 * rounds counts, so that a round in which the collector ran is left out; the batches' medians are weighed by their bytes.
 *
 * Times are processor times of this process, which other processes do not lengthen.
 *
 * @module
 */
import { performance } from 'node:perf_hooks'
import type { Parsed, Peer } from './peers/peer.js'

/** What was measured: shares of the time of `JSON.parse` of the same records, and what that took. */
export interface Measured {
  readonly passing: number
  readonly failing: number
  /** Microseconds for one record of the passing set. */
  readonly parseMicroseconds: number
}

/** The texts to measure with, and how long. */
export interface Plan {
  readonly passing: ReadonlyArray<string>
  readonly failing: ReadonlyArray<string>
  readonly rounds: number
  /** How many checks are made on each path before any is timed, so that the code is compiled in full. */
  readonly warmUp: number
}

type Check = (record: Parsed) => boolean

interface Batch {
  readonly texts: ReadonlyArray<string>
  readonly bytes: number
}

/** One path. */
interface Lane {
  readonly check: Check
  readonly batches: ReadonlyArray<Batch>
  /** For each batch, one ratio of each round. */
  readonly ratios: ReadonlyArray<Array<number>>
  /** For each batch, one time of parsing of each round. */
  readonly parses: ReadonlyArray<Array<number>>
}

/** How many records are parsed before they are checked: few enough that parsing is not charged with keeping thousands alive. */
const BATCH = 200

/** How often a record is checked in warming up before the next is parsed: there, parsing is only in the way. */
const WARM_CHECKS = 5

/** Warming up a slow path ends here. */
const WARM_MILLISECONDS = 2000

/** Measures one library. */
export function measure(peer: Peer, { passing, failing, rounds, warmUp }: Plan): Measured {
  const passes = laneOf((record) => peer.passes(record), passing)
  const issues = laneOf((record) => peer.issues(record).length > 0, failing)
  for (const lane of [passes, issues]) warm(lane, warmUp)
  for (let round = 0; round < rounds; round++) for (const lane of [passes, issues]) play(lane)
  return { passing: ratioOf(passes), failing: ratioOf(issues), parseMicroseconds: parseOf(passes) }
}

function laneOf(check: Check, texts: ReadonlyArray<string>): Lane {
  const batches: Array<Batch> = []
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH)
    batches.push({ texts: batch, bytes: batch.reduce((sum, text) => sum + Buffer.byteLength(text), 0) })
  }
  return { check, batches, ratios: batches.map(() => []), parses: batches.map(() => []) }
}

function warm({ check, batches }: Lane, checks: number): void {
  const end = performance.now() + WARM_MILLISECONDS
  for (let done = 0; done < checks && performance.now() < end; ) {
    for (const { texts } of batches) {
      const records = texts.map((text) => JSON.parse(text) as Parsed)
      for (let time = 0; time < WARM_CHECKS; time++) done += answered(check, records)
    }
  }
}

function play({ check, batches, ratios, parses }: Lane): void {
  batches.forEach(({ texts }, i) => {
    const start = processorTime()
    const records = texts.map((text) => JSON.parse(text) as Parsed)
    const parsed = processorTime()
    const count = answered(check, records)
    const work = processorTime() - parsed
    // The verdicts were compared before; counting them keeps the compiler from dropping the work.
    if (count !== texts.length) throw new Error('bench: a verdict changed')
    ratios[i]?.push(work / (parsed - start))
    parses[i]?.push(parsed - start)
  })
}

/** In microseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function answered(check: Check, records: ReadonlyArray<Parsed>): number {
  let count = 0
  for (const record of records) if (check(record)) count++
  return count
}

function ratioOf({ batches, ratios }: Lane): number {
  const total = batches.reduce((sum, { bytes }) => sum + bytes, 0)
  return batches.reduce((sum, { bytes }, i) => sum + (bytes / total) * median(ratios[i] ?? []), 0)
}

function parseOf({ batches, parses }: Lane): number {
  const microseconds = parses.reduce((sum, times) => sum + median(times), 0)
  return microseconds / batches.reduce((sum, { texts }) => sum + texts.length, 0)
}

/** The middle value. */
export function median(values: ReadonlyArray<number>): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}
