/**
 * Scans for records like `src/source/scan-items.ts`, in AssemblyScript with 128-bit SIMD: the same results, sixteen
 * bytes per step. It has no state between calls: the caller writes the state of the scan to the memory before a call
 * and reads it afterwards.
 *
 * `npm run generate` compiles it into `src/generated/scan-items.ts`. This folder has its own compiler and is not part
 * of the TypeScript project.
 */

// The memory: the state of the scan, the rows found, and the bytes to scan, followed by room for padding with spaces.
const STATE: usize = 0
const ROWS: usize = 256
const WINDOW: usize = 32768

// Offsets in the state, eight bytes each; the last nine are the current row.
const MODE: usize = STATE
const DEPTH: usize = STATE + 8
const IN_STRING: usize = STATE + 16
const ESCAPED: usize = STATE + 24
const SEPARATOR: usize = STATE + 32
const STOP: usize = STATE + 40
const COUNT: usize = STATE + 48
const ROW: usize = STATE + 56
const START: usize = ROW
const END: usize = ROW + 8
const FLAGS: usize = ROW + 16
const RANGES: usize = ROW + 24

const ROW_SIZE: usize = 72
const CAPACITY: i32 = 448

const BEFORE: i32 = 0
const INSIDE: i32 = 1
const AFTER: i32 = 2

const MORE: i32 = 0
const FULL: i32 = 1
const ODD: i32 = 2
const LAST: i32 = 3

const UNSURE: i32 = 1
const LONG_DIGITS: i32 = 2
const HAS_RECORDS: i32 = 4
const NON_ASCII: i32 = 8
const ESCAPED_NAME: i32 = 16

const BLOCK: i32 = 64
/** The number of bytes read after a block: a name with its quotes. */
const AHEAD: i32 = 16

const QUOTE: i32 = 0x22
const COMMA: i32 = 0x2c
const POINT: i32 = 0x2e
const NINE: i32 = 0x39
const COLON: i32 = 0x3a
const UPPER_R: i32 = 0x52
const BACKSLASH: i32 = 0x5c
const CLOSE_LIST: i32 = 0x5d
const LOWER_E: i32 = 0x65
const OPEN_OBJECT: i32 = 0x7b
const CLOSE_OBJECT: i32 = 0x7d
/** The only bit in which the brackets of lists and objects differ. */
const CASE: i32 = 0x20

const NOTHING: i32 = 0

const EVEN_BITS: u64 = 0x5555555555555555

// Eight bytes of each name, as a number in the order of the memory.
const EVENT_SOU: u64 = 0x756f53746e657665
const EVENT_NAM: u64 = 0x6d614e746e657665
const EVENT_TIM: u64 = 0x6d6954746e657665
const RECORDS: u64 = 0x227364726f636552
/** `rce"`, and `e"`. */
const RCE: u32 = 0x22656372
const E: u32 = 0x2265

/**
 * Scans the bytes from `at` to `length` of the window, whose first byte has the offset `origin` in the input. Returns
 * how far it got.
 */
export function scan(at: i32, length: i32, isLast: i32, origin: f64): i32 {
  let mode = <i32>load<f64>(MODE)
  const separator = <i32>load<f64>(SEPARATOR)
  let count = 0
  let stop = MORE
  for (;;) {
    if (mode === INSIDE) {
      const end = inside(at, length, isLast, origin)
      if (end > 0) {
        at = end
        store<f64>(END, origin + <f64>end)
        mode = AFTER
        continue
      }
      // How far the scan got within the record, or that the record is invalid.
      if (end === NOTHING) stop = ODD
      else at = ~end
      break
    }
    at = pastWhite(at, length, mode === AFTER ? separator : 0)
    if (at >= length) break
    const byte = <i32>load<u8>(WINDOW + at)
    if (mode === BEFORE) {
      if (byte !== OPEN_OBJECT) {
        stop = ODD
        break
      }
      memory.fill(DEPTH, 0, 24)
      memory.fill(ROW, 0, ROW_SIZE)
      store<f64>(START, origin + <f64>at)
      mode = INSIDE
      continue
    }
    const isEnd = byte === CLOSE_LIST && separator === COMMA
    if (byte !== separator && !isEnd) {
      stop = ODD
      break
    }
    memory.copy(ROWS + <usize>count * ROW_SIZE, ROW, ROW_SIZE)
    count++
    at++
    mode = BEFORE
    if (isEnd || count === CAPACITY) {
      stop = isEnd ? LAST : FULL
      break
    }
  }
  store<f64>(MODE, <f64>mode)
  store<f64>(STOP, <f64>stop)
  store<f64>(COUNT, <f64>count)
  return at
}

