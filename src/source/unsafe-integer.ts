/**
 * Integers that a JavaScript number cannot hold: `JSON.parse` changes them in silence.
 *
 * @module
 */
import { textOf } from './json.js'
import { closingQuote, QUOTE } from './scan.js'

/** 2^53 has sixteen digits; a point may stand among them. */
const LONG_NUMBER = /\d[\d.]{15}/
const LARGEST = '9007199254740992'

const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39

/** What numbers are made of: digits, signs, the point and the `e`. */
const IN_NUMBER = /* @__PURE__ */ ((): Uint8Array => {
  const table = new Uint8Array(256)
  for (const c of '0123456789+-.eE') table[c.charCodeAt(0)] = 1
  return table
})()

/** Where the first integer beyond 2^53 in valid JSON stands, strings left out, or -1. `json` is the text of the same bytes. */
export function unsafeIntegerIn(text: Uint8Array, start: number, end: number, json: string): number {
  // Most records have no such run of digits, not even in a string.
  if (!LONG_NUMBER.test(json)) return -1
  for (let i = start; i < end; i++) {
    const byte = text[i] ?? 0
    if (byte === QUOTE) {
      i = closingQuote(text, i + 1, end)
      if (i < 0) return -1
    } else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
      const from = i
      while (i + 1 < end && IN_NUMBER[text[i + 1] ?? 0] === 1) i++
      if (i + 1 - from >= LARGEST.length && isUnsafe(textOf(text, from, i + 1))) return from
    }
  }
  return -1
}

/**
 * Whether a number is an integer beyond 2^53, however it is written. One with a point or an exponent was written by someone who thinks in floating
 * point: it counts only where the value is not kept.
 */
function isUnsafe(token: string): boolean {
  const { digits, exponent, plain } = decimalOf(token)
  const length = digits.length + exponent
  if (digits === '' || exponent < 0 || length < LARGEST.length) return false
  if (length === LARGEST.length && digits.padEnd(length, '0') <= LARGEST) return false
  if (plain) return true
  const kept = decimalOf(String(Number(token)))
  return kept.digits !== digits || kept.exponent !== exponent
}

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
