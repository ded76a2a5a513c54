/**
 * Finds the byte ranges of records: in the lists `Records` of an object, in a list, alone, or one per line, and in any
 * sequence of these. It makes one pass over a window of the file and passes each range to a sink. If the window holds
 * the whole file, it never waits.
 *
 * Records in lists and on lines are found by a fast scan, which follows brackets and quotes. Everything else is read by
 * the grammar of JSON, so that damage is found where it begins; `resume.ts` finds where reading resumes after it.
 *
 * @module
 */
import { AFTER, COUNT, FULL, INSIDE, LAST, MODE, MORE, ROW, ROW_LENGTH, type Scanner, START, STOP, scanState } from './item-rows.js'
import { textOf } from './json.js'
import { JsonSyntax } from './json-syntax.js'
import { indexOfRecords, isListName, NAME_LENGTH } from './list-names.js'
import { type Level, LONGEST_RECORD, Resuming, type Resumption } from './resume.js'
import { CLOSE_LIST, CLOSE_OBJECT, COMMA, endOfOpen, mayBeObject, NEW_LINE, OPEN_LIST, OPEN_OBJECT, trimEnd } from './scan.js'
import type { TextWindow } from './text-window.js'
import { countLines, countShort, isRowJson } from './whole-rows.js'
import { type Finding, WindowReader } from './window-reader.js'

/** Receives the ranges that are found. Offsets count from the beginning of the inflated file; ends are exclusive. */
export interface RecordSink {
  /**
   * Each of the first `count` rows is a record; `areItems` if commas separate them. The rows are overwritten
   * afterwards.
   */
  readonly rows: (rows: Float64Array, count: number, areItems: boolean) => void
  /** This range is a JSON value where a record is expected. */
  readonly value: (start: number, end: number) => void
  /** This range is not JSON where a record is expected; it is empty if start and end are equal. */
  readonly damaged: (start: number, end: number) => void
  /** The file ends within what began here: a record, or what encloses records. */
  readonly unfinished: (start: number, end: number, isRecord: boolean) => void
  /** This range is not JSON, and no record is expected in it. */
  readonly broken: (start: number, end: number, expected: string, received?: string) => void
  /** A list `Records` begins: the file is a log, even if the list is empty. */
  readonly log: () => void
  /** The value that begins here is too large to keep: whatever is needed of it must be read now. */
  readonly large: (start: number) => void
  /** What was found must be read now: bytes of the window are released next. */
  readonly flush: () => void
  /** Whether enough was found for a batch. */
  readonly isFull: () => boolean
}

/** Finds all records from `from` on. A value that is larger than `limit` is not kept in the window. */
export function findRecords(window: TextWindow, from: number, limit: number, sink: RecordSink, scanner: Scanner): Finding {
  return new Finder(window, limit, sink, scanner).documents(from)
}

