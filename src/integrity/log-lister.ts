/**
 * The log files of a region: several listings, one for each kind, read as far as digests are known.
 *
 * @module
 */
import type { ListedLog } from './shard.js'
import { DAY } from './time.js'
import { rankOf, type TimedFile } from './time-order.js'

/** A listing, as far as it was read. */
interface Head {
  readonly source: AsyncIterator<TimedFile<ListedLog>>
  next?: TimedFile<ListedLog>
  /** The rank of the last file that was taken. */
  last: string
  isDone: boolean
}

/** Log files of several listings, each in the order of its minutes. */
export class LogLister {
  private readonly heads: ReadonlyArray<Head>

  /**
   * @param sources - The listings.
   * @param positions - Where an earlier lister of the same listings was.
   */
  constructor(sources: ReadonlyArray<AsyncIterable<TimedFile<ListedLog>>>, positions: ReadonlyArray<string>) {
    this.heads = sources.map((source, i) => ({ source: source[Symbol.asyncIterator](), isDone: false, last: positions[i] ?? '' }))
  }

  /** Where it is in each listing. */
  positions(): ReadonlyArray<string> {
    return this.heads.map(({ last }) => last)
  }

  /** Returns the next file whose minute is before a time; those at or after `end` are left out. */
  async before(time: number, end: number): Promise<TimedFile<ListedLog> | undefined> {
    for (const head of this.heads) {
      while (!head.isDone) {
        if (head.next === undefined) {
          await read(head)
          continue
        }
        const file = head.next
        // Names are at most a day earlier than their folders: nothing of the range follows.
        if (file.day !== Number.POSITIVE_INFINITY && file.day - DAY >= end) head.isDone = true
        if (file.time >= time) break
        delete head.next
        head.last = rankOf(file)
        if (file.time < end) return file
      }
    }
    return undefined
  }
}

async function read(head: Head): Promise<void> {
  try {
    const { done, value } = await head.source.next()
    if (done === true) head.isDone = true
    else if (head.last === '' || rankOf(value) > head.last) head.next = value
  } catch (error) {
    head.isDone = true
    throw error
  }
}