/**
 * Finds the end of a record. Returns its offset, `NOTHING` if the record is invalid, or the inverted bits of how far it
 * got.
 */
function inside(at: i32, length: i32, isLast: i32, origin: f64): i32 {
  let depth = <i32>load<f64>(DEPTH)
  let within: u64 = load<f64>(IN_STRING) !== 0 ? u64.MAX_VALUE : 0
  let escaped: u64 = load<f64>(ESCAPED) !== 0 ? 1 : 0
  const least = isLast ? 1 : BLOCK + AHEAD
  for (; length - at >= least; at += BLOCK) {
    const from = WINDOW + at
    const a = v128.load(from)
    const b = v128.load(from, 16)
    const c = v128.load(from, 32)
    const d = v128.load(from, 48)
    if (v128.any_true(v128.and(v128.or(v128.or(a, b), v128.or(c, d)), splat(0x80)))) flag(NON_ASCII)
    let quotes = bits(a, b, c, d, splat(QUOTE))
    const slashes = bits(a, b, c, d, splat(BACKSLASH))
    if ((slashes | escaped) !== 0) {
      // A run of backslashes escapes the byte after it if its length is odd: computed for all runs with one addition.
      const free = slashes & ~escaped
      const follows = (free << 1) | escaped
      const oddStarts = free & ~EVEN_BITS & ~follows
      const sum = oddStarts + free
      escaped = sum < free ? 1 : 0
      quotes &= ~((EVEN_BITS ^ (sum << 1)) & follows)
    }
    // From each opening quote to the byte before the closing one.
    const strings = prefixXor(quotes) ^ within
    within = <u64>(<i64>strings >> 63)
    const bit = splat(CASE)
    const ua = v128.or(a, bit)
    const ub = v128.or(b, bit)
    const uc = v128.or(c, bit)
    const ud = v128.or(d, bit)
    const opens = bits(ua, ub, uc, ud, splat(OPEN_OBJECT)) & ~strings
    const closes = bits(ua, ub, uc, ud, splat(CLOSE_OBJECT)) & ~strings
    // Points count as in JavaScript.
    const digits = together(digit(a), digit(b), digit(c), digit(d)) & ~strings
    if (digits !== 0 && isLong(digits, from)) flag(LONG_DIGITS)
    const strange = slashes & ~strings
    const closed = <i32>popcnt(closes)
    if (depth - closed > 1 && strange === 0) {
      depth += <i32>popcnt(opens) - closed
      continue
    }
    let events = opens | closes
    if (depth === 1 || events !== 0) events |= quotes & strings & firsts(from)
    while (events !== 0) {
      const one = events & (0 - events)
      events ^= one
      if ((opens & one) !== 0) depth++
      else if ((closes & one) !== 0) {
        if (--depth === 0) {
          // Invalid bytes after the record are ignored here.
          return (strange & (one - 1)) !== 0 ? NOTHING : at + <i32>ctz(one) + 1
        }
      } else if (depth === 1) member(at + <i32>ctz(one), length, origin)
    }
    if (strange !== 0) return NOTHING
  }
  store<f64>(DEPTH, <f64>depth)
  store<f64>(IN_STRING, within !== 0 ? 1 : 0)
  store<f64>(ESCAPED, <f64>escaped)
  return ~min(at, length)
}

/** Whether one of these digits is the first of sixteen, or an exponent follows it. */
function isLong(digits: u64, from: usize): bool {
  const exponents = together(
    exponent(v128.load(from, 1)),
    exponent(v128.load(from, 17)),
    exponent(v128.load(from, 33)),
    exponent(v128.load(from, 49)),
  )
  if ((digits & exponents) !== 0) return true
  // Each bit is set if it and the fifteen after it are.
  let run = digits & (digits >> 1)
  run &= run >> 2
  run &= run >> 4
  if ((run & (run >> 8)) !== 0) return true
  // Digits at the end of the block may go on after it.
  const last = <i32>clz(~digits)
  const next = <i32>ctz(~(<u32>i8x16.bitmask(digit(v128.load(from, BLOCK)))))
  return last > 0 && last + next >= 16
}

