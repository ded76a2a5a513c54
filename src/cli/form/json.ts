/**
 * A log file in CloudTrail's format, one record per line. Records are not parsed and printed again.
 *
 * @module
 */
import type { Form } from '../form.js'
import { recordLine } from '../record-line.js'

/** Returns the form. */
export function json(): Form {
  let first = true
  return {
    begin: () => '{"Records":[',
    record: (shown) => {
      const line = recordLine(shown, first ? '\n' : ',\n', '')
      first = false
      return line
    },
    end: () => '\n]}\n',
    between: ',',
  }
}
