import { describe, expect, it } from 'vitest'
import { type Column, columnWidths, tableLine } from '../../src/cli/table.js'

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'time', cut: 'end', least: 4 },
  { head: 'actor', cut: 'middle', least: 6 },
  { head: 'api', cut: 'end', least: 4 },
]
const ROWS = [
  ['06:01', 'ana', 'DeleteTable'],
  ['06:02', 'terraform/run-88213', 'GetTables'],
  ['06:03', '表.example', ''],
]

const lines = (width: number): ReadonlyArray<string> => {
  const widths = columnWidths(COLUMNS, ROWS, width)
  return ROWS.map((cells) => tableLine(COLUMNS, widths, cells))
}

describe('a table', () => {
  it('gives every column what it needs where there is room', () => {
    expect(columnWidths(COLUMNS, ROWS, 100)).toEqual([5, 19, 11])
    expect(lines(100)).toEqual(['06:01  ana                  DeleteTable', '06:02  terraform/run-88213  GetTables', '06:03  表.example'])
  })

  it('is never wider than the terminal, and takes from where the fewest cells are cut', () => {
    expect(columnWidths(COLUMNS, ROWS, 30)).toEqual([5, 10, 11])
    expect(lines(30)).toEqual(['06:01  ana         DeleteTable', '06:02  terra…8213  GetTables', '06:03  表.example'])
  })

  it('keeps at least what a column says, and then takes from the widest', () => {
    // Times stay different with 5 columns alone.
    expect(columnWidths(COLUMNS, ROWS, 18)).toEqual([5, 5, 4])
    expect(columnWidths(COLUMNS, ROWS, 14)).toEqual([3, 3, 4])
    expect(columnWidths(COLUMNS, ROWS, 1)).toEqual([1, 1, 1])
  })

  it('has room for its heads without rows', () => {
    expect(columnWidths(COLUMNS, [], 80)).toEqual([4, 5, 3])
  })
})
