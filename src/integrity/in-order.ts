/**
 * Work that runs ahead of its consumer, in order and bounded.
 *
 * @module
 */

/** Yields the results of a function for each item, in order, with up to `most` of them begun before they are taken. */
export async function* inOrder<A, B>(
  items: AsyncIterable<A>,
  most: number,
  work: (item: A) => Promise<B> | B,
): AsyncGenerator<B, void, undefined> {
  const begun: Array<Promise<B>> = []
  for await (const item of items) {
    const result = Promise.resolve(work(item))
    // The consumer sees the failure; until then it must not end the process.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length < most) continue
    const first = begun.shift()
    if (first !== undefined) yield await first
  }
  for (const result of begun) yield await result
}
