/**
 * Work that goes on at several places at once, and its results in order.
 *
 * @module
 */

/**
 * Starts work ahead of who takes the results, and gives them in the order of the items.
 *
 * @param items - What there is to do.
 * @param ahead - How many are begun before the first of them is taken, and so how many results are held at most.
 * @param work - Begins with one of them.
 * @returns A generator of the results. It throws what the first that failed, in the order of the items, rejected with.
 */
export async function* mapInOrder<A, B>(
  items: ReadonlyArray<A>,
  ahead: number,
  work: (item: A) => Promise<B>,
): AsyncGenerator<B, void, undefined> {
  const begun: Array<Promise<B>> = []
  let next = 0
  const begin = (): void => {
    for (; next < items.length && begun.length < ahead; next++) {
      const promise = work(items[next] as A)
      // One that fails while an earlier one is waited for is looked at later.
      promise.catch(() => undefined)
      begun.push(promise)
    }
  }
  begin()
  for (let first = begun.shift(); first !== undefined; first = begun.shift()) {
    const result = await first
    begin()
    yield result
  }
}
