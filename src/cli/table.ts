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

/** The width of each column, from rows that stand for all: cells hold nothing a terminal would obey. */
export function columnWidths(
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  width: number,
): ReadonlyArray<number> {
  const widths = columns.map(({ head }, i) => [head, ...rows.map((cells) => cells[i] ?? '')].map(widthOf))
  return shared(
    widths,
    columns.map(({ least }) => least),
    width - GAP.length * (columns.length - 1),
  )
}

/** One row as one line. */
export function tableLine(columns: ReadonlyArray<Column>, widths: ReadonlyArray<number>, cells: ReadonlyArray<string>): string {
  return columns
    .map(({ cut }, i) => fitted(cells[i] ?? '', widths[i] ?? 0, cut))
    .join(GAP)
    .trimEnd()
}

/** Takes one character after the other from where it hurts the fewest cells, and at last from the widest column, until all fit. */
function shared(lengths: ReadonlyArray<ReadonlyArray<number>>, least: ReadonlyArray<number>, room: number): ReadonlyArray<number> {
  const widths = lengths.map((column) => column.reduce((most, length) => Math.max(most, length), 0))
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
  const hurt = (i: number): number => (width(i) > (least[i] ?? 0) ? (atLeast[i]?.[width(i)] ?? 0) : Number.POSITIVE_INFINITY)
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over--) {
    const mildest = widths.reduce((best, _, i) => (hurt(i) < hurt(best) ? i : best), 0)
    const chosen = Number.isFinite(hurt(mildest)) ? mildest : widths.indexOf(Math.max(...widths))
    widths[chosen] = Math.max(width(chosen) - 1, 1)
  }
  return widths
}