/** Matches the beginning of a file whose list `Records` is damaged at its beginning. */
const HEAD = /^\{\s*"?Records/
const HEAD_LENGTH = 32

/** How a log begins, as CloudTrail writes it. */
const LOG = '{"Records"'

const LOWER_N = 0x6e

/** Where reading goes on. */
interface Next {
  readonly at: number
  /** Whether it goes on after the end of the list, not inside of it. */
  readonly hasLeft: boolean
}

/** An object that is read. */
interface OpenObject {
  readonly open: number
  /** Where the member begins that is being read, or -1. */
  readonly member: number
  readonly isLog: boolean
  /** Whether its first name begins like `Records`. */
  readonly isHead: boolean
}

/** Rows that were found: how many, where what follows them begins, and whether that is the end of the list. */
interface Rows {
  readonly at: number
  readonly count: number
  readonly isEnd: boolean
}

class Finder {
  private readonly reader: WindowReader
  private readonly resuming: Resuming
  /** The first new line of the document that is being read, and how far it was searched for. */
  private newLine = -1
  private searched = 0
  /** The name `Records` is not between the last damage and here. */
  private noName = 0

  constructor(
    private readonly window: TextWindow,
    private readonly limit: number,
    private readonly sink: RecordSink,
    private readonly scanner: Scanner,
  ) {
    this.reader = new WindowReader(window, sink)
    this.resuming = new Resuming(window)
  }

  /** Reads the documents of a file. */
  *documents(from: number): Finding {
    for (let at = from; ; ) {
      at = yield* this.reader.pastWhite(at)
      const byte = this.window.at(at)
      if (byte === undefined) return
      if (byte === OPEN_OBJECT) {
        const next = yield* this.lines(at)
        at = next > at ? next : yield* this.object(at)
      } else if (byte === OPEN_LIST) at = (yield* this.items(at + 1, 'LIST', 0)).at
      else at = yield* this.between(at)
    }
  }

  /** Skips what is between documents, up to the next document, or to the next item of a list without its brackets. */
  private *between(at: number): Finding<number> {
    const level = this.window.at(at) === COMMA ? 'LIST' : 'TEXT'
    const next = yield* this.resume(at, at, level)
    this.sink.broken(at, this.trimmed(at, next.at), 'an object or a list')
    return next.level === 'LIST' ? (yield* this.items(next.at, 'LIST', 1)).at : next.at
  }

  /** Reads an object: a log if it has a list `Records`, else itself a record. Returns where reading goes on. */
  private *object(open: number): Finding<number> {
    const { window, sink } = this
    const syntax = new JsonSyntax([], true)
    yield* this.reader.need(open + HEAD_LENGTH, open)
    const isHead = HEAD.test(textOf(window.bytes, open - window.origin, open - window.origin + HEAD_LENGTH))
    const keep = (at: number): number => (isLog ? lastOf(syntax, at) : this.kept(open, syntax, at))
    let isLog = false
    let invalid: { readonly start: number; readonly end: number } | undefined
    let member = -1
    for (let at = open; ; ) {
      at = yield* this.reader.read(syntax, at, keep)
      if (syntax.isDone) {
        if (isLog) {
          if (invalid !== undefined) sink.broken(invalid.start, invalid.end, 'a list Records')
        } else sink.value(open, at)
        return at
      }
      if (!syntax.isAtMember) return yield* this.brokenObject(syntax, at, { open, member, isLog, isHead })
      member = syntax.lastString
      const isRecords = at - member <= LONGEST_RECORD && isListName(window.bytes, member - window.origin, at - window.origin)
      const value = yield* this.reader.pastWhite(at, keep)
      const byte = window.at(value)
      at = value
      if (!isRecords || byte === LOWER_N) continue
      if (byte === OPEN_LIST) {
        sink.log()
        isLog = true
        const next = yield* this.items(value + 1, 'WRAPPED_LIST', 0)
        if (next.hasLeft) return next.at
        at = next.at
        member = -1
        syntax.skipValue(at)
      } else invalid ??= { start: value, end: value }
    }
  }

  /** Reports an object that ends too early or is not JSON. Returns where reading goes on. */
  private *brokenObject(syntax: JsonSyntax, at: number, { open, member, isLog, isHead }: OpenObject): Finding<number> {
    const { sink } = this
    const line = isLog ? -1 : this.lineAfter(open, at)
    if (!syntax.isFaulty) {
      const whole = line < 0 ? undefined : this.resuming.find(line, at, 'TEXT', false)
      if (whole === undefined) sink.unfinished(isLog ? (member < 0 ? at : member) : open, at, !isLog)
      else sink.damaged(open, this.trimmed(open, whole.at))
      return whole?.at ?? at
    }
    const from = line < 0 ? lastOf(syntax, at) : Math.min(line, lastOf(syntax, at))
    yield* this.reader.need(at + 2 * LONGEST_RECORD, from)
    const list = isLog ? undefined : this.listAfter(isHead, at, syntax)
    const next = list ?? (yield* this.resume(from, at, isLog ? 'WRAPPED_LIST' : 'TEXT'))
    if (isLog || list !== undefined) sink.broken(isLog ? at : open, this.trimmed(at, next.at), isLog ? 'a member' : 'a list Records')
    else sink.damaged(open, this.trimmed(open, next.at))
    if (next.level === 'TEXT') return next.at
    sink.log()
    const end = yield* this.items(next.at, 'WRAPPED_LIST', 1)
    return end.hasLeft ? end.at : yield* this.rest(end.at)
  }

  /**
   * The end of the line on which a record begins that is not whole there; -1 where it is not near. Records one per line
   * end with their line, whatever is wrong with them.
   */
  private lineAfter(open: number, at: number): number {
    const { bytes, origin } = this.window
    if (open < origin || at - open > Math.min(LONGEST_RECORD, this.limit)) return -1
    const line = bytes.subarray(0, at - origin).indexOf(NEW_LINE, open - origin)
    return line < 0 ? -1 : line + origin
  }

  /** Returns the first certain item of a list `Records` if the object is damaged before the list or in its name. */
  private listAfter(isHead: boolean, at: number, syntax: JsonSyntax): Resumption | undefined {
    const { bytes, origin, end } = this.window
    let from = lastOf(syntax, at)
    if (!isHead) {
      from = Math.max(at, this.noName)
      const position = indexOfRecords(bytes.subarray(0, Math.min(bytes.length, at - origin + LONGEST_RECORD)), from - origin)
      if (position < 0) {
        this.noName = Math.min(end, at + LONGEST_RECORD) - NAME_LENGTH
        return undefined
      }
      from = origin + position
    }
    return this.resuming.find(from, Math.min(end, at + LONGEST_RECORD), 'WRAPPED_LIST', true)
  }

  /** Skips the rest of an object whose beginning is damaged. */
  private *rest(at: number): Finding<number> {
    const start = yield* this.reader.pastWhite(at)
    return this.window.at(start) === CLOSE_OBJECT ? start + 1 : start
  }

  /** Reads the items of a list, from the one that begins at `from`; `before` of them have been read. */
  private *items(from: number, level: Exclude<Level, 'TEXT'>, before: number): Finding<Next> {
    const { window, sink } = this
    let count = before
    for (let at = from; ; count++) {
      // A scan for rows would stop at another value at once: a list may have millions of them.
      const rows = mayBeObject(window.at(at)) ? yield* this.rows(at, COMMA) : { at, count: 0, isEnd: false }
      if (rows.isEnd) return inside(rows.at)
      count += rows.count
      const start = yield* this.reader.pastWhite(rows.at)
      const byte = window.at(start)
      if (byte === undefined) {
        sink.unfinished(start, start, false)
        return left(start)
      }
      if (byte === COMMA || byte === CLOSE_LIST) {
        if (byte === COMMA || count > 0) sink.damaged(start, start)
        if (byte === CLOSE_LIST) return inside(start + 1)
        at = start + 1
        continue
      }
      const next = yield* this.item(start, level)
      if (next.hasLeft || next.isEnd) return next
      at = next.at
      if (sink.isFull()) yield 'BATCH'
    }
  }

  /** Reads one item and what follows it. */
  private *item(start: number, level: Exclude<Level, 'TEXT'>): Finding<Next & { readonly isEnd?: boolean }> {
    const { window, sink } = this
    const value = new JsonSyntax()
    const end = yield* this.reader.read(value, start, (at) => this.kept(start, value, at))
    if (value.isDone) {
      sink.value(start, end)
      const stop = yield* this.reader.pastWhite(end)
      const byte = window.at(stop)
      if (byte === COMMA) return inside(stop + 1)
      if (byte === CLOSE_LIST) return { ...inside(stop + 1), isEnd: true }
      if (byte === undefined) {
        sink.unfinished(stop, stop, false)
        return left(stop)
      }
      const next = yield* this.resume(stop, stop, level, CLOSE_OBJECT)
      sink.broken(stop, this.trimmed(stop, next.at), 'a comma or ]')
      return { at: next.at, hasLeft: next.level === 'TEXT' }
    }
    if (!value.isFaulty) {
      sink.unfinished(start, end, true)
      return left(end)
    }
    const next = yield* this.afterFault(value, end, level)
    sink.damaged(start, this.trimmed(start, next.at))
    if (next.level === 'TEXT') return left(next.at)
    const byte = next.isAfter ? window.at(next.at) : undefined
    if (byte === CLOSE_LIST) return { ...inside(next.at + 1), isEnd: true }
    return inside(byte === COMMA ? next.at + 1 : next.at)
  }

  /**
   * Returns where reading goes on after an item that is not JSON at `at`: inside of it if another record certainly
   * begins there, else after it if its brackets are balanced, else at the next certain position.
   */
  private *afterFault(syntax: JsonSyntax, at: number, level: Exclude<Level, 'TEXT'>): Finding<Resumption & { readonly isAfter?: boolean }> {
    const { window, resuming } = this
    const from = lastOf(syntax, at)
    yield* this.reader.need(at + 2 * LONGEST_RECORD, from)
    const { bytes, origin } = window
    const to = Math.min(bytes.length, at - origin + LONGEST_RECORD)
    const position = endOfOpen(bytes, at - origin, to, syntax.openCount, syntax.isFaultInString)
    const byte = bytes[position]
    const end = origin + position
    if (byte !== COMMA && byte !== CLOSE_LIST) return yield* this.resume(from, at, level)
    const certain = resuming.find(from, end, level, false)
    if (certain !== undefined) return certain
    const after = { at: end, level, isAfter: true }
    // Strings of a damaged record may look like its end: neither a comma nor a closing bracket is enough.
    if (byte === COMMA) return resuming.goesOn(end, level) ? after : yield* this.resume(from, at, level)
    if (resuming.isEnd(end, level)) return after
    return resuming.find(end, origin + to, level, false) ?? after
  }

  /** Returns the next position from which the rest is valid JSON, or the end of the file. */
  private *resume(from: number, at: number, level: Level, sign?: number): Finding<Resumption> {
    const { window } = this
    for (let begin = from, limit = at; ; sign = undefined) {
      yield* this.reader.need(limit + 2 * LONGEST_RECORD, begin)
      const to = Math.min(limit + LONGEST_RECORD, window.end)
      const found = this.resuming.find(begin, to, level, false, sign)
      if (found !== undefined) return found
      if (to === window.end) return { at: to, level: 'TEXT' }
      begin = to
      limit = to
    }
  }

  /** Reads the objects that follow each other, or the lines that are one record each, up to something else. */
  private *rows(from: number, separator: number): Finding<Rows> {
    const { window, sink } = this
    const { rows } = this.scanner
    const state = scanState(separator)
    const areItems = separator === COMMA
    let count = 0
    for (let at = from; ; ) {
      const { origin, bytes } = window
      const before = at
      const to = Math.min(bytes.length, at - origin + LONGEST_RECORD)
      at = origin + this.scanner.scan(bytes, at - origin, to, window.isEnd && to === bytes.length, origin, state)
      const found = state[COUNT] ?? 0
      const stop = state[STOP]
      // The end of a list counts only after a record: brackets of a damaged one may look like it.
      const short = countShort(rows, found - (stop === LAST && !isRowJson(bytes, rows, found - 1, origin) ? 1 : 0))
      const plain = areItems ? short : countLines(bytes, rows, short, origin)
      if (plain > 0) sink.rows(rows, plain, areItems)
      count += plain
      if (plain < found) return { at: rows[ROW_LENGTH * plain + START] ?? at, count, isEnd: false }
      const isOpen = state[MODE] === INSIDE || state[MODE] === AFTER
      const open = isOpen ? (state[ROW + START] ?? at) : at
      const isGoingOn = stop === FULL || (stop === MORE && (at > before || !window.isEnd))
      if (!isGoingOn || at - open > LONGEST_RECORD) return { at: open, count, isEnd: stop === LAST }
      if (sink.isFull()) yield 'BATCH'
      // A scanner may read less than the window holds.
      if (stop === MORE && at === before) yield* this.reader.more(open)
    }
  }

  /** Reads lines that are one record each. Returns where the first other line begins. */
  private *lines(at: number): Finding<number> {
    const { window, scanner } = this
    yield* this.reader.need(at + LOG.length, at)
    // A whole log on one line is not such a line, however long it is.
    if (textOf(window.bytes, at - window.origin, at - window.origin + LOG.length) === LOG) return at
    if (this.newLine < at) {
      for (let from = Math.max(at, this.searched); ; from = this.searched) {
        const position = window.bytes.indexOf(NEW_LINE, from - window.origin)
        if (position >= 0) {
          this.newLine = window.origin + position
          break
        }
        this.searched = window.end
        if (window.isEnd || window.end - at >= LONGEST_RECORD) return at
        yield* this.reader.more(at)
      }
    }
    if (this.newLine - at > LONGEST_RECORD) return at
    const { bytes, origin } = window
    const state = scanState(NEW_LINE)
    const to = this.newLine + 1 - origin
    // A scanner may read less than the line.
    for (let from = at - origin; from < to; ) {
      const next = scanner.scan(bytes, from, to, true, origin, state)
      if (next === from || state[STOP] !== MORE) break
      from = next
    }
    if (countLines(bytes, scanner.rows, state[COUNT] ?? 0, origin) === 0) return at
    return (yield* this.rows(at, NEW_LINE)).at
  }

  /** Returns from where on bytes must be kept of a value that begins at `start` and was read up to `at`. */
  private kept(start: number, syntax: JsonSyntax, at: number): number {
    const { window, limit, sink } = this
    if (start >= window.origin && window.end - start <= limit) return start
    if (start >= window.origin) sink.large(start)
    return lastOf(syntax, at)
  }

  /**
   * Returns the end of the lost range: without the comma and the white space before the position where reading resumes.
   * It looks only at bytes that a stream holds as well.
   */
  private trimmed(start: number, end: number): number {
    const { origin, bytes } = this.window
    const from = Math.max(start, this.reader.heldFrom) - origin
    const last = trimEnd(bytes, from, end - origin)
    const isComma = end < this.window.end && last > from && bytes[last - 1] === COMMA
    return origin + (isComma ? trimEnd(bytes, from, last - 1) : last)
  }
}

const inside = (at: number): Next => ({ at, hasLeft: false })
const left = (at: number): Next => ({ at, hasLeft: true })

/** Returns from where on a value must be kept for its last string to be read again. */
const lastOf = ({ lastString }: JsonSyntax, at: number): number => (lastString < 0 ? at : Math.max(lastString, at - LONGEST_RECORD))
