/**
 * Where the records stand in the text of a file: in the list `Records` of an object, in a list, alone, or one a line. One pass over the bytes that
 * tells a sink each place as it finds it; whether a place holds JSON is for the sink to say.
 *
 * A text that `JSON.parse` accepts gives the places of its records and nothing else. Of a damaged one, a place ends at the next comma or bracket
 * that belongs to the list around it; where quotes or brackets do not come out even, nobody can tell where the next record begins, and the rest of the
 * value (in a file of lines: of the line) is reported as lost. Guessing is no way out: what looks like a record may be part of one.
 *
 * @module
 */
import {
  AFTER,
  COUNT,
  END,
  FLAGS,
  FULL,
  HAS_RECORDS,
  INSIDE,
  LAST,
  MODE,
  MORE,
  ROW,
  ROW_LENGTH,
  type Scanner,
  type ScanState,
  START,
  STOP,
  scanState,
  UNSURE,
} from './item-rows.js'
import { parsed, textOf } from './json.js'
import { valueNamed } from './member.js'
import { CLOSE_LIST, CLOSE_OBJECT, COMMA, endOfStretch, NEW_LINE, OPEN_LIST, OPEN_OBJECT, skipWhite, trimEnd } from './scan.js'

/** What becomes of what is found. Offsets count from the beginning of the text; ends are exclusive. */
export interface RecordSink<Mark> {
  /** A record stands here, or something in its place; nothing at all if start and end are equal. */
  readonly place: (start: number, end: number) => void
  /** A record stands at each of these rows, the first `count` of them; `areItems` where a comma stands between them. The rows are gone afterwards. */
  readonly places: (rows: Float64Array, count: number, areItems: boolean) => void
  /** The text, or its line, ends within what began here: a record, or what stands around records. */
  readonly unfinished: (start: number, end: number, isRecord: boolean) => void
  /** This is not as JSON has it, and no record. */
  readonly broken: (start: number, end: number, expected: string, received?: string) => void
  /** A list `Records` begins: the file is a log, even if the list is empty. */
  readonly log: () => void
  /** What was told so far, to come back to. */
  readonly mark: () => Mark
  /** All that was told since does not count. */
  readonly rewind: (mark: Mark) => void
}

/** Tells the places of all records of a text that begins at `from`. Members beside `Records` are checked if they are no larger than `limit`. */
export function findRecords<Mark>(text: Uint8Array, from: number, limit: number, sink: RecordSink<Mark>, scanner: Scanner): void {
  const context: Context<Mark> = { text, limit, sink, scanner }
  if (!isLines(text, from)) {
    readValues(context, from, text.length)
    return
  }
  for (let at = from; ; ) {
    const line = lineAt(text, readPlainLines(context, at))
    if (line === undefined) return
    readValues(context, line.start, line.end)
    at = line.end
  }
}

/** The first of several lines is no longer: a record has at most 256 KB. */
export const LONGEST_LINE = 256 * 1024

