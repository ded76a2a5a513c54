/**
 * A log file as CloudTrail writes it, of the records' own bytes, one record a line.
 *
 * @module
 */
import type { Form } from '../form.js'
import { oneLine } from '../one-line.js'

export function json(): Form {
  let first = true
  return {
    begin: () => '{"Records":[',
    record: ({ bytes }) => {
      const line = `${first ? '' : ','}\n${oneLine(bytes)}`
      first = false
      return line
    },
    end: () => '\n]}\n',
    between: ',',
  }
}
