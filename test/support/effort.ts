/**
 * How much a sampled test does: everything in `npm run test:slow` or with `GLUE_TRAIL_TESTS=full`, and a fixed part of
 * it in `npm test`.
 */
const IS_FULL = process.env.GLUE_TRAIL_TESTS === 'full'

/** Returns the first number for a full run, else the second. */
export const times = (full: number, quick: number): number => (IS_FULL ? full : quick)

/** Returns all items for a full run, else at most the given number of them, evenly spread. */
export function sampled<A>(items: ReadonlyArray<A>, quick: number): ReadonlyArray<A> {
  if (IS_FULL || items.length <= quick) return items
  return Array.from({ length: quick }, (_, i) => items[Math.floor((i * items.length) / quick)] as A)
}
