/**
 * Finds where reading resumes after damage: at the first position from which the rest is valid JSON again. Damaged
 * files are not resynchronised heuristically: a position is taken only if it cannot be inside the damaged record.
 *
 * A candidate is an object after a comma or another object. It is taken if the bytes from there on are a valid rest of
 * the list that is being read, up to the end of the document or for as many bytes as a record may have. Within a
 * record, the list around the candidate would end earlier, and what follows would then not be valid in the outer list.
 * After a document, or on a line of its own, a candidate is taken if it is a whole document.
 *
 * @module
 */
import { JsonSyntax, LIST, OBJECT } from './json-syntax.js'
import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, isBlank, isWhite, NEW_LINE, OPEN_LIST, OPEN_OBJECT, QUOTE, skipWhite } from './scan.js'
import type { TextWindow } from './text-window.js'

/** The most bytes of a record in a log file. Larger records are read, but damage in them is not bridged. */
export const LONGEST_RECORD = 256 * 1024

/** What encloses a damaged value: a list within an object, a list alone, or nothing. */
export type Level = 'WRAPPED_LIST' | 'LIST' | 'TEXT'

/** Where reading resumes, and in what. */
export interface Resumption {
  readonly at: number
  readonly level: Level
}

const AROUND = { WRAPPED_LIST: [OBJECT, LIST], LIST: [LIST], TEXT: [] } as const

/** Finds where reading resumes. It remembers what was ruled out, so that bytes are not read repeatedly. */
export class Resuming {
  private readonly ruledOut = { WRAPPED_LIST: 0, LIST: 0, TEXT: 0 }

  constructor(private readonly window: TextWindow) {}

  /**
   * Returns the first position between `from` and `to` from which the rest is valid, in a list of this level or as
   * another document.
   *
   * @param level - What encloses the damaged value.
   * @param sign - The last byte before `from` that is not white space, if known.
   * @param isHead - Whether the list is damaged where it begins, so that its first item may be a candidate.
   */
  find(from: number, to: number, level: Level, isHead: boolean, sign?: number): Resumption | undefined {
    const { bytes, origin } = this.window
    for (let at = bytes.indexOf(OPEN_OBJECT, from - origin); at >= 0 && at < to - origin; at = bytes.indexOf(OPEN_OBJECT, at + 1)) {
      const before = lastSign(bytes, at, from - origin) ?? sign
      const follows = before === COMMA || before === CLOSE_OBJECT
      if (level !== 'TEXT' && (follows || (isHead && (before === OPEN_LIST || before === COLON))) && this.isTaken(at, level))
        return { at: at + origin, level }
      const isAlone = before === CLOSE_OBJECT || before === CLOSE_LIST
      const isLine = at + origin > from && bytes[at - 1] === NEW_LINE
      const isNext = before !== COMMA && before !== OPEN_LIST && before !== COLON
      if ((isAlone || (isLine && (isNext || this.isWholeLine(at)))) && this.isTaken(at, 'TEXT')) return { at: at + origin, level: 'TEXT' }
    }
    return undefined
  }

  /** Whether the bracket at an offset is the end of a list of this level. */
  isEnd(offset: number, level: Level): boolean {
    const syntax = new JsonSyntax(AROUND[level])
    syntax.skipValue()
    return this.isSound(syntax, offset - this.window.origin)
  }

  /**
   * Whether the list of this level may go on with the comma at an offset: what follows is valid up to another fault in
   * it. A list within the damaged record would end first.
   */
  goesOn(offset: number, level: Level): boolean {
    const syntax = new JsonSyntax(AROUND[level])
    syntax.skipValue()
    return this.isSound(syntax, offset - this.window.origin) || (syntax.isFaulty && syntax.openCount >= AROUND[level].length)
  }

  /**
   * Whether a document begins and ends on the line that begins here: no printer breaks lines around a part of a
   * document in this way.
   */
  private isWholeLine(at: number): boolean {
    const { bytes, origin, isEnd } = this.window
    const line = bytes.indexOf(NEW_LINE, at)
    const end = line < 0 ? bytes.length : line
    if ((line < 0 && !isEnd) || end - at > LONGEST_RECORD) return false
    const syntax = new JsonSyntax()
    syntax.read(bytes, at, end, origin)
    return syntax.isDone
  }

  private isTaken(at: number, level: Level): boolean {
    const { origin } = this.window
    if (at + origin < this.ruledOut[level]) return false
    const syntax = new JsonSyntax(AROUND[level])
    const stop = { at }
    if (this.isSound(syntax, at, stop)) return true
    // Reading cannot resume within valid bytes, except that the last string may be misread.
    this.ruledOut[level] = Math.max(at + 1 + origin, syntax.lastString < 0 ? stop.at + origin : syntax.lastString)
    return false
  }

  /** Whether the rest from here on is valid. */
  private isSound(syntax: JsonSyntax, from: number, stop = { at: from }): boolean {
    const { bytes, origin, isEnd } = this.window
    stop.at = syntax.read(bytes, from, Math.min(bytes.length, from + LONGEST_RECORD), origin)
    return syntax.isDone
      ? isFollowed(bytes, stop.at, from + LONGEST_RECORD, isEnd)
      : !syntax.isFaulty && !(isEnd && stop.at === bytes.length)
  }
}

/** Returns the last byte before `at` that is not white space. */
function lastSign(bytes: Uint8Array, at: number, from: number): number | undefined {
  let i = at - 1
  while (i >= from && isWhite(bytes[i])) i--
  return i < from ? undefined : bytes[i]
}

/**
 * Whether a document ends here: another one, a new line or the end of the file follows. What follows on a line must not
 * look like the rest of an outer document, from which a comma may be lost. No more than the bytes before `to` are
 * looked at.
 */
function isFollowed(bytes: Uint8Array, from: number, to: number, isEnd: boolean): boolean {
  const last = Math.min(to, bytes.length)
  let at = from
  while (at < last && isBlank(bytes[at])) at++
  const byte = bytes[at]
  if (byte !== NEW_LINE) return byte === undefined ? isEnd : byte === OPEN_OBJECT || byte === OPEN_LIST
  const next = skipWhite(bytes, at, last)
  return next >= last || (bytes[next - 1] === NEW_LINE && !PARTS.includes(bytes[next] as number))
}

/** What a line begins with that is a part of a document, unless it is indented. */
const PARTS: ReadonlyArray<number> = [COMMA, CLOSE_LIST, CLOSE_OBJECT, QUOTE]
