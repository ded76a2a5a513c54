/**
 * How much a sampled test does: all in `npm run test:slow` or where `GLUE_TRAIL_TESTS=full` is set, a part that is always the same in `npm test`.
 */
const IS_FULL = process.env.GLUE_TRAIL_TESTS === 'full'

/** Returns the first number where all is to be done, the second otherwise. */
export const times = (full: number, quick: number): number => (IS_FULL ? full : quick)

/** Returns all items where all is to be done, otherwise so many of them, evenly spread. */
export function sampled<A>(items: ReadonlyArray<A>, quick: number): ReadonlyArray<A> {
  if (IS_FULL || items.length <= quick) return items
  return Array.from({ length: quick }, (_, i) => items[Math.floor((i * items.length) / quick)] as A)
}
