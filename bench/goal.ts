/**
 * Goals for the figures, and formatting of figures.
 *
 * @module
 */

/** A goal, and whether it is reached. */
export interface Goal {
  readonly goal: string
  readonly measured: number
  readonly limit: number
  /** Whether the limit is a minimum or a maximum. */
  readonly bound: 'least' | 'most'
  readonly met: boolean
}

export const atMost = (goal: string, measured: number, limit: number): Goal => goalOf(goal, measured, limit, 'most')

export const atLeast = (goal: string, measured: number, limit: number): Goal => goalOf(goal, measured, limit, 'least')

const goalOf = (goal: string, measured: number, limit: number, bound: Goal['bound']): Goal => ({
  goal,
  measured: round(measured),
  limit,
  bound,
  met: bound === 'most' ? measured <= limit : measured >= limit,
})

/** Formats a goal as one line. */
export function lineOf({ goal, measured, limit, met }: Goal): string {
  return met ? `ok: ${goal}: ${measured}` : `FALLS SHORT: ${goal}: ${measured}, off by ${round(Math.abs(measured - limit))}`
}

/** Formats columns of equal width: strings aligned left, figures right. */
export function aligned(lines: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0))) ?? []
  return lines
    .map((cells) =>
      cells
        .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Formats a figure with three digits; none is more precise than that. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}
