/**
 * What `summary` counts: who called, what, on what, what failed, and when.
 *
 * @module
 */
import { isRead } from '../filter/mode.js'
import { actorOf } from '../insight/actor.js'
import { eventTimeOf } from '../insight/event-time.js'
import { outcomeOf } from '../insight/outcome.js'
import { resourcesOf } from '../insight/resources.js'
import { type Activity, activityOf, type Count, minuteOf } from './activity.js'
import { apiOf } from './row.js'
import type { Shown } from './shown.js'
import { fullNameOf } from './what.js'
import { whoOf } from './who.js'

/** Something with how often it was counted. */
export interface Counted {
  readonly name: string
  readonly calls: number
  readonly failed: number
}

/** What was counted. */
export interface Census {
  readonly calls: number
  readonly failed: number
  readonly denied: number
  readonly reads: number
  /** Records of Insights and aggregated ones, which are no calls and are not among them. */
  readonly others: number
  /** The time of the earliest and of the latest record. */
  readonly from?: Date
  readonly to?: Date
  /** The most frequent ones first; `rest` is how many others there are. */
  readonly actors: Ranking
  readonly apis: Ranking
  readonly resources: Ranking
  readonly errors: Ranking
  /** Who was denied what: `actor: API`. */
  readonly denials: Ranking
  readonly activity: Activity
}

/** The most frequent of some things. */
export interface Ranking {
  readonly top: ReadonlyArray<Counted>
  readonly rest: number
}

/** More stretches than these are not drawn. */
const MOST_STRETCHES = 31

/** Counts as plain data, which goes from thread to thread. */
export interface CensusCounts {
  readonly sum: Record<'calls' | 'failed' | 'denied' | 'reads' | 'others', number>
  readonly named: Readonly<Record<'actors' | 'apis' | 'resources' | 'errors' | 'denials', Counts>>
  readonly minutes: Map<number, Count>
  /** The times of the earliest and of the latest record. */
  readonly span: { first: number; last: number }
}

/** Counts records as they come, and holds none of them. */
export class Counter {
  readonly counts: CensusCounts = {
    sum: { calls: 0, failed: 0, denied: 0, reads: 0, others: 0 },
    named: { actors: new Map(), apis: new Map(), resources: new Map(), errors: new Map(), denials: new Map() },
    minutes: new Map(),
    span: { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  }

  add({ record }: Shown): void {
    const { sum, named, minutes, span } = this.counts
    const outcome = outcomeOf(record)
    if (outcome === undefined) {
      sum.others++
      return
    }
    const failed = outcome.kind !== 'SUCCEEDED'
    const who = whoOf(actorOf(record)) || 'unknown'
    const api = apiOf(record)
    sum.calls++
    if (failed) sum.failed++
    if (isRead(record) === 'YES') sum.reads++
    count(named.actors, who, failed)
    count(named.apis, api, failed)
    for (const name of new Set(resourcesOf(record).resources.map(fullNameOf))) count(named.resources, name, failed)
    if (failed) count(named.errors, outcome.code || outcome.kind.toLowerCase(), failed)
    if (outcome.kind === 'DENIED') {
      sum.denied++
      count(named.denials, `${who}: ${api}`, failed)
    }
    const time = eventTimeOf(record)
    if (time === undefined) return
    count(minutes, minuteOf(time), failed)
    span.first = Math.min(span.first, time)
    span.last = Math.max(span.last, time)
  }

  /** Adds what another counter has counted. */
  merge({ sum, named, minutes, span }: CensusCounts): void {
    const { counts } = this
    for (const name of Object.keys(sum) as ReadonlyArray<keyof typeof sum>) counts.sum[name] += sum[name]
    for (const name of Object.keys(named) as ReadonlyArray<keyof typeof named>) addCounts(counts.named[name], named[name])
    addCounts(counts.minutes, minutes)
    counts.span.first = Math.min(counts.span.first, span.first)
    counts.span.last = Math.max(counts.span.last, span.last)
  }

  /** What was counted, of each kind the `top` most frequent ones. */
  result(top: number): Census {
    const { sum, named, minutes, span } = this.counts
    const ranked = (name: keyof typeof named): Ranking => rankingOf(named[name], top)
    return {
      ...sum,
      ...(span.first <= span.last && { from: new Date(span.first), to: new Date(span.last) }),
      actors: ranked('actors'),
      apis: ranked('apis'),
      resources: ranked('resources'),
      errors: ranked('errors'),
      denials: ranked('denials'),
      activity: activityOf(minutes, MOST_STRETCHES),
    }
  }
}

type Counts = Map<string, Count>

function count<K>(counts: Map<K, Count>, key: K, failed: boolean): void {
  const known = counts.get(key)
  if (known === undefined) {
    counts.set(key, { calls: 1, failed: failed ? 1 : 0 })
    return
  }
  known.calls++
  if (failed) known.failed++
}

function addCounts<K>(counts: Map<K, Count>, more: ReadonlyMap<K, Readonly<Count>>): void {
  for (const [key, { calls, failed }] of more) {
    const known = counts.get(key)
    counts.set(key, { calls: calls + (known?.calls ?? 0), failed: failed + (known?.failed ?? 0) })
  }
}

function rankingOf(counts: Counts, top: number): Ranking {
  const all = Array.from(counts, ([name, { calls, failed }]): Counted => ({ name, calls, failed }))
  all.sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1))
  return { top: all.slice(0, top), rest: Math.max(all.length - top, 0) }
}
