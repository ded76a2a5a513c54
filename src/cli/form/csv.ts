/**
 * A table for spreadsheets and databases, of the columns that every archive has.
 *
 * @module
 */
import type { ArchiveColumn, RowResource } from '../../archive/column.js'
import { COLUMNS } from '../../archive/columns.js'
import { rowFrom } from '../../archive/row.js'
import { csvLine } from '../csv-line.js'
import type { Form } from '../form.js'
import { oneLine } from '../one-line.js'

export const csv: Form = {
  begin: () => csvLine(COLUMNS.map(({ name }) => name)),
  record: (shown) => {
    const row: Readonly<Record<string, unknown>> = rowFrom(shown)
    return csvLine(COLUMNS.map((column) => cellText(column, row[column.name])))
  },
  end: () => '',
}

/** Without line breaks and what is to be escaped; spaces do no harm. */
const PLAIN = /^[ -~]*$/

function cellText({ type }: ArchiveColumn, cell: unknown): string {
  if (cell == null) return ''
  switch (type) {
    case 'resources':
      return (cell as ReadonlyArray<RowResource>).map(resourceText).join('; ')
    case 'json':
      return PLAIN.test(cell as string) ? (cell as string) : oneLine(Buffer.from(cell as string))
    default:
      return String(cell)
  }
}

const resourceText = ({ type, name, within, arn }: RowResource): string =>
  arn ?? ([within, name].filter((part) => part !== null).join('.') || type)
