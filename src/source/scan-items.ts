/**
 * The scan for records in JavaScript, for platforms that do not compile WebAssembly. `wasm/scan-items.ts` is the same
 * scan.
 *
 * @module
 */
import {
  AFTER,
  BEFORE,
  CAPACITY,
  COUNT,
  DEPTH,
  END,
  ESCAPED,
  ESCAPED_NAME,
  EVENT_NAME,
  EVENT_SOURCE,
  EVENT_TIME,
  FLAGS,
  FULL,
  HAS_RECORDS,
  IN_STRING,
  INSIDE,
  LAST,
  LONG_DIGITS,
  MODE,
  MORE,
  NON_ASCII,
  ODD,
  ROW,
  ROW_LENGTH,
  type Scanner,
  type ScanState,
  SEPARATOR,
  START,
  STOP,
  UNSURE,
} from './item-rows.js'
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, isWhite, OPEN_LIST, OPEN_OBJECT, QUOTE, skipWhite } from './scan.js'

/** How many bytes are read to recognise a name: the longest one with its quotes. */
const AHEAD = 16

/** Numbers of fewer digits are safe integers. */
const LONG_NUMBER = 16

const POINT = 0x2e
const NINE = 0x39
const LOWER_E = 0x65
const UPPER_E = 0x45
const UPPER_R = 0x52

const NAMES = /* @__PURE__ */ (
  [
    ['"eventSource"', EVENT_SOURCE],
    ['"eventName"', EVENT_NAME],
    ['"eventTime"', EVENT_TIME],
  ] as const
).map(([name, index]) => ({ name: asciiOf(name), index }))
/** Where the names differ first. */
const DIFFERENT = 6
const RECORDS = /* @__PURE__ */ asciiOf('"Records"')

/** The scanner in JavaScript. */
export function itemScanner(): Scanner {
  const rows = new Float64Array(CAPACITY * ROW_LENGTH)
  return { rows, scan: (bytes, from, to, isLast, origin, state) => scanItems(bytes, from, to, isLast, origin, state, rows) }
}

function scanItems(
  bytes: Uint8Array,
  from: number,
  to: number,
  isLast: boolean,
  origin: number,
  state: ScanState,
  rows: Float64Array,
): number {
  const separator = state[SEPARATOR]
  let at = from
  let count = 0
  let stop = MORE
  while (at < to) {
    if (state[MODE] === INSIDE) {
      const end = scanInside(bytes, at, to, isLast, origin, state)
      if (end === STRANGE) stop = ODD
      else at = end
      if (state[MODE] === INSIDE) break
      continue
    }
    const byte = bytes[at]
    if (isWhite(byte) && (byte !== separator || state[MODE] === BEFORE)) {
      at++
    } else if (state[MODE] === BEFORE) {
      if (byte !== OPEN_OBJECT) {
        stop = ODD
        break
      }
      for (let i = DEPTH; i < SEPARATOR; i++) state[i] = 0
      for (let i = 0; i < ROW_LENGTH; i++) state[ROW + i] = 0
      state[ROW + START] = origin + at
      // Checking for ASCII would cost more than it saves.
      state[ROW + FLAGS] = NON_ASCII
      state[MODE] = INSIDE
    } else {
      const isEnd = byte === CLOSE_LIST && separator === COMMA
      if (byte !== separator && !isEnd) {
        stop = ODD
        break
      }
      for (let i = 0; i < ROW_LENGTH; i++) rows[ROW_LENGTH * count + i] = state[ROW + i] ?? 0
      count++
      at++
      state[MODE] = BEFORE
      if (isEnd || count === CAPACITY) {
        stop = isEnd ? LAST : FULL
        break
      }
    }
  }
  state[STOP] = stop
  state[COUNT] = count
  return at
}

/** A backslash outside of a string. */
const STRANGE = -1

/** Finds the end of the record. Returns where it stopped, or `STRANGE`. */
function scanInside(bytes: Uint8Array, from: number, to: number, isLast: boolean, origin: number, state: ScanState): number {
  let depth = state[DEPTH] ?? 0
  let at = from
  if (state[IN_STRING] === 1) {
    at = endOfString(bytes, from, to, state)
    if (state[IN_STRING] === 1) return at
  }
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) {
      if (depth === 1) {
        if (to - at < AHEAD && !isLast) break
        checkName(bytes, at, to, origin, state)
      }
      at = endOfPlain(bytes, at + 1, to)
      if (at < to && bytes[at] === QUOTE) continue
      at = endOfString(bytes, at, to, state)
      if (state[IN_STRING] === 1) break
      at--
    } else if (byte > NINE) {
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth++
      } else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) {
        state[ROW + END] = origin + at + 1
        state[MODE] = AFTER
        return at + 1
      } else if (byte === BACKSLASH) {
        return STRANGE
      }
    } else if (isDigitOrPoint(byte)) {
      const start = at
      while (at + 1 < to && isDigitOrPoint(bytes[at + 1] ?? 0)) at++
      const next = at + 1 < to ? bytes[at + 1] : LOWER_E
      // After the last byte, more digits or an exponent may follow.
      if (at - start >= LONG_NUMBER - 1 || next === LOWER_E || next === UPPER_E) flag(state, LONG_DIGITS)
    }
  }
  state[DEPTH] = depth
  return at
}