// @ts-expect-error: decorator
@inline
function exponent(bytes: v128): v128 {
  return i8x16.eq(v128.or(bytes, splat(CASE)), splat(LOWER_E))
}

/** Checks a string at the top level of the record that starts like a requested name or with a backslash. */
function member(at: i32, length: i32, origin: f64): void {
  const from = WINDOW + at + 1
  const word = load<u64>(from)
  let kind: usize = 3
  if (word === EVENT_SOU && load<u32>(from, 8) === RCE) kind = 0
  else if (word === EVENT_NAM && <u32>load<u16>(from, 8) === E) kind = 1
  else if (word === EVENT_TIM && <u32>load<u16>(from, 8) === E) kind = 2
  else {
    if (word === RECORDS) flag(HAS_RECORDS)
    // The first escape of an escaped name is within as many bytes as the longest name has.
    for (let i: usize = 0; i < 11; i++) {
      const byte = <i32>load<u8>(from + i)
      if (byte === QUOTE) return
      if (byte === BACKSLASH) return flag(UNSURE | ESCAPED_NAME)
    }
    return
  }
  let i = pastWhite(at + (kind === 0 ? 13 : 11), length, 0)
  if (i >= length) return flag(UNSURE)
  // A value, not a name.
  if (load<u8>(WINDOW + i) !== COLON) return
  i = pastWhite(i + 1, length, 0)
  if (i >= length || load<u8>(WINDOW + i) !== QUOTE) return flag(UNSURE)
  const start = ++i
  for (; i < length; i++) {
    const byte = <i32>load<u8>(WINDOW + i)
    if (byte === BACKSLASH || byte >= 0x80) return flag(UNSURE)
    if (byte === QUOTE) {
      store<f64>(RANGES + kind * 16, origin + <f64>start)
      store<f64>(RANGES + kind * 16 + 8, origin + <f64>i)
      return
    }
  }
  flag(UNSURE)
}

function flag(bit: i32): void {
  store<f64>(FLAGS, <f64>(<i32>load<f64>(FLAGS) | bit))
}

/** Returns the first offset from `at` on whose byte is not white space, or is `but`. */
function pastWhite(at: i32, length: i32, but: i32): i32 {
  for (; at < length; at++) {
    const byte = <i32>load<u8>(WINDOW + at)
    if ((byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) || byte === but) break
  }
  return at
}

/** Returns a mask of the bytes among 64 that equal those in `byte`. */
// @ts-expect-error: decorator
@inline
function bits(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return together(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte))
}

// @ts-expect-error: decorator
@inline
function together(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(a)) |
    (<u64>(<u32>i8x16.bitmask(b)) << 16) |
    (<u64>(<u32>i8x16.bitmask(c)) << 32) |
    (<u64>(<u32>i8x16.bitmask(d)) << 48)
  )
}

// @ts-expect-error: decorator
@inline
function digit(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, splat(POINT)), splat(NINE - POINT + 1))
}

/** Returns a mask of the bytes before one that may start a requested name. */
function firsts(from: usize): u64 {
  return together(
    first(v128.load(from, 1)),
    first(v128.load(from, 17)),
    first(v128.load(from, 33)),
    first(v128.load(from, 49)),
  )
}

// @ts-expect-error: decorator
@inline
function first(bytes: v128): v128 {
  return v128.or(
    i8x16.eq(bytes, splat(LOWER_E)),
    v128.or(i8x16.eq(bytes, splat(BACKSLASH)), i8x16.eq(bytes, splat(UPPER_R))),
  )
}

/** Returns a vector of sixteen times the same byte. */
// @ts-expect-error: decorator
@inline
function splat(byte: i32): v128 {
  return i8x16.splat(<i8>byte)
}

/** Returns a mask in which each bit is the parity of the bits up to it. */
// @ts-expect-error: decorator
@inline
function prefixXor(quotes: u64): u64 {
  let x = quotes
  x ^= x << 1
  x ^= x << 2
  x ^= x << 4
  x ^= x << 8
  x ^= x << 16
  return x ^ (x << 32)
}
