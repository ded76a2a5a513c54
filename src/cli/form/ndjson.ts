/**
 * Newline-delimited JSON: the record's own bytes, one record a line.
 *
 * @module
 */
import type { Form } from '../form.js'
import { oneLine } from '../one-line.js'

export const ndjson: Form = {
  begin: () => '',
  record: ({ bytes }) => `${oneLine(bytes)}\n`,
  end: () => '',
}
