/**
 * Comma-separated values as Athena and CloudWatch Logs Insights export them: quoted fields, quotes doubled, line breaks allowed within quotes.
 *
 * @module
 */

/** Yields the rows of a string, one at a time. A quote that is never closed ends with the string. */
export function* csvRowsIn(text: string): Generator<ReadonlyArray<string>, void, undefined> {
  let row: Array<string> = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    const { field, end } = text.charAt(at) === '"' ? quoted(text, at) : plain(text, at)
    row.push(field)
    at = end
    if (text.charAt(at) === ',') {
      at++
      // A comma at the very end separates an empty field.
      if (at === text.length) row.push('')
      continue
    }
    if (text.charAt(at) === '\r') at++
    at++
    if (row.length > 1 || row[0] !== '') yield row
    row = []
  }
  if (row.length > 0) yield row
}

interface Field {
  readonly field: string
  readonly end: number
}

function plain(text: string, from: number): Field {
  let end = from
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end++
  return { field: text.slice(from, end), end }
}

function quoted(text: string, from: number): Field {
  let field = ''
  let start = from + 1
  for (;;) {
    const quote = text.indexOf('"', start)
    if (quote < 0) return { field: field + text.slice(start), end: text.length }
    field += text.slice(start, quote)
    if (text.charAt(quote + 1) !== '"') {
      // What follows the closing quote belongs to no field: it is skipped up to the separator.
      return { field, end: plain(text, quote + 1).end }
    }
    field += '"'
    start = quote + 2
  }
}
