/**
 * Comma-separated values as Athena and CloudWatch Logs Insights export them: quoted fields, quotes doubled, line breaks
 * allowed within quotes.
 *
 * @module
 */

/** A row of CSV. */
export interface CsvRow {
  readonly fields: ReadonlyArray<string>
  /** Whether a line break ends it. The last row of a file without one may have been cut. */
  readonly isEnded: boolean
}

/** Yields the rows of a string, one at a time. A quote that is never closed ends with the string. */
export function* csvRowsIn(content: string): Generator<CsvRow, void, undefined> {
  let fields: Array<string> = []
  let at = content.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < content.length) {
    const { field, end } = content.charAt(at) === '"' ? quoted(content, at) : plain(content, at)
    fields.push(field)
    at = end
    if (content.charAt(at) === ',') {
      at++
      // A comma at the very end separates an empty field.
      if (at === content.length) fields.push('')
      continue
    }
    if (content.charAt(at) === '\r') at++
    at++
    if (fields.length > 1 || fields[0] !== '') yield { fields, isEnded: at <= content.length }
    fields = []
  }
  if (fields.length > 0) yield { fields, isEnded: false }
}

interface Field {
  readonly field: string
  readonly end: number
}

function plain(content: string, from: number): Field {
  let end = from
  while (end < content.length && !',\r\n'.includes(content.charAt(end))) end++
  return { field: content.slice(from, end), end }
}

function quoted(content: string, from: number): Field {
  let field = ''
  let start = from + 1
  for (;;) {
    const quote = content.indexOf('"', start)
    if (quote < 0) return { field: field + content.slice(start), end: content.length }
    field += content.slice(start, quote)
    if (content.charAt(quote + 1) !== '"') {
      // What follows the closing quote belongs to no field: it is skipped up to the separator.
      return { field, end: plain(content, quote + 1).end }
    }
    field += '"'
    start = quote + 2
  }
}
