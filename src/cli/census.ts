/**
 * What `summary` counts: who called, what, on what, what failed, and when.
 *
 * @module
 */
import { isRead } from '../filter/mode.js'
import { actorOf } from '../insight/actor.js'
import { outcomeOf } from '../insight/outcome.js'
import { resourcesOf } from '../insight/resources.js'
import { timeOf } from '../insight/time.js'
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

/** Counts records as they come, and holds none of them. */
export class Counter {
  private readonly sum = { calls: 0, failed: 0, denied: 0, reads: 0, others: 0 }
  private readonly actors: Counts = new Map()
  private readonly apis: Counts = new Map()
  private readonly resources: Counts = new Map()
  private readonly errors: Counts = new Map()
  private readonly denials: Counts = new Map()
  private readonly minutes = new Map<number, Count>()
  private first = Number.POSITIVE_INFINITY
  private last = Number.NEGATIVE_INFINITY

  add({ record }: Shown): void {
    const outcome = outcomeOf(record)
    if (outcome === undefined) {
      this.sum.others++
      return
    }
    const failed = outcome.kind !== 'SUCCEEDED'
    const who = whoOf(actorOf(record)) || 'unknown'
    const api = apiOf(record)
    this.sum.calls++
    if (failed) this.sum.failed++
    if (isRead(record) === 'yes') this.sum.reads++
    count(this.actors, who, failed)
    count(this.apis, api, failed)
    for (const name of new Set(resourcesOf(record).resources.map(fullNameOf))) count(this.resources, name, failed)
    if (failed) count(this.errors, outcome.code || outcome.kind.toLowerCase(), failed)
    if (outcome.kind === 'DENIED') {
      this.sum.denied++
      count(this.denials, `${who}: ${api}`, failed)
    }
    const time = timeOf(record)
    if (time === undefined) return
    count(this.minutes, minuteOf(time), failed)
    this.first = Math.min(this.first, time)
    this.last = Math.max(this.last, time)
  }

  /** What was counted, of each kind the `top` most frequent ones. */
  result(top: number): Census {
    const ranked = (counts: Counts): Ranking => rankingOf(counts, top)
    return {
      ...this.sum,
      ...(this.first <= this.last && { from: new Date(this.first), to: new Date(this.last) }),
      actors: ranked(this.actors),
      apis: ranked(this.apis),
      resources: ranked(this.resources),
      errors: ranked(this.errors),
      denials: ranked(this.denials),
      activity: activityOf(this.minutes, MOST_STRETCHES),
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

function rankingOf(counts: Counts, top: number): Ranking {
  const all = Array.from(counts, ([name, { calls, failed }]): Counted => ({ name, calls, failed }))
  all.sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1))
  return { top: all.slice(0, top), rest: Math.max(all.length - top, 0) }
}
