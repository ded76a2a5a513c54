/**
 * Work that runs ahead of its consumer, in order and bounded.
 *
 * @module
 */

/** So many times as many results as may run wait for their turn. */
const AHEAD = 4

/**
 * Yields the results of a function for each item, in order. Up to `maxRunning` of them run at once, before they are
 * taken; results that are there at once do not count.
 */
export async function* runInOrder<A, B>(
  items: AsyncIterable<A>,
  maxRunning: number,
  work: (item: A) => Promise<B> | B,
): AsyncGenerator<B, void, undefined> {
  const begun: Array<Promise<B> | B> = []
  let running = 0
  const end = (): void => {
    running--
  }
  for await (const item of items) {
    const result = work(item)
    begun.push(result)
    if (result instanceof Promise) {
      running++
      // The consumer sees the failure; until then it must not end the process.
      result.then(end, end)
    }
    while (running >= maxRunning || begun.length >= AHEAD * maxRunning) yield await (begun.shift() as Promise<B> | B)
  }
  for (const result of begun) yield await result
}
