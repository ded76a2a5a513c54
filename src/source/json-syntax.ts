/**
 * The grammar of JSON as a state machine over bytes: it accepts what `JSON.parse` accepts. It can stop anywhere and
 * continue with later bytes, keeps no value, and does not recurse.
 *
 * @module
 */
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, isWhite, OPEN_LIST, OPEN_OBJECT, QUOTE } from './scan.js'

/** What is read next. */
const VALUE = 0
const FIRST_ITEM = 1
const FIRST_KEY = 2
const KEY = 3
const AFTER_KEY = 4
const AFTER_VALUE = 5
const STRING = 6
const ESCAPE = 7
const HEX = 8
const LITERAL = 9
/**
 * Within a number: after the minus, a leading zero, digits, the point, digits after it, the `e`, its sign, its digits.
 */
const MINUS = 10
const ZERO = 11
const DIGITS = 12
const POINT = 13
const FRACTION = 14
const EXPONENT = 15
const SIGN = 16
const POWER = 17
const DONE = 18
const FAULT = 19

const NONE_OPEN = /* @__PURE__ */ new Uint8Array(0)

/** Open lists and objects on the stack. */
export const LIST = 1
export const OBJECT = 2

const MINUS_BYTE = 0x2d
const PLUS_BYTE = 0x2b
const POINT_BYTE = 0x2e
const ZERO_BYTE = 0x30
const NINE_BYTE = 0x39
const UPPER_E = 0x45
const LOWER_E = 0x65
const LOWER_U = 0x75
const SPACE = 0x20

const LITERALS: ReadonlyArray<Uint8Array> = /* @__PURE__ */ ['true', 'false', 'null'].map((word) =>
  Uint8Array.from(word, (char) => char.charCodeAt(0)),
)
const ESCAPES: ReadonlyArray<number> = /* @__PURE__ */ Array.from('"\\/bfnrt', (char) => char.charCodeAt(0))

/** Reads one value, or the rest of the lists and objects in which reading begins. */
export class JsonSyntax {
  /** Where the last string began, or the skipped value ended if that came later, as an offset; -1 before the first. */
  lastString = -1
  /** Whether the fault is between the quotes of a string. */
  isFaultInString = false
  private state = VALUE
  private depth = 0
  /** Most values have no other values in them. */
  private open = NONE_OPEN
  private isKey = false
  private left = 0
  private literal: Uint8Array | undefined
  private matched = 0

  private isStopped = false

  /**
   * @param within - The lists and objects around the value, from the outermost; reading ends when all of them are
   * closed.
   * @param stopsAtMembers - Whether reading stops before the value of each member of the outermost object.
   */
  constructor(
    within: ReadonlyArray<typeof LIST | typeof OBJECT> = [],
    private readonly stopsAtMembers = false,
  ) {
    for (const kind of within) this.push(kind)
  }

  /** Whether the value was read to its end. */
  get isDone(): boolean {
    return this.state === DONE
  }

  get isFaulty(): boolean {
    return this.state === FAULT
  }

  /** How many lists and objects are open. */
  get openCount(): number {
    return this.depth
  }

  /** Whether reading stopped before the value of a member of the outermost object; only with `stopsAtMembers`. */
  get isAtMember(): boolean {
    return this.isStopped
  }

  /** Skips the next value: the caller has read it up to this offset. */
  skipValue(end = -1): void {
    this.lastString = end
    this.state = this.closed()
  }

