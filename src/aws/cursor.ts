/**
 * How far a reading of a trail is: for each prefix that was listed, the last key that was returned.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { parseJson } from '../scalar/json.js'
import { crc32Of } from '../source/crc32.js'
import { parseTrailKey } from '../source/envelope/trail-key.js'
import { HOUR } from './key-window.js'
import { OptionError } from './option-error.js'

/**
 * A reading continues after a file only if the file was delivered this long ago. Files of one minute come in no order,
 * and a file that was not there when the prefix was listed may have a key before one that was.
 */
const SETTLED = HOUR

/** The shard of keys that were given: their positions are counts. */
export const GIVEN = ''

/** Positions by shard: a prefix, or what else is read in an order that does not change. */
export class Cursor {
  private readonly positions: Map<string, string>
  private readonly settled: number

  /** It throws an `OptionError` for a string that is not a cursor: the reading would silently begin anew. */
  constructor(content: string | undefined, now: number) {
    this.positions = positionsIn(content, now)
    this.settled = now - SETTLED
  }

  /** Returns the position after which everything has yet to be read. */
  positionIn(shard: string): string | undefined {
    return this.positions.get(shard)
  }

  /** Records that everything up to this position was returned. */
  passed(shard: string, position: string): void {
    if (isCounted(shard) || isBefore(position, this.settled)) this.positions.set(shard, position)
  }

  toString(): string {
    // Keys repeat their shard.
    const at = Object.fromEntries(
      [...this.positions].map(([shard, position]) => [shard, position.startsWith(shard) ? position.slice(shard.length) : position]),
    )
    return JSON.stringify({ v: 1, at, sum: sumOf(at) })
  }
}

/**
 * Keys that were given and files of an inventory are read in an order that does not change, so that a count is enough.
 */
const isCounted = (shard: string): boolean => shard === GIVEN || shard.endsWith('#')

/**
 * A checksum: it finds cursors that were cut or edited, not forged ones. Keep cursors where only the reader may write.
 */
const sumOf = (at: Readonly<Record<string, string>>): number => crc32Of(new TextEncoder().encode(JSON.stringify(at)))

const COUNT = /^\d{1,15}$/

function positionsIn(content: string | undefined, now: number): Map<string, string> {
  if (content === undefined) return new Map()
  const value = parseJson(content)?.value
  const at = isObject(value) && value.v === 1 ? value.at : undefined
  if (!isObject(value) || !isObject(at)) throw new OptionError('INVALID_CURSOR', 'cursor: expected what a reading of this version returned')
  if (!isOfStrings(at) || value.sum !== sumOf(at))
    throw new OptionError('INVALID_CURSOR', 'cursor: expected an unaltered one, as a reading returned it')
  return new Map(
    Object.entries(at).map(([shard, rest]) => {
      if (!isPosition(shard, rest, now))
        throw new OptionError('INVALID_CURSOR', 'cursor: expected positions that a reading can have reached')
      return [shard, shard + rest] as const
    }),
  )
}

const isOfStrings = (at: object): at is Readonly<Record<string, string>> => Object.values(at).every((rest) => typeof rest === 'string')

/** No reading comes further than the files that CloudTrail can have delivered by now. */
function isPosition(shard: string, rest: string, now: number): boolean {
  return isCounted(shard) ? COUNT.test(rest) : isBefore(shard + rest, now + HOUR)
}

/**
 * Whether a key comes before those of all files that are delivered from a time on. Its writer chose its parts: a folder
 * of the next day, or another region in the file's name, may come after them whatever the time in the name is.
 */
function isBefore(key: string, time: number): boolean {
  const parts = parseTrailKey(key)
  if (parts === undefined || parts.kind === 'Digest' || Date.parse(parts.time) >= time) return false
  const day = new Date(time).toISOString().slice(0, 10)
  return parts.date < day || (parts.date === day && parts.fileRegion === undefined)
}