/** What is read, and how. */
export interface Context<Mark> {
  readonly text: Uint8Array
  readonly limit: number
  readonly sink: RecordSink<Mark>
  readonly scanner: Scanner
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** The next line that is not blank. */
function lineAt(text: Uint8Array, from: number): Range | undefined {
  const start = skipWhite(text, from, text.length)
  if (start === text.length) return undefined
  const end = text.indexOf(NEW_LINE, start)
  return { start, end: end < 0 ? text.length : end }
}

/**
 * Whether a text has one value a line: the first line holds a whole one, or, where the first is damaged, the two behind it do. A value that goes
 * over several lines may have one whole value on a line of its own, the last item of a list, but then its last bracket follows.
 */
export function isLines(text: Uint8Array, from: number): boolean {
  // A longer line is a log: it needs no other to be read.
  if (!text.subarray(from, from + LONGEST_LINE).includes(NEW_LINE)) return false
  const first = lineAt(text, from)
  const second = first && lineAt(text, first.end)
  // Most log files are one line, of which nothing needs to be known here.
  if (first === undefined || second === undefined) return false
  if (isWhole(text, first)) return true
  const third = lineAt(text, second.end)
  return isWhole(text, second) && (third === undefined || isWhole(text, third))
}

function isWhole(text: Uint8Array, { start, end }: Range): boolean {
  return (text[start] === OPEN_OBJECT || text[start] === OPEN_LIST) && endOfStretch(text, start, end) === end
}

/** Reads the values between `from` and `to`: one, as a rule. */
export function readValues<Mark>(context: Context<Mark>, from: number, to: number): void {
  const { text, sink } = context
  let at = skipWhite(text, from, to)
  while (at < to) {
    let end = to
    if (text[at] === OPEN_OBJECT) end = readObject(context, at, to)
    else if (text[at] === OPEN_LIST) end = readList(context, at, to) ?? to
    else sink.broken(at, to, 'an object or a list')
    at = skipWhite(text, end, to)
    const isNext = at < to && (text[at] === OPEN_OBJECT || text[at] === OPEN_LIST)
    if (isNext && !text.subarray(end, at).includes(NEW_LINE)) sink.broken(at, at, 'the end, or a new line', 'another value')
  }
}

/** Reads an object: a log where it has a list `Records`, else itself a record. Answers where it ends, or `to` where that is not known. */
function readObject<Mark>(context: Context<Mark>, open: number, to: number): number {
  const { text, limit, sink } = context
  const mark = sink.mark()
  let list: Range | undefined
  for (let at = open + 1; ; at++) {
    let member = at
    const value = valueNamed(text, at, to, 'Records')
    if (value >= 0) {
      // JSON.parse keeps the last of several.
      sink.rewind(mark)
      list = undefined
      if (text[value] === OPEN_LIST) {
        sink.log()
        const end = readList(context, value, to)
        if (end === undefined) return to
        list = { start: value, end }
        at = end
        member = end
      }
    }
    at = endOfStretch(text, at, to)
    if (at < 0 || at === to) {
      sink.unfinished(list === undefined ? open : skipWhite(text, member, to), to, list === undefined)
      return to
    }
    if (text[at] === COMMA) continue
    if (list === undefined) sink.place(open, at + 1)
    else if (text[at] === CLOSE_LIST) sink.broken(at, to, 'a comma or }')
    else checkRest(text, { start: open, end: at + 1 }, list, limit, sink)
    return list !== undefined && text[at] === CLOSE_LIST ? to : at + 1
  }
}

/** Reads a list of records. Answers where it ends, or `undefined` where that is not known. */
function readList<Mark>(context: Context<Mark>, open: number, to: number): number | undefined {
  const { text, sink } = context
  let items = 0
  for (let at = open + 1; ; at++) {
    const objects = readObjects(context, at, to)
    if (objects.isEnd) return objects.end
    at = objects.end
    items += objects.count
    const start = skipWhite(text, at, to)
    const stop = endOfStretch(text, start, to)
    const end = stop < 0 ? to : trimEnd(text, start, stop)
    if (stop < 0 || stop === to) {
      // An object that was closed is whole, even if the text ends right behind it.
      const isClosed = stop === to && end > start && text[end - 1] === CLOSE_OBJECT
      if (isClosed) sink.place(start, end)
      sink.unfinished(isClosed ? end : start, to, !isClosed && end > start)
      return undefined
    }
    if (end > start || text[stop] === COMMA || items > 0) sink.place(start, end)
    items++
    if (text[stop] === CLOSE_LIST) return stop + 1
    if (text[stop] === CLOSE_OBJECT) {
      sink.broken(stop, to, 'a comma or ]')
      return undefined
    }
    at = stop
  }
}

/** Reads the objects of a list, as many as follow each other, up to what is none or is odd, or to the end of the list. */
function readObjects<Mark>({ text, sink, scanner }: Context<Mark>, from: number, to: number): Objects {
  let items = 0
  const state = scanState(COMMA)
  let at = from
  let isGoingOn = true
  while (isGoingOn && at < to) {
    at = scanner.scan(text, at, to, true, 0, state)
    const count = state[COUNT] ?? 0
    if (count > 0) sink.places(scanner.rows, count, true)
    items += count
    isGoingOn = state[STOP] === MORE || state[STOP] === FULL
  }
  return { end: openItem(state) ?? at, isEnd: state[STOP] === LAST, count: items }
}

/** Objects that were read: how many, where what follows them begins, and whether it is the end of the list. */
interface Objects {
  readonly count: number
  readonly end: number
  readonly isEnd: boolean
}

/** Where the record begins of which the end, or what follows it, is not as expected. */
export function openItem(state: ScanState): number | undefined {
  return state[MODE] === INSIDE || state[MODE] === AFTER ? state[ROW + START] : undefined
}

/** Reads lines that are one record each, up to one that is not, or may not be; answers where that begins. */
function readPlainLines<Mark>({ text, sink, scanner }: Context<Mark>, from: number): number {
  const state = scanState(NEW_LINE)
  let at = from
  let isGoingOn = true
  while (isGoingOn && at < text.length) {
    at = scanner.scan(text, at, text.length, true, 0, state)
    const count = state[COUNT] ?? 0
    const plain = countPlain(text, scanner.rows, count)
    if (plain > 0) sink.places(scanner.rows, plain, false)
    if (plain < count) return scanner.rows[ROW_LENGTH * plain + START] ?? at
    isGoingOn = state[STOP] === MORE || state[STOP] === FULL
  }
  return openItem(state) ?? at
}

/** How many of the rows are lines of one record each: not a log of their own, and no record of several lines. */
export function countPlain(text: Uint8Array, rows: Float64Array, count: number, origin = 0): number {
  for (let i = 0; i < count; i++) {
    const row = ROW_LENGTH * i
    const end = text.indexOf(NEW_LINE, (rows[row + START] ?? 0) - origin)
    if (((rows[row + FLAGS] ?? 0) & (UNSURE | HAS_RECORDS)) !== 0 || end < (rows[row + END] ?? 0) - origin) return i
  }
  return count
}

/** Checks what an object holds beside its list `Records`: the file is JSON only if all of it is. */
export function checkRest(text: Uint8Array, object: Range, list: Range, limit: number, sink: Pick<RecordSink<unknown>, 'broken'>): void {
  if (object.end - object.start - (list.end - list.start) > limit) return
  const without = (start: number, end: number): string =>
    start <= list.start && list.end <= end ? `${textOf(text, start, list.start)}[]${textOf(text, list.end, end)}` : textOf(text, start, end)
  if (parsed(without(object.start, object.end)) !== undefined) return
  const last = object.end - 1
  for (let at = object.start + 1; at <= last; at++) {
    const start = at
    at = endOfStretch(text, at, last)
    const member = without(start, at)
    if (member.trim() === '' || parsed(`{${member}}`) === undefined) {
      sink.broken(skipWhite(text, start, at), at, 'a member')
      return
    }
  }
}
