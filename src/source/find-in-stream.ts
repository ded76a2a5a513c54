/**
 * Where the records stand in a text that comes piece by piece: the same places as `findRecords` tells of the whole text, as far as that can be, for what was
 * told cannot be taken back. Only what has begun is kept, and of a record that is too large not even that.
 *
 * These are generators: each yields where it needs more of the text than there is.
 *
 * @module
 */
import { type Context, checkRest, countPlain, isLines, openItem, type RecordSink, readValues } from './find-records.js'
import { COUNT, FLAGS, FULL, LAST, MORE, ROW_LENGTH, type Scanner, START, STOP, scanState } from './item-rows.js'
import { isName } from './member.js'
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  closingQuote,
  NEW_LINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  StretchScan,
  skipWhite,
  trimEnd,
} from './scan.js'
import type { StreamWindow } from './stream-window.js'

/** What becomes of what is found, as of `RecordSink`. */
export interface StreamSink<Mark> extends RecordSink<Mark> {
  /** The record that begins here is too large: what is known of it is to be looked at before it is let go. */
  readonly letGo: (start: number) => void
}

/** Takes turns with whoever brings the text: yields where more of it is needed. */
export type Finding<A = void> = Generator<undefined, A, undefined>

/** `Records` with every character escaped, and its quotes. */
const LONGEST_NAME = 44

/** Tells the places of all records of a text that begins at `from`, from the window. */
export function* findInStream<Mark>(window: StreamWindow, from: number, limit: number, sink: StreamSink<Mark>, scanner: Scanner): Finding {
  const finder = new Finder(window, limit, sink, scanner)
  if (isLines(window.text, from - window.origin)) yield* finder.lines(from)
  else yield* finder.values(from)
}

class Finder<Mark> {
  constructor(
    private readonly window: StreamWindow,
    private readonly limit: number,
    private readonly sink: StreamSink<Mark>,
    private readonly scanner: Scanner,
  ) {}

  /** Reads the values of the text: one, as a rule. */
  *values(from: number): Finding {
    for (let at = yield* this.pastWhite(from); at < this.window.end; ) {
      const byte = this.byteAt(at)
      let end: number | undefined
      if (byte === OPEN_OBJECT) end = yield* this.object(at)
      else if (byte === OPEN_LIST) end = yield* this.list(at)
      else this.sink.broken(at, yield* this.end(), 'an object or a list')
      if (end === undefined) return
      const lines = { seen: false }
      at = yield* this.pastWhite(end, lines)
      const isNext = at < this.window.end && (this.byteAt(at) === OPEN_OBJECT || this.byteAt(at) === OPEN_LIST)
      if (isNext && !lines.seen) this.sink.broken(at, at, 'the end, or a new line', 'another value')
    }
  }

  /** Reads lines, each a value or several. */
  *lines(from: number): Finding {
    for (let at = from; ; ) {
      const start = yield* this.pastWhite(yield* this.plainLines(at))
      if (start === this.window.end) return
      const end = yield* this.lineEnd(start)
      if (start >= this.window.origin) this.read(start, end)
      else this.sink.place(start, this.trimmed(start, end))
      at = end
    }
  }

  /** Reads a line that is in the window. */
  private read(start: number, end: number): void {
    const { window, sink } = this
    const { text, origin } = window
    const here: RecordSink<Mark> = {
      place: (from, to) => sink.place(from + origin, to + origin),
      unfinished: (from, to, isRecord) => sink.unfinished(from + origin, to + origin, isRecord),
      broken: (from, to, ...words) => sink.broken(from + origin, to + origin, ...words),
      places: (rows, count, areItems) => sink.places(moved(rows, count, origin), count, areItems),
      log: () => sink.log(),
      mark: () => sink.mark(),
      rewind: (mark) => sink.rewind(mark),
    }
    const context: Context<Mark> = { text, limit: this.limit, sink: here, scanner: this.scanner }
    readValues(context, start - origin, end - origin)
  }

  private *plainLines(from: number): Finding<number> {
    const { window, scanner, sink } = this
    const state = scanState(NEW_LINE)
    for (let at = from; ; ) {
      const { origin, text } = window
      const before = at
      at = scanner.scan(text, at - origin, text.length, window.isEnd, origin, state) + origin
      const count = state[COUNT] ?? 0
      const plain = countPlain(text, scanner.rows, count, origin)
      const first = scanner.rows[ROW_LENGTH * plain + START] ?? 0
      if (plain > 0) sink.places(scanner.rows, plain, false)
      if (plain < count) return first
      // A scanner may look at less than there is.
      if (state[STOP] === FULL || (state[STOP] === MORE && at > before)) continue
      const open = openItem(state)
      if (state[STOP] !== MORE || window.isEnd || (open !== undefined && window.end - open > this.limit)) return open ?? at
      yield* this.more(open ?? at)
    }
  }

