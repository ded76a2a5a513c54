/**
 * A table for spreadsheets and databases, of the columns of an archive unless others are named.
 *
 * @module
 */
import { ARCHIVE_NAMES, cellsOf } from '../column.js'
import { csvLine, csvPieces } from '../csv-line.js'
import type { Form } from '../form.js'

/** Returns the form for columns of these names. */
export const csv = (names: ReadonlyArray<string> = ARCHIVE_NAMES): Form<string> => ({
  begin: () => csvLine(names),
  record: (shown) => csvLine(cellsOf(shown, names)),
  pieces: (shown) => csvPieces(cellsOf(shown, names)),
  end: () => '',
})
