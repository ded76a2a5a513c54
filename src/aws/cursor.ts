/**
 * Where a reading of a trail is: of each prefix that was listed, the last key that was handed out.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { parsed } from '../source/json.js'
import { deliveredAt, HOUR } from './key-window.js'

/**
 * So long ago a file must have been delivered for the reading to go on behind it. Files of one minute come in no order, and a file that was not there
 * when the prefix was listed may have a key in front of one that was.
 */
const SETTLED = HOUR

/** The lane of keys that were given: places in it are counted. */
export const GIVEN = ''

/** Positions by lane: a prefix, or what else is read in an order that does not change. */
export class Cursor {
  private readonly places: Map<string, string>
  private readonly settled: number

  /** It throws a `TypeError` for a text that is no cursor: the reading would begin anew, in silence. */
  constructor(text: string | undefined, now: number) {
    this.places = placesIn(text)
    this.settled = now - SETTLED
  }

  /** What lies behind this place has yet to be read. */
  placeIn(lane: string): string | undefined {
    return this.places.get(lane)
  }

  /** All up to this place was handed out. */
  passed(lane: string, place: string): void {
    const time = lane === GIVEN ? undefined : deliveredAt(place)
    if (time === undefined || time < this.settled) this.places.set(lane, place)
  }

  toString(): string {
    // Keys repeat their lane.
    return JSON.stringify({
      v: 1,
      at: Object.fromEntries([...this.places].map(([lane, place]) => [lane, place.startsWith(lane) ? place.slice(lane.length) : place])),
    })
  }
}

function placesIn(text: string | undefined): Map<string, string> {
  if (text === undefined) return new Map()
  const value = parsed(text)?.value
  const at = isObject(value) && value.v === 1 ? value.at : undefined
  if (!isObject(at)) throw new TypeError('cursor: expected what a reading of this version handed out')
  return new Map(Object.entries(at).flatMap(([lane, rest]) => (typeof rest === 'string' ? [[lane, lane + rest] as const] : [])))
}
