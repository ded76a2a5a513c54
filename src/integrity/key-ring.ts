/**
 * The keys of a run: requested from their source by region and time, checked once, found by fingerprint.
 *
 * @module
 */
import { md5 } from '#crypto'
import type { KeySource, PublicKeyRecord } from '../source/evidence.js'
import { isSameBytes, toHex } from './hex.js'
import { type UsableKey, usableKeyOf } from './key.js'
import { wordOf } from './member-hash.js'
import type { Problem } from './problem.js'
import { DAY, isoOfSeconds } from './time.js'

/** Keys may be used so many seconds before and after their validity: clocks of a service differ. */
export const KEY_TOLERANCE = 2 * 3600

/** A key, or why it was not found. */
export type FoundKey = UsableKey | { readonly problem: Problem }

/** The keys of a run. */
export class KeyRing {
  private readonly regions = new Map<string, Map<string, FoundKey>>()
  private readonly requested = new Set<string>()
  private readonly used = new Map<string, UsableKey>()
  private waiting: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly source: KeySource,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * Returns the key of this fingerprint that signs digests of the region; the source is asked for keys that are valid
   * at this time.
   */
  async keyOf(fingerprint: string, region: string, time: number): Promise<FoundKey> {
    const name = fingerprint.toLowerCase()
    const known = this.regions.get(region)?.get(name)
    if (known !== undefined) return this.noted(known)
    // One after the other, so that many digests of one key ask for it once.
    const turn = this.waiting.then(() => this.load(region, name, time))
    this.waiting = turn.catch(() => undefined)
    const failure = await turn
    const found = this.regions.get(region)?.get(name)
    if (found !== undefined) return this.noted(found)
    return { problem: { code: 'KEY_UNKNOWN', expected: `a public key of ${region} with this fingerprint`, received: failure ?? 'none' } }
  }

  /** The keys that were used, for the report. */
  usedKeys(): ReadonlyArray<UsableKey> {
    return [...this.used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  }

  private noted(found: FoundKey): FoundKey {
    if (!('problem' in found)) this.used.set(`${found.fingerprint} ${found.record.region ?? ''} ${found.record.source}`, found)
    return found
  }

  private async load(region: string, name: string, time: number): Promise<string | undefined> {
    if (this.regions.get(region)?.has(name) === true) return undefined
    // Keys are valid for weeks: one request for each day that needs one is enough.
    const day = isoOfSeconds(time).slice(0, 10)
    if (this.requested.has(`${region} ${day}`)) return undefined
    const midnight = Date.parse(day)
    const from = new Date(midnight - 1000 * KEY_TOLERANCE)
    const to = new Date(midnight + 1000 * (DAY + KEY_TOLERANCE))
    let records: ReadonlyArray<PublicKeyRecord>
    try {
      records = await this.source({ region, from, to }, this.signal)
    } catch (error) {
      this.signal?.throwIfAborted()
      return wordOf(error)
    }
    this.requested.add(`${region} ${day}`)
    const keys = this.regions.get(region) ?? new Map<string, FoundKey>()
    this.regions.set(region, keys)
    for (const record of records) {
      if (record.region !== undefined && record.region !== region) continue
      const fingerprint = record.fingerprint.toLowerCase()
      const before = keys.get(fingerprint)
      if (before !== undefined && !('problem' in before)) {
        // The same key may be listed with several windows of validity; another key of this name says nothing.
        if (isSameBytes(before.record.value, record.value)) keys.set(fingerprint, { ...before, record: widened(before.record, record) })
        continue
      }
      const key = await usableKeyOf(record)
      if (!('code' in key)) {
        keys.set(fingerprint, key)
        continue
      }
      // A refused key is reported by the name it was given, and by the one it should have.
      for (const own of [fingerprint, toHex(md5(record.value))]) if (!keys.has(own)) keys.set(own, { problem: key })
    }
    return undefined
  }
}

function widened(a: PublicKeyRecord, b: PublicKeyRecord): PublicKeyRecord {
  const from = a.from && b.from && new Date(Math.min(a.from.getTime(), b.from.getTime()))
  const to = a.to && b.to && new Date(Math.max(a.to.getTime(), b.to.getTime()))
  const { from: _from, to: _to, ...rest } = a
  return { ...rest, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
