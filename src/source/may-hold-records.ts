/**
 * Whether a value of a file that is not a record may hold some: the same envelopes that `unwrap` opens.
 *
 * @module
 */
import { mixedList } from './envelope/mixed-list.js'
import { ENVELOPES } from './envelope/unwrap.js'

/** The envelopes that one item of a batch may be, whose list was read item by item. */
export const SINGLES = /* @__PURE__ */ ENVELOPES.filter((envelope) => envelope !== mixedList)

/**
 * Whether a value that is not a record may hold some. It may be one item of a batch, whose list was read item by item.
 */
export function mayHoldRecords(value: unknown): boolean {
  if (typeof value === 'string') return JSON_IN_STRING.test(value.slice(0, 100))
  if (typeof value !== 'object' || value === null || isEmpty(value)) return false
  try {
    const batch = [value]
    return SINGLES.some(({ kind, is }) => is(value) || (kind !== 'LOG' && is(batch))) || (Array.isArray(value) && mixedList.is(value))
  } catch {
    // A value of JSON never gets here; one with getters may.
    return false
  }
}

const JSON_IN_STRING = /^\s{0,99}[[{"]/

const isEmpty = (value: object): boolean => (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0)
