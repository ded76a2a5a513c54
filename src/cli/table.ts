/**
 * A table for the terminal: columns as wide as they need to be, and together no wider than the terminal.
 *
 * @module
 */
import { type Cut, fitted, widthOf } from './width.js'

/** A column of a table. */
export interface Column {
  readonly head: string
  readonly cut: Cut
  /** Below this width it shrinks only when all columns are down to theirs. */
  readonly least: number
}

const GAP = '  '

/** No column keeps more than this part of the line to tell its values apart. */
const MOST_OF_LINE = 1 / 3

/**
 * Returns the width of each column, from sample rows. If possible, a column stays wide enough that no two different
 * values look the same when cut.
 */
export function columnWidths(
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  width: number,
): ReadonlyArray<number> {
  const cells = columns.map((_, i) => rows.map((row) => row[i] ?? ''))
  const lengths = columns.map(({ head }, i) => [head, ...(cells[i] ?? [])].map((cell) => Math.min(widthOf(cell), width)))
  const room = width - GAP.length * (columns.length - 1)
  if (lengths.reduce((sum, column) => sum + longest(column), 0) <= room) return lengths.map(longest)
  const least = columns.map((column, i) => Math.min(distinctWidth(column, cells[i] ?? [], width * MOST_OF_LINE), longest(lengths[i] ?? [])))
  return shared(lengths, least, room)
}

const longest = (lengths: ReadonlyArray<number>): number => lengths.reduce((most, length) => Math.max(most, length), 0)

/** Returns one row as one line. */
export function tableLine(columns: ReadonlyArray<Column>, widths: ReadonlyArray<number>, cells: ReadonlyArray<string>): string {
  return columns
    .map(({ cut }, i) => fitted(cells[i] ?? '', widths[i] ?? 0, cut))
    .join(GAP)
    .trimEnd()
}

/**
 * Returns the least width at which all values of a column differ when they are cut; where that is too wide, the least
 * width of the column.
 */
function distinctWidth({ cut, least }: Column, values: ReadonlyArray<string>, most: number): number {
  const distinct = [...new Set(values)]
  const differ = (width: number): boolean => new Set(distinct.map((value) => fitted(value, width, cut))).size === distinct.length
  let low = least
  let high = Math.floor(most)
  if (high <= low || !differ(high)) return least
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (differ(middle)) high = middle
    else low = middle + 1
  }
  return high
}

/**
 * Takes one column of the terminal after the other from where it cuts the fewest cells, and at last from the widest
 * column, until all fit.
 */
function shared(lengths: ReadonlyArray<ReadonlyArray<number>>, least: ReadonlyArray<number>, room: number): ReadonlyArray<number> {
  const widths = lengths.map(longest)
  // By column and width: how many cells are at least as long.
  const atLeast = lengths.map((column, i) => {
    const counts = new Array<number>((widths[i] ?? 0) + 1).fill(0)
    for (const length of column) counts[length] = (counts[length] ?? 0) + 1
    return counts.reduceRight<Array<number>>((sums, n, width) => {
      sums[width] = n + (sums[width + 1] ?? 0)
      return sums
    }, [])
  })
  const width = (i: number): number => widths[i] ?? 0
  const cutCells = (i: number): number => (width(i) > (least[i] ?? 0) ? (atLeast[i]?.[width(i)] ?? 0) : Number.POSITIVE_INFINITY)
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over--) {
    const mildest = widths.reduce((best, _, i) => (cutCells(i) < cutCells(best) ? i : best), 0)
    const chosen = Number.isFinite(cutCells(mildest)) ? mildest : widths.indexOf(Math.max(...widths))
    widths[chosen] = Math.max(width(chosen) - 1, 1)
  }
  return widths
}
