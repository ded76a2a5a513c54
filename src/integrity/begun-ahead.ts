/**
 * Iterators that begin to work before their turn, and a store that bounds how much of it is done at once.
 *
 * @module
 */
import type { EvidenceStore } from '../source/evidence.js'

/** An item, and what follows from it. */
interface Begun<A, B> {
  readonly item: A
  readonly results: AsyncGenerator<B, void, undefined>
  /** The first result, which was requested in advance. */
  readonly first: Promise<IteratorResult<B, void>>
}

/**
 * Yields items in order, each with its results. The first result of so many of the items that follow is requested
 * before their turn. Results that are not iterated are closed.
 */
export async function* begunAhead<A, B>(
  items: AsyncIterable<A>,
  ahead: number,
  begin: (item: A) => AsyncGenerator<B, void, undefined>,
): AsyncGenerator<readonly [item: A, results: AsyncGenerator<B, void, undefined>], void, undefined> {
  const begun: Array<Begun<A, B>> = []
  try {
    for await (const item of items) {
      const results = begin(item)
      const first = results.next()
      // The consumer sees the failure; until then it must not end the process.
      first.catch(() => undefined)
      begun.push({ item, results, first })
      while (begun.length > ahead) yield takenFrom(begun)
    }
    while (begun.length > 0) yield takenFrom(begun)
  } finally {
    for (const { results } of begun) void results.return().catch(() => undefined)
  }
}

function takenFrom<A, B>(begun: Array<Begun<A, B>>): readonly [A, AsyncGenerator<B, void, undefined>] {
  const { item, results, first } = begun.shift() as Begun<A, B>
  return [item, withFirst(first, results)]
}

async function* withFirst<B>(
  first: Promise<IteratorResult<B, void>>,
  rest: AsyncGenerator<B, void, undefined>,
): AsyncGenerator<B, void, undefined> {
  try {
    const { done, value } = await first
    if (done === true) return
    yield value
    yield* rest
  } finally {
    await rest.return()
  }
}

/** Returns the store with at most so many files read at once. */
export function limitedStore(store: EvidenceStore, maxReads: number): EvidenceStore {
  const waiting: Array<() => void> = []
  let free = maxReads
  return {
    kind: store.kind,
    list: (...request) => store.list(...request),
    folders: (...request) => store.folders(...request),
    read: async (...request) => {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await store.read(...request)
      } finally {
        const next = waiting.shift()
        if (next === undefined) free++
        else next()
      }
    },
  }
}