  /** Where the line that begins here ends; one that is too large is let go. */
  private *lineEnd(start: number): Finding<number> {
    const { window } = this
    for (let from = start; ; ) {
      const place = window.text.indexOf(NEW_LINE, from - window.origin)
      if (place >= 0) return window.origin + place
      if (window.isEnd) return window.end
      from = window.end
      yield* this.more(this.kept(start, from))
    }
  }

  /** Reads an object: a log where it has a list `Records`, else itself a record. */
  private *object(open: number): Finding<number | undefined> {
    const { window, sink, limit } = this
    const rest = new Rest(open, limit)
    let hasList = false
    for (let at = open + 1; ; at++) {
      let member = at
      const keep = (): number => (hasList ? rest.kept(window) : this.kept(open, window.end))
      const value = yield* this.valueOfRecords(at, keep)
      if (value !== undefined && this.byteAt(value) === OPEN_LIST) {
        if (hasList) sink.broken(member, value, 'one list Records', 'another, which alone counts for JSON.parse')
        sink.log()
        rest.leaveOut(window, value)
        const end = yield* this.list(value)
        if (end === undefined) return undefined
        hasList = true
        rest.goOn(end)
        at = end
        member = end
      }
      const stop = yield* this.stretch(at, keep)
      if (stop === undefined || stop === window.end) {
        if (hasList) sink.unfinished(yield* this.whiteFrom(member), window.end, false)
        else sink.unfinished(open, window.end, true)
        return undefined
      }
      at = stop
      const byte = this.byteAt(at)
      if (byte === COMMA) continue
      if (!hasList) sink.place(open, at + 1)
      else if (byte === CLOSE_LIST) sink.broken(at, yield* this.end(), 'a comma or }')
      else rest.check(window, at + 1, sink)
      return hasList && byte === CLOSE_LIST ? undefined : at + 1
    }
  }

  /** Where the value of the member that begins here begins, if its name is `Records`. */
  private *valueOfRecords(from: number, keep: () => number): Finding<number | undefined> {
    const { window } = this
    const name = yield* this.pastWhite(from, undefined, keep)
    while (!window.isEnd && window.end - name < LONGEST_NAME) yield* this.more(Math.min(keep(), name))
    if (name >= window.end || this.byteAt(name) !== QUOTE) return undefined
    const open = name - window.origin
    const close = closingQuote(window.text, open + 1, Math.min(window.text.length, open + LONGEST_NAME))
    if (close < 0 || !isName(window.text, open, close, 'Records')) return undefined
    const colon = yield* this.pastWhite(close + 1 + window.origin, undefined, keep)
    if (colon >= window.end || this.byteAt(colon) !== COLON) return undefined
    const value = yield* this.pastWhite(colon + 1, undefined, keep)
    return value < window.end ? value : undefined
  }

  /** Reads a list of records; answers where it ends, or nothing where that is not known. */
  private *list(open: number): Finding<number | undefined> {
    const { window, sink } = this
    let items = 0
    for (let at = open + 1; ; at++) {
      const objects = yield* this.objects(at)
      items += objects.count
      if (objects.isEnd) return objects.end
      const start = yield* this.pastWhite(objects.end)
      const isGone = start < window.origin
      // Of a record that was let go nothing but its end is known, if that.
      const stop = isGone ? yield* this.lost() : yield* this.stretch(start, () => this.kept(start, window.end))
      if (stop === undefined || stop === window.end) {
        const end = isGone ? window.end : this.trimmed(start, window.end)
        const isClosed = stop === window.end && end > start && this.byteAt(end - 1) === CLOSE_OBJECT
        if (isClosed) sink.place(start, end)
        sink.unfinished(isClosed ? end : start, window.end, !isClosed && end > start)
        return undefined
      }
      const end = this.trimmed(start, stop)
      const byte = this.byteAt(stop)
      if (end > start || byte === COMMA || items > 0) sink.place(start, end)
      items++
      if (byte === CLOSE_LIST) return stop + 1
      if (byte === CLOSE_OBJECT) {
        sink.broken(stop, yield* this.end(), 'a comma or ]')
        return undefined
      }
      at = stop
    }
  }

  /** Reads objects, as many as follow each other. */
  private *objects(from: number): Finding<{ readonly count: number; readonly end: number; readonly isEnd: boolean }> {
    const { window, scanner, sink } = this
    const state = scanState(COMMA)
    let items = 0
    for (let at = from; ; ) {
      const { origin, text } = window
      const before = at
      at = scanner.scan(text, at - origin, text.length, window.isEnd, origin, state) + origin
      const count = state[COUNT] ?? 0
      if (count > 0) sink.places(scanner.rows, count, true)
      items += count
      if (state[STOP] === FULL || (state[STOP] === MORE && at > before)) continue
      const open = openItem(state)
      if (state[STOP] !== MORE || window.isEnd) return { count: items, end: open ?? at, isEnd: state[STOP] === LAST }
      yield* this.more(open === undefined ? at : this.kept(open, at))
    }
  }