/**
 * Returns where the next quote or backslash is, or `to`. Most bytes are within strings: they are read four at a time,
 * which is a fifth faster.
 */
function endOfPlain(bytes: Uint8Array, from: number, to: number): number {
  const ends = ENDS_PLAIN
  let at = from
  while (
    at + 4 <= to &&
    ((ends[bytes[at] ?? 0] ?? 0) | (ends[bytes[at + 1] ?? 0] ?? 0) | (ends[bytes[at + 2] ?? 0] ?? 0) | (ends[bytes[at + 3] ?? 0] ?? 0)) ===
      0
  )
    at += 4
  while (at < to && ends[bytes[at] ?? 0] === 0) at++
  return at
}

/** Which bytes end the plain part of a string. */
const ENDS_PLAIN = /* @__PURE__ */ ((): Uint8Array => {
  const table = new Uint8Array(256)
  for (const byte of [QUOTE, BACKSLASH]) table[byte] = 1
  return table
})()

/** Finds the end of the current string. Returns where it is, or `to`. */
function endOfString(bytes: Uint8Array, from: number, to: number, state: ScanState): number {
  let at = state[ESCAPED] === 1 ? from + 1 : from
  for (; at < to; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) at++
    else if (byte === QUOTE) break
  }
  state[IN_STRING] = at < to ? 0 : 1
  state[ESCAPED] = at > to ? 1 : 0
  return Math.min(at + 1, to)
}

/** Checks a string at the top level of the record: it may be one of the wanted names, followed by its value. */
function checkName(bytes: Uint8Array, at: number, to: number, origin: number, state: ScanState): void {
  const first = bytes[at + 1]
  if (first !== LOWER_E && first !== BACKSLASH && first !== UPPER_R) return
  const found = nameAt(bytes, at, to)
  if (found === undefined) {
    if (isAt(bytes, at, to, RECORDS)) flag(state, HAS_RECORDS)
    // The first escape of an escaped name is within the length of the longest name.
    for (let i = at + 1; i < Math.min(at + 12, to) && bytes[i] !== QUOTE; i++) {
      if (bytes[i] === BACKSLASH) flag(state, UNSURE | ESCAPED_NAME)
    }
    return
  }
  const { name, index } = found
  const colon = skipWhite(bytes, at + name.length, to)
  // A value, not a name.
  if (colon < to && bytes[colon] !== COLON) return
  const open = skipWhite(bytes, colon + 1, to)
  let close = open + 1
  while (close < to && isPlain(bytes[close] ?? 0)) close++
  if (open >= to || bytes[open] !== QUOTE || close >= to || bytes[close] !== QUOTE) {
    flag(state, UNSURE)
    return
  }
  state[ROW + index] = origin + open + 1
  state[ROW + index + 1] = origin + close
}

/** The slash is between the two in ASCII; valid JSON has none outside of strings. */
const isDigitOrPoint = (byte: number): boolean => byte >= POINT && byte <= NINE

/** Whether a byte within a string stands for itself. */
const isPlain = (byte: number): boolean => byte !== QUOTE && byte !== BACKSLASH && byte < 0x80

function nameAt(bytes: Uint8Array, at: number, to: number): (typeof NAMES)[number] | undefined {
  const different = bytes[at + DIFFERENT]
  for (const known of NAMES) if (known.name[DIFFERENT] === different && isAt(bytes, at, to, known.name)) return known
  return undefined
}

function isAt(bytes: Uint8Array, at: number, to: number, name: Uint8Array): boolean {
  if (at + name.length > to) return false
  for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return false
  return true
}

function asciiOf(name: string): Uint8Array {
  return Uint8Array.from(name, (char) => char.charCodeAt(0))
}

function flag(state: ScanState, bit: number): void {
  state[ROW + FLAGS] = (state[ROW + FLAGS] ?? 0) | bit
}
