/**
 * A log file in CloudTrail's format, one record per line. Records are not parsed and printed again.
 *
 * @module
 */
import type { Form } from '../form.js'
import { recordLine, recordPieces } from '../record-line.js'

/** Returns the form. */
export function json(): Form {
  let first = true
  const before = (): string => {
    const separator = first ? '\n' : ',\n'
    first = false
    return separator
  }
  return {
    begin: () => '{"Records":[',
    record: (shown) => recordLine(shown, before(), ''),
    pieces: (shown) => recordPieces(shown, before(), ''),
    end: () => '\n]}\n',
    between: ',',
  }
}