  /** Where the stretch that begins here ends, as `endOfStretch` says; the end of the text if that comes first, nothing if it comes within a value. */
  private *stretch(from: number, keep: () => number): Finding<number | undefined> {
    const { window } = this
    const scan = new StretchScan()
    for (let at = from; ; ) {
      const place = scan.end(window.text, at - window.origin, window.text.length)
      if (place >= 0) return window.origin + place
      if (window.isEnd) return scan.isBetween ? window.end : undefined
      at = window.end
      yield* this.more(keep())
    }
  }

  /** What is to be kept of a record that begins at `start` and is known up to the end of the window: nothing of one that is too large. */
  private kept(start: number, at: number): number {
    const { window } = this
    if (start >= window.origin && window.end - start <= this.limit) return start
    if (start >= window.origin) this.sink.letGo(start)
    return Math.max(at, window.origin)
  }

  private *pastWhite(from: number, lines?: { seen: boolean }, keep?: () => number): Finding<number> {
    const { window } = this
    for (let at = from; ; ) {
      const local = at - window.origin
      const place = skipWhite(window.text, local, window.text.length)
      if (lines !== undefined && window.text.subarray(local, place).includes(NEW_LINE)) lines.seen = true
      at = window.origin + place
      if (place < window.text.length || window.isEnd) return at
      yield* this.more(keep === undefined ? at : Math.min(keep(), at))
    }
  }

  private *whiteFrom(at: number): Finding<number> {
    return at < this.window.origin ? this.window.origin : yield* this.pastWhite(at)
  }

  /** Reads on to the end of the text without keeping anything. */
  private *end(): Finding<number> {
    while (!this.window.isEnd) yield* this.more(this.window.end)
    return this.window.end
  }

  private *lost(): Finding<undefined> {
    yield* this.end()
    return undefined
  }

  private *more(keep: number): Finding {
    this.window.letGo(keep)
    yield
  }

  private byteAt(at: number): number | undefined {
    return this.window.text[at - this.window.origin]
  }

  private trimmed(start: number, end: number): number {
    const { origin, text } = this.window
    return origin + trimEnd(text, Math.max(start - origin, 0), end - origin)
  }
}

/** Rows as if the text began `by` bytes earlier. */
function moved(rows: Float64Array, count: number, by: number): Float64Array {
  return rows.subarray(0, ROW_LENGTH * count).map((value, i) => {
    const place = i % ROW_LENGTH
    const isPlace = place === START || (place !== FLAGS && value !== 0)
    return isPlace ? value + by : value
  })
}

/** What an object holds beside its list `Records`. */
class Rest {
  private head: Uint8Array | undefined
  /** Where what was not copied yet begins. */
  private from: number
  /** It is larger than what is checked. */
  private isLarge = false

  constructor(
    private readonly open: number,
    private readonly limit: number,
  ) {
    this.from = open
  }

  /** The list begins here; what stands in front of it is copied. Of an object with several, nothing is checked: it is said to be wrong already. */
  leaveOut(window: StreamWindow, list: number): void {
    if (this.head !== undefined || this.from < window.origin) this.isLarge = true
    else this.head = window.text.slice(this.from - window.origin, list - window.origin)
  }

  /** The list ends here. */
  goOn(from: number): void {
    this.from = from
  }

  /** What is to be kept of the text for it. */
  kept(window: StreamWindow): number {
    if (this.isLarge || window.end - this.from > this.limit) this.isLarge = true
    return this.isLarge ? window.end : this.from
  }

  check(window: StreamWindow, end: number, sink: Pick<RecordSink<unknown>, 'broken'>): void {
    const { head, from, open } = this
    if (this.isLarge || head === undefined) return
    const tail = window.text.subarray(from - window.origin, end - window.origin)
    const whole = new Uint8Array(head.length + 2 + tail.length)
    whole.set(head)
    whole.set([OPEN_LIST, CLOSE_LIST], head.length)
    whole.set(tail, head.length + 2)
    const place = (at: number): number => (at <= head.length ? open + at : from + at - head.length - 2)
    const broken: RecordSink<unknown>['broken'] = (start, stop, ...words) => sink.broken(place(start), place(stop), ...words)
    checkRest(whole, { start: 0, end: whole.length }, { start: head.length, end: head.length + 2 }, this.limit, { broken })
  }
}
