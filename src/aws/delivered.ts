/**
 * Which records were delivered: CloudTrail, S3, SNS and SQS all deliver at least once.
 *
 * @module
 */
import { ownKeyOf } from '../insight/deduplicate.js'

/** As many records as that take about 10 MB. */
export const DELIVERED_WINDOW = 100_000

/**
 * A memory of the records that were delivered last. A record enters it when it has been delivered, not when it is seen:
 * one whose delivery fails must be delivered when its message comes again.
 */
export class Delivered {
  /** In the order of last sight. */
  private readonly keys = new Set<string>()

  constructor(private readonly window: number) {}

  /**
   * Those that were not delivered, once each, and what to remember once they are. Values without an id of an event are
   * always new.
   */
  fresh<A extends { readonly raw?: unknown }>(
    entries: ReadonlyArray<A>,
  ): { readonly fresh: ReadonlyArray<A>; readonly keys: ReadonlySet<string> } {
    const keys = new Set<string>()
    if (this.window === 0) return { fresh: entries, keys }
    const fresh = entries.filter(({ raw }) => {
      const key = ownKeyOf(raw)
      if (key === undefined) return true
      if (keys.has(key)) return false
      if (this.keys.delete(key)) {
        this.keys.add(key)
        return false
      }
      keys.add(key)
      return true
    })
    return { fresh, keys }
  }

  /** These have been delivered. */
  add(keys: Iterable<string>): void {
    for (const key of keys) {
      this.keys.delete(key)
      this.keys.add(key)
    }
    for (const oldest of this.keys) {
      if (this.keys.size <= this.window) break
      this.keys.delete(oldest)
    }
  }
}
