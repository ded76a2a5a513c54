/**
 * Bounded work ahead of its consumer, in order.
 *
 * @module
 */

/**
 * Returns the results of a function for each item, in the order of the items. It begins up to `most` of them before
 * they are requested, so that as many results are held at most. It rejects with the first failure, in order.
 */
export async function* mapInOrder<A, B>(
  items: AsyncIterable<A> | Iterable<A>,
  most: number,
  work: (item: A) => Promise<B>,
): AsyncGenerator<B, void, undefined> {
  const begun: Array<Promise<B>> = []
  for await (const item of items) {
    const result = work(item)
    // The consumer sees the failure; until then it must not end the process.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length < most) continue
    const first = begun.shift()
    if (first !== undefined) yield await first
  }
  for (const result of begun) yield await result
}
