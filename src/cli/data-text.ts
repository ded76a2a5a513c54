/**
 * Entries as data, for the commands that do not write records.
 *
 * @module
 */
import { csvLine } from './csv-line.js'
import { escaped } from './escape.js'

/** The formats for data. */
export type DataFormat = 'ndjson' | 'json' | 'csv'

/** The columns of CSV by name. */
export type CsvColumns<A> = Readonly<Record<string, (entry: A) => string | undefined>>

/** Formats the entries; the last line ends with a line break. */
export function dataText<A>(entries: ReadonlyArray<A>, format: DataFormat, columns: CsvColumns<A>): string {
  const lines = (): ReadonlyArray<string> => entries.map((entry) => escaped(JSON.stringify(entry)))
  switch (format) {
    case 'ndjson':
      return lines()
        .map((line) => `${line}\n`)
        .join('')
    case 'json':
      return `[\n${lines().join(',\n')}\n]\n`
    case 'csv':
      return [Object.keys(columns), ...entries.map((entry) => Object.values(columns).map((column) => column(entry) ?? ''))]
        .map(csvLine)
        .join('')
  }
}
