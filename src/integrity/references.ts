/**
 * Which log files digests name, as far back as late delivery reaches, and what a log file is that none names.
 *
 * @module
 */
import type { DigestState } from './check-digest.js'
import { isSameHex } from './hex.js'

/**
 * What is known of a log file that no digest names.
 *
 * - `UNREFERENCED`: a proven digest covers the minute of its delivery, and does not name it.
 * - `PENDING`: it was delivered after the newest digest of a trail whose next one may still come.
 * - `OUTSIDE`: no proven digest covers the minute of its delivery, or a digest that may name it is gone or not proven.
 * - `KIND_NOT_DIGESTED`: it is of a kind that no digest of its account and region has named so far.
 *
 * @category integrity
 * @since 0.1.0
 */
export type UnreferencedState = 'UNREFERENCED' | 'PENDING' | 'OUTSIDE' | 'KIND_NOT_DIGESTED'

/** The minute in a file's name may be so far from when a digest counts it, in seconds. */
export const NAME_TOLERANCE = 300

/** The minute in a file's name lasts so long. */
export const MINUTE = 60

/** A time that a digest, or the lack of one, decides. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly isProven: boolean
}

/** Returns what a log file is that no digest names, by the minute of its name. */
export function unreferencedState(
  minute: number,
  spans: Iterable<Span>,
  newestEnd: number,
): Exclude<UnreferencedState, 'KIND_NOT_DIGESTED'> {
  if (minute + MINUTE + NAME_TOLERANCE > newestEnd) return 'PENDING'
  let isCovered = false
  for (const { from, to, isProven } of spans) {
    if (isProven) isCovered ||= from <= minute && minute < to
    else if (from < minute + MINUTE + NAME_TOLERANCE && to > minute - NAME_TOLERANCE) return 'OUTSIDE'
  }
  return isCovered ? 'UNREFERENCED' : 'OUTSIDE'
}

interface Reference {
  readonly hash: string
  readonly minute: number
}

/** What a continued run needs of them. */
export interface ReferencesState {
  readonly files: ReadonlyArray<readonly [key: string, hash: string, minute: number]>
  readonly spans: ReadonlyArray<Span>
  readonly kinds: ReadonlyArray<string>
}

/** The references of an account and region within the window of delivery. */
export class References {
  private readonly files = new Map<string, Reference>()
  private spans: Array<Span> = []
  private readonly kinds = new Set<string>()

  constructor(state: ReferencesState = { files: [], spans: [], kinds: [] }) {
    for (const [key, hash, minute] of state.files) this.files.set(key, { hash, minute })
    this.spans = [...state.spans]
    for (const kind of state.kinds) this.kinds.add(kind)
  }

  /** Notes that a digest names a file; whether another digest gave it another hash. */
  add(key: string, hash: string, minute: number, kind: string): boolean {
    const before = this.files.get(key)
    this.files.set(key, { hash, minute })
    this.kinds.add(kind)
    return before !== undefined && !isSameHex(before.hash, hash)
  }

  /** Notes the time of a digest, or a time without one. */
  cover(from: number, to: number, state: DigestState): void {
    const isProven = state === 'VERIFIED'
    const last = this.spans.at(-1)
    if (last !== undefined && last.isProven === isProven && last.to === from) this.spans[this.spans.length - 1] = { ...last, to }
    else if (from < to) this.spans.push({ from, to, isProven })
  }

  has(key: string): boolean {
    return this.files.has(key)
  }

  /** What a file is that no digest names. */
  stateOf(minute: number, kind: string, newestEnd: number): UnreferencedState {
    if (kind !== 'CloudTrail' && !this.kinds.has(kind)) return 'KIND_NOT_DIGESTED'
    return unreferencedState(minute, this.spans, newestEnd)
  }

  /** Forgets what was delivered before a time. */
  forget(before: number): void {
    for (const [key, { minute }] of this.files) if (minute < before) this.files.delete(key)
    this.spans = this.spans.filter(({ to }) => to > before)
  }

  state(): ReferencesState {
    return {
      files: [...this.files].map(([key, { hash, minute }]) => [key, hash, minute] as const),
      spans: [...this.spans],
      kinds: [...this.kinds].sort(),
    }
  }
}
