/**
 * Finds numbers that `JSON.parse` changes silently because a JavaScript number cannot hold them.
 *
 * @module
 */
import { textOf } from './json.js'
import type { LogIssue } from './log-issue.js'
import { closingQuote, QUOTE } from './scan.js'

/** Sixteen digits, as 2^53 has, with or without a point; or an exponent, which makes any number large or small. */
const CANDIDATE = /\d[\d.]{15}|[\d.][eE]/
const LARGEST = '9007199254740992'

const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39

/** The bytes of numbers: digits, signs, the point and the `e`. */
const IN_NUMBER = /* @__PURE__ */ ((): Uint8Array => {
  const table = new Uint8Array(256)
  for (const c of '0123456789+-.eE') table[c.charCodeAt(0)] = 1
  return table
})()

/** A number that is changed. */
export interface UnsafeNumber {
  readonly code: 'UNSAFE_INTEGER' | 'UNSAFE_NUMBER'
  /** Its index in the bytes. */
  readonly at: number
}

/**
 * Returns the first number in valid JSON that `JSON.parse` changes, strings left out. `json` is the string of the same
 * bytes.
 */
export function unsafeNumberIn(bytes: Uint8Array, start: number, end: number, json: string): UnsafeNumber | undefined {
  // Most records have no such run of characters, not even in a string.
  if (!CANDIDATE.test(json)) return undefined
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0
    if (byte === QUOTE) {
      i = closingQuote(bytes, i + 1, end)
      if (i < 0) return undefined
    } else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
      const from = i
      while (i + 1 < end && IN_NUMBER[bytes[i + 1] ?? 0] === 1) i++
      const code = i - from < SHORT ? undefined : codeOf(textOf(bytes, from, i + 1))
      if (code !== undefined) return { code, at: from }
    }
  }
  return undefined
}

/** Returns the issue of a number in the record with this index. */
export const unsafeNumberIssue = (code: UnsafeNumber['code'], index: number, offset: number): LogIssue => ({
  code,
  index,
  offset,
  expected: code === 'UNSAFE_INTEGER' ? 'an integer up to 2^53' : 'a number that a JavaScript number can hold',
  received: 'one that JSON.parse may have changed',
})

/** A shorter number, such as `1e9`, is kept. */
const SHORT = 3

/**
 * Whether a number is changed. An integer beyond 2^53 counts even if its own digits are kept, because its neighbours
 * become the same number; one with a point or an exponent counts only where its digits are not kept.
 */
function codeOf(token: string): UnsafeNumber['code'] | undefined {
  const { digits, exponent, plain } = decimalOf(token)
  if (digits === '') return undefined
  const length = digits.length + exponent
  const isInteger = exponent >= 0
  const isLarge = length > LARGEST.length || (length === LARGEST.length && digits.padEnd(length, '0') > LARGEST)
  if (isInteger && plain) return isLarge ? 'UNSAFE_INTEGER' : undefined
  const kept = decimalOf(String(Number(token)))
  if (kept.digits === digits && kept.exponent === exponent) return undefined
  return isInteger && length <= LONGEST_INTEGER ? 'UNSAFE_INTEGER' : 'UNSAFE_NUMBER'
}

/** `JSON.parse` makes more digits than these infinite. */
const LONGEST_INTEGER = 308

/** A number as digits without zeros at either end, times a power of ten. */
function decimalOf(token: string): { readonly digits: string; readonly exponent: number; readonly plain: boolean } {
  const [mantissa = '', power = '0'] = token
    .slice(token.startsWith('-') ? 1 : 0)
    .toLowerCase()
    .split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const all = whole + fraction
  let from = 0
  while (all[from] === '0') from++
  let to = all.length
  while (to > from && all[to - 1] === '0') to--
  return {
    digits: all.slice(from, to),
    exponent: Number(power) - fraction.length + (all.length - to),
    plain: mantissa === whole && !token.includes('e') && !token.includes('E'),
  }
}
