/**
 * Several JSON documents in one string: what Firehose writes, `cat` joins, `jq` prints and `--output text` separates by
 * tabs.
 *
 * @module
 */
import { endOfString, isBlank, parseValue } from './json-value.js'

/** One document and its offsets. */
export interface JsonDocument {
  readonly value: unknown
  /** The offset of its first character. */
  readonly at: number
  /** The offset of what follows it, blanks left out. */
  readonly end: number
}

const OPENING = new Set(['{', '['])
const CLOSING = new Set(['}', ']'])

/**
 * Returns all documents of a string, or `undefined` if any part of it is not JSON. Objects, lists and strings may
 * follow each other with or without white space between them. The work is linear: each character is visited twice here
 * and twice by `JSON.parse`. No more than one document is held, because there may be as many as there are characters.
 */
export function jsonDocumentsIn(content: string): Iterable<JsonDocument> | undefined {
  let at = skipBlanks(content, 0)
  if (at === content.length) return undefined
  for (const { end } of documentsOf(content)) at = end
  return at === content.length ? documentsOf(content) : undefined
}

/** Yields the documents up to the first part that is not JSON. */
function* documentsOf(content: string): Generator<JsonDocument, void, undefined> {
  for (let at = skipBlanks(content, 0); at < content.length; ) {
    const close = endOfDocument(content, at)
    const json = close === undefined ? undefined : parseValue(content.slice(at, close))
    if (close === undefined || json === undefined) return
    const end = skipBlanks(content, close)
    yield { value: json.value, at, end }
    at = end
  }
}

/** Returns the offset after the document that begins here: its closing bracket or quote. `undefined` if it has none. */
function endOfDocument(content: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const c = content.charAt(at)
    if (c === '"') {
      at = endOfString(content, at)
      if (depth === 0) return at + 1
    } else if (OPENING.has(c)) depth++
    else if (CLOSING.has(c)) {
      depth--
      if (depth <= 0) return at + 1
    } else if (depth === 0) return undefined
  }
  return undefined
}

function skipBlanks(content: string, from: number): number {
  let at = from
  while (at < content.length && isBlank(content.charAt(at))) at++
  return at
}
