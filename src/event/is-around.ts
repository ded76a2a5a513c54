/**
 * Finds cycles in a value that is walked, however deep it is.
 *
 * @module
 */

/** Up to this depth, a value is compared with all that is around it. */
const SHALLOW = 100

/**
 * Whether a value is one of those around it. Deeper, it is compared with one of them, at the last depth that is a power
 * of two: that ends every cycle, a few rounds later. A set of all would take more memory than the record.
 *
 * @param holders - What is around it, outermost first.
 */
export const isAround = (value: unknown, holders: ReadonlyArray<unknown>): boolean =>
  holders.length < SHALLOW ? holders.includes(value) : holders[1 << Math.log2(holders.length - 1)] === value
