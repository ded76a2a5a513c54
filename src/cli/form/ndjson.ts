/**
 * Newline-delimited JSON: the record's own bytes, one record per line.
 *
 * @module
 */
import type { Form } from '../form.js'
import { recordLine, recordPieces } from '../record-line.js'

export const ndjson: Form = {
  begin: () => '',
  record: (shown) => recordLine(shown, '', '\n'),
  pieces: (shown) => recordPieces(shown, '', '\n'),
  end: () => '',
}
