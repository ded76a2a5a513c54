/**
 * Files of a listing in the order of their times. Keys sort by day, and within a day by trail or region before time.
 *
 * @module
 */

import type { TrailKey } from '../source/envelope/trail-key.js'
import type { EvidenceObject } from '../source/evidence.js'
import { DAY, isoOfSeconds } from './time.js'

/** A file of a listing, and what its key says. */
export interface TimedFile<K = unknown> {
  readonly object: EvidenceObject
  readonly key: K
  /** The time in its name, in seconds. */
  readonly time: number
  /** The start of its folder's day; infinite where it is not in the folder of a day. */
  readonly day: number
}

const DATED = /^(\d{4})\/(\d\d)\/(\d\d)\//

/**
 * Yields the files of a listing by day, and within a day by time; those outside the folders of days, as copies may have
 * them, last. A name whose time is more than a day from that of its folder is not CloudTrail's, and is left out: it
 * would stand before all that is still to come.
 */
export async function* inOrderOfTime<K extends Pick<TrailKey, 'time'>>(
  objects: AsyncIterable<EvidenceObject>,
  prefix: string,
  parse: (key: string) => K | undefined,
): AsyncGenerator<TimedFile<K>, void, undefined> {
  let day = Number.NEGATIVE_INFINITY
  let files: Array<TimedFile<K>> = []
  const undated: Array<TimedFile<K>> = []
  for await (const object of objects) {
    const file = timedFile(object, dayIn(object.key.slice(prefix.length)), parse)
    if (file === undefined) continue
    if (file.day === Number.POSITIVE_INFINITY) {
      undated.push(file)
      continue
    }
    if (file.day !== day) {
      yield* files.sort(byTime)
      files = []
      day = file.day
    }
    files.push(file)
  }
  yield* files.sort(byTime)
  yield* undated.sort(byTime)
}

/** Returns a file with its time; `undefined` where its key is not one of CloudTrail's. */
export function timedFile<K extends Pick<TrailKey, 'time'>>(
  object: EvidenceObject,
  day: number,
  parse: (key: string) => K | undefined,
): TimedFile<K> | undefined {
  const key = parse(object.key)
  const time = key === undefined ? Number.NaN : Date.parse(key.time) / 1000
  if (key === undefined || Number.isNaN(time)) return undefined
  return day === Number.POSITIVE_INFINITY || (time >= day - DAY && time < day + 2 * DAY) ? { object, key, time, day } : undefined
}

/** Compares two files of a listing by the order in which they are returned. */
export const byTime = (a: TimedFile, b: TimedFile): number => a.time - b.time || (a.object.key < b.object.key ? -1 : 1)

/** Returns a string by which the files of a listing sort. */
export const rankOf = ({ day, time, object }: TimedFile): string =>
  `${day === Number.POSITIVE_INFINITY ? '~' : isoOfSeconds(day)} ${isoOfSeconds(time)} ${object.key}`

function dayIn(rest: string): number {
  const [, year, month, date] = DATED.exec(rest) ?? []
  const day = Date.parse(`${year}-${month}-${date}`) / 1000
  return Number.isNaN(day) ? Number.POSITIVE_INFINITY : day
}
