/**
 * Long strings cut to a number of UTF-16 units, before any work that costs more for each unit.
 *
 * @module
 */

const HIGH = /[\ud800-\udbff]$/
const LOW = /^[\udc00-\udfff]/

/** Returns the first units of a string, and no half of a surrogate pair. */
export const firstUnits = (content: string, most: number): string => {
  const part = content.slice(0, most)
  return part.length < content.length ? part.replace(HIGH, '') : part
}

/** Returns the last units of a string, and no half of a surrogate pair. */
export const lastUnits = (content: string, most: number): string => {
  const part = most > 0 ? content.slice(-most) : ''
  return part.length < content.length ? part.replace(LOW, '') : part
}

/** Returns the string, or its first and last units with `…` between where it has more than `most`. */
export function clipped(content: string, most: number): string {
  if (content.length <= most) return content
  const tail = Math.floor((most - 1) / 2)
  return `${firstUnits(content, most - 1 - tail)}…${lastUnits(content, tail)}`
}