  /**
   * Reads the bytes from `from` to `to`. Returns where it stopped: at `to`, after the end of the value, or at the byte
   * that is not JSON.
   *
   * @param origin - The offset of the first of the bytes, which `lastString` counts from.
   */
  read(bytes: Uint8Array, from: number, to: number, origin: number): number {
    let at = from
    this.isStopped = false
    while (at < to) {
      const byte = bytes[at] ?? 0
      switch (this.state) {
        case STRING: {
          let i = at
          let b = byte
          while (b !== QUOTE && b !== BACKSLASH && b >= SPACE && ++i < to) b = bytes[i] ?? 0
          at = i
          if (i === to) return to
          if (b < SPACE) return this.fault(at)
          this.state = b === BACKSLASH ? ESCAPE : this.isKey ? AFTER_KEY : this.closed()
          at++
          break
        }
        case ESCAPE:
          if (byte === LOWER_U) this.left = 4
          else if (!ESCAPES.includes(byte)) return this.fault(at)
          this.state = byte === LOWER_U ? HEX : STRING
          at++
          break
        case HEX:
          if (!isHex(byte)) return this.fault(at)
          if (--this.left === 0) this.state = STRING
          at++
          break
        case LITERAL:
          if (byte !== this.literal?.[this.matched]) return this.fault(at)
          if (++this.matched === this.literal.length) this.state = this.closed()
          at++
          break
        case MINUS:
        case ZERO:
        case DIGITS:
        case POINT:
        case FRACTION:
        case EXPONENT:
        case SIGN:
        case POWER: {
          const next = numberStep(this.state, byte)
          if (next !== undefined) {
            this.state = next
            at++
          } else if (isWholeNumber(this.state)) this.state = this.closed()
          else return this.fault(at)
          break
        }
        default:
          if (isWhite(byte)) at++
          else if (this.token(byte, at + origin)) at++
          else return this.fault(at)
      }
      if (this.state === DONE || this.isStopped) return at
    }
    return at
  }

  /** Reads a byte between values. Returns whether it is allowed there. */
  private token(byte: number, offset: number): boolean {
    const { state } = this
    if (byte === QUOTE && state <= KEY) {
      this.isKey = state === KEY || state === FIRST_KEY
      this.lastString = offset
      this.state = STRING
    } else if (state === AFTER_KEY) {
      if (byte !== COLON) return false
      this.state = VALUE
      this.isStopped = this.stopsAtMembers && this.depth === 1
    } else if (state === AFTER_VALUE) {
      const kind = this.open[this.depth - 1]
      if (byte === COMMA) this.state = kind === LIST ? VALUE : KEY
      else if (byte === (kind === LIST ? CLOSE_LIST : CLOSE_OBJECT)) this.pop()
      else return false
    } else if (state === FIRST_KEY && byte === CLOSE_OBJECT) this.pop()
    else if (state === FIRST_ITEM && byte === CLOSE_LIST) this.pop()
    else if (state > FIRST_ITEM) return false
    else return this.begin(byte)
    return true
  }

  private begin(byte: number): boolean {
    if (byte === OPEN_OBJECT) {
      this.push(OBJECT)
      this.state = FIRST_KEY
    } else if (byte === OPEN_LIST) {
      this.push(LIST)
      this.state = FIRST_ITEM
    } else if (byte === MINUS_BYTE) this.state = MINUS
    else if (byte === ZERO_BYTE) this.state = ZERO
    else if (isDigit(byte)) this.state = DIGITS
    else {
      this.literal = LITERALS.find(([first]) => first === byte)
      this.matched = 1
      this.state = LITERAL
      return this.literal !== undefined
    }
    return true
  }

  private push(kind: number): void {
    if (this.depth === this.open.length) {
      const larger = new Uint8Array(Math.max(32, 2 * this.depth))
      larger.set(this.open)
      this.open = larger
    }
    this.open[this.depth++] = kind
  }

  private pop(): void {
    this.depth--
    this.state = this.closed()
  }

  private closed(): number {
    return this.depth === 0 ? DONE : AFTER_VALUE
  }

  private fault(at: number): number {
    this.isFaultInString = this.state === STRING || this.state === ESCAPE || this.state === HEX
    this.state = FAULT
    return at
  }
}

const isDigit = (byte: number): boolean => byte >= ZERO_BYTE && byte <= NINE_BYTE

const isHex = (byte: number): boolean => isDigit(byte) || ((byte | SPACE) >= 0x61 && (byte | SPACE) <= 0x66)

const isWholeNumber = (state: number): boolean => state === ZERO || state === DIGITS || state === FRACTION || state === POWER

function numberStep(state: number, byte: number): number | undefined {
  if (isDigit(byte)) {
    if (state === MINUS) return byte === ZERO_BYTE ? ZERO : DIGITS
    if (state === ZERO) return undefined
    if (state === DIGITS) return DIGITS
    return state === POINT || state === FRACTION ? FRACTION : POWER
  }
  if (byte === POINT_BYTE) return state === ZERO || state === DIGITS ? POINT : undefined
  if (byte === LOWER_E || byte === UPPER_E) return state === ZERO || state === DIGITS || state === FRACTION ? EXPONENT : undefined
  return state === EXPONENT && (byte === PLUS_BYTE || byte === MINUS_BYTE) ? SIGN : undefined
}
