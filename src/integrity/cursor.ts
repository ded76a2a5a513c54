/**
 * The position of a validation, as a string. Only the version that wrote it reads it, and it is checked before use.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { RegionState } from './region-steps.js'
import type { TallyState } from './region-tally.js'
import type { ShardReport, UsedKey } from './report.js'

/** Where a validation is. */
export interface Cursor {
  /** Regions that are done, by name. */
  readonly done: ReadonlyArray<string>
  /** The reports of their shards. */
  readonly shards: ReadonlyArray<ShardReport>
  readonly keys: ReadonlyArray<UsedKey>
  readonly notChecked: ReadonlyArray<string>
  /** A region that is begun. */
  readonly region?: { readonly name: string; readonly state: RegionState; readonly tally: TallyState }
}

const FORM = 'glue-trail/integrity-cursor/1'

/** Returns a cursor as a string. */
export const cursorText = (cursor: Cursor): string => JSON.stringify({ form: FORM, ...cursor }, forJson)

// JSON has no number for a time before all others.
const forJson = (_: string, value: unknown): unknown => (value === Number.NEGATIVE_INFINITY ? '-Infinity' : value)

const fromJson = (_: string, value: unknown): unknown => (value === '-Infinity' ? Number.NEGATIVE_INFINITY : value)

/** Parses a cursor. Throws a `TypeError` if it is invalid. */
export function parseCursor(content: string): Cursor {
  let value: unknown
  try {
    value = JSON.parse(content, fromJson)
  } catch {
    value = undefined
  }
  if (!isObject(value) || value.form !== FORM || !isCursor(value))
    throw new TypeError('cursor: expected a cursor of a validation, received something else')
  return value
}

const isCursor = (u: object): u is Cursor => {
  const { done, shards, keys, notChecked, region } = u as Partial<Record<keyof Cursor, unknown>>
  return [done, shards, keys, notChecked].every(Array.isArray) && (region === undefined || isObject(region))
}
