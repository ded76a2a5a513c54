/**
 * The depth guard: how deep recursive structures may nest. Only modelled recursion counts, because only there does a
 * check follow the input's depth. JSON without a model is never walked.
 *
 * @module
 */
import type { Check } from './check.js'

/** How deep recursive structures may nest by default. */
export const DEFAULT_MAX_DEPTH = 64

/** The largest `maxDepth`: a check with a larger one could exhaust the stack. */
export const LARGEST_MAX_DEPTH = 1000

/** One decode runs at a time and never yields, so one counter serves all. */
let left = DEFAULT_MAX_DEPTH

/** Makes a check that fails if it is nested deeper than allowed. */
export function guarded(check: Check): Check {
  return (u) => {
    if (left === 0) return false
    left--
    try {
      return check(u)
    } finally {
      left++
    }
  }
}

/** Runs a check with another limit than the default. */
export function checkWithin(maxDepth: number, check: Check, u: unknown): boolean {
  const before = left
  left = maxDepth
  try {
    return check(u)
  } finally {
    left = before
  }
}
