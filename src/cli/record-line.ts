/**
 * A record on one line of JSON.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { printable } from '../codec/path.js'
import type { UnknownReason } from '../event/predicate.js'
import { escaped } from './escape.js'
import { oneLine, oneLineBytes, unescapedLine } from './one-line.js'
import type { Shown } from './shown.js'
import { SLICE, slicesOf } from './slices.js'

/** Marks a record the filter cannot decide about. CloudTrail has no member of this name. */
const MARK = '"glueTrailMatch":"unknown"'

/** What becomes of bytes that are not UTF-8 in a string. */
const REPLACEMENT = '\ufffd'

/** What is printed of a record. */
type Printed = Pick<Shown, 'bytes' | 'match' | 'matchReasons' | 'integrity'>

/**
 * Returns the record's own bytes on one line, between `before` and `after`. Members behind its own say that the filter
 * cannot decide about it, and where that was asked for why not, and what digests say of its file. The result is a
 * string unless bytes of the record are not UTF-8.
 */
export function recordLine(shown: Printed, before: string, after: string): string | Uint8Array {
  const { bytes } = shown
  const marks = marksOf(shown)
  const end = `${marks}${after}`
  const line = oneLine(bytes)
  if (!line.includes(REPLACEMENT) || isUtf8(bytes)) return `${before}${marks === '' ? line : line.slice(0, -1)}${end}`
  const kept = oneLineBytes(bytes)
  return Buffer.concat([Buffer.from(before), marks === '' ? kept : kept.subarray(0, -1), Buffer.from(end)])
}

/** Returns the same in pieces that are to be written one by one: a line may be several times as long as its record. */
export const recordPieces = (shown: Printed, before: string, after: string): Iterable<string | Uint8Array> =>
  shown.bytes.length > SLICE && isUtf8(shown.bytes) ? longLine(shown, before, after) : [recordLine(shown, before, after)]

function* longLine(shown: Printed, before: string, after: string): Generator<string, void, undefined> {
  const marks = marksOf(shown)
  const { content, isPlain } = unescapedLine(shown.bytes)
  yield before
  for (const slice of slicesOf(marks === '' ? content : content.slice(0, -1))) yield isPlain ? slice : escaped(slice)
  yield `${marks}${after}`
}

/** Returns the members behind the record's own, and the closing bracket; nothing if there are none. */
function marksOf({ match, matchReasons, integrity }: Printed): string {
  const marks = [
    ...(match === 'UNKNOWN' ? [MARK] : []),
    ...(matchReasons === undefined ? [] : [`"glueTrailMatchReasons":${escaped(JSON.stringify(matchReasons.map(printed)))}`]),
    ...(integrity === undefined ? [] : [`"glueTrailIntegrity":"${integrity}"`]),
  ]
  return marks.length === 0 ? '' : `,${marks.join()}}`
}

/** Names in a path come from the record, and may be long. */
const printed = ({ field, kind, path }: UnknownReason): UnknownReason => ({
  field,
  kind,
  path: path.map((part) => (typeof part === 'number' ? part : printable(part))),
})
