/**
 * What `summary` counts: who called, what, on what, what failed, and when.
 *
 * @module
 */
import { apiLabel } from '../filter/api-label.js'
import { isRead } from '../filter/mode.js'
import { actorOf } from '../insight/actor.js'
import { eventTimeOf } from '../insight/event-time.js'
import type { GlueResource } from '../insight/glue-resource.js'
import { actorLabel, resourceLabel } from '../insight/label.js'
import { type CallOutcome, hasFailed, outcomeOf, wasDenied } from '../insight/outcome.js'
import { resourcesOf } from '../insight/resources.js'
import { catalogPath, storedName } from '../insight/stored-name.js'
import { type Activity, activityOf, addTimeline, type Count, countAt, emptyTimeline, type Timeline } from './activity.js'
import { clipped } from './clip.js'
import type { Shown } from './shown.js'

/** A name and how often it was counted. */
export interface Counted {
  readonly name: string
  readonly calls: number
  readonly failed: number
}

/** The most frequent names of a kind. */
export interface Ranking {
  readonly top: ReadonlyArray<Counted>
  /** How many other names were counted. */
  readonly rest: number
  /** How many calls were not counted by name, because there were more than `MOST_NAMES` names before. */
  readonly uncounted: number
}

/** What was counted. */
export interface Census {
  readonly calls: number
  /** The calls that `--errors` selects: those that failed, in part or as a whole. */
  readonly failed: number
  /** Those of them that failed in part. */
  readonly partial: number
  /** The calls that `--denied` selects, also those that were denied in part. */
  readonly denied: number
  readonly reads: number
  /** Insights records and aggregated records, which are not calls and not among them. */
  readonly others: number
  /** The time of the earliest and of the latest record. */
  readonly from?: Date
  readonly to?: Date
  readonly actors: Ranking
  /** The people for whom services called, by `onBehalfOf.userId`. */
  readonly onBehalfOf: Ranking
  readonly apis: Ranking
  readonly resources: Ranking
  /** The codes of calls that failed as a whole, and `CODE (of items)` for those with which items of batches failed. */
  readonly errors: Ranking
  /** Who was denied what: `actor: API`. */
  readonly denials: Ranking
  readonly activity: Activity
}

/** The most intervals of the activity. */
const MOST_INTERVALS = 31

/** The most distinct names of each kind. Callers choose the names in a record, so that any number of them may occur. */
const MOST_NAMES = 50_000

/** The most UTF-16 units that are kept of a name. */
const MOST_UNITS = 500

/** The kinds of names. */
type Kind = 'actors' | 'onBehalfOf' | 'apis' | 'resources' | 'errors' | 'denials'

/** Names with their counts, by JSON of name and place, and the calls of names beyond the limit. */
interface Names {
  readonly counts: Map<string, Count>
  uncounted: number
}

/** Counts as plain data, which goes from thread to thread. */
export interface CensusCounts {
  readonly sum: Record<'calls' | 'failed' | 'partial' | 'denied' | 'reads' | 'others', number>
  readonly named: Readonly<Record<Kind, Names>>
  readonly timeline: Timeline
  /** The times of the earliest and of the latest record. */
  readonly span: { first: number; last: number }
}

const noNames = (): Names => ({ counts: new Map(), uncounted: 0 })

/** Counts records as they come, and keeps none of them. */
export class Counter {
  readonly counts: CensusCounts = {
    sum: { calls: 0, failed: 0, partial: 0, denied: 0, reads: 0, others: 0 },
    named: { actors: noNames(), onBehalfOf: noNames(), apis: noNames(), resources: noNames(), errors: noNames(), denials: noNames() },
    timeline: emptyTimeline(),
    span: { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  }

  /**
   * Creates a counter.
   *
   * @param mostNames - The most distinct names of each kind.
   */
  constructor(private readonly mostNames = MOST_NAMES) {}

  /** Counts a record. */
  add({ record }: Shown): void {
    const { sum, timeline, span } = this.counts
    const outcome = outcomeOf(record)
    if (outcome === undefined) {
      sum.others++
      return
    }
    const failed = isFailure(outcome.kind)
    const caller = actorOf(record)
    const actor = nameOf(actorLabel(caller) || 'unknown')
    const person = caller.onBehalfOf?.userId
    const api = nameOf(apiLabel(record))
    sum.calls++
    if (failed) sum.failed++
    if (outcome.kind === 'PARTIAL') sum.partial++
    if (isRead(record) === 'YES') sum.reads++
    const home = placeOf(caller.accountId)
    this.count('actors', actor, failed, home)
    if (person !== undefined) this.count('onBehalfOf', nameOf(person), failed)
    this.count('apis', api, failed)
    const resources = new Map<string, boolean>()
    for (const resource of resourcesOf(record).resources) {
      const { accountId, region, catalogId } = resource
      const key = keyOf(fullName(resource), placeOf(accountId, region, catalogPath(catalogId)))
      resources.set(key, isFailure(resource.outcome) || resources.get(key) === true)
    }
    for (const [key, resourceFailed] of resources) this.addName('resources', key, once(resourceFailed))
    if (failed) for (const error of errorsOf(outcome)) this.count('errors', nameOf(error), failed)
    if (wasDenied(outcome)) {
      sum.denied++
      this.count('denials', `${actor}: ${api}`, failed, home)
    }
    const time = eventTimeOf(record)
    if (time === undefined) return
    countAt(timeline, time, failed)
    span.first = Math.min(span.first, time)
    span.last = Math.max(span.last, time)
  }

  /** Adds what another counter counted. */
  merge({ sum, named, timeline, span }: CensusCounts): void {
    const { counts } = this
    for (const name of Object.keys(sum) as ReadonlyArray<keyof typeof sum>) counts.sum[name] += sum[name]
    for (const kind of Object.keys(named) as ReadonlyArray<Kind>) {
      for (const [key, count] of named[kind].counts) this.addName(kind, key, count)
      counts.named[kind].uncounted += named[kind].uncounted
    }
    addTimeline(counts.timeline, timeline)
    counts.span.first = Math.min(counts.span.first, span.first)
    counts.span.last = Math.max(counts.span.last, span.last)
  }

  /** Returns what was counted, and of each kind the `top` most frequent names. */
  result(top: number): Census {
    const { sum, named, timeline, span } = this.counts
    const ranked = (kind: Kind): Ranking => rankingOf(named[kind], top)
    return {
      ...sum,
      ...(span.first <= span.last && { from: new Date(span.first), to: new Date(span.last) }),
      actors: ranked('actors'),
      onBehalfOf: ranked('onBehalfOf'),
      apis: ranked('apis'),
      resources: ranked('resources'),
      errors: ranked('errors'),
      denials: ranked('denials'),
      activity: activityOf(timeline, MOST_INTERVALS),
    }
  }

  private count(kind: Kind, name: string, failed: boolean, place = ''): void {
    this.addName(kind, keyOf(name, place), once(failed))
  }

  private addName(kind: Kind, key: string, { calls, failed }: Readonly<Count>): void {
    const names = this.counts.named[kind]
    const known = names.counts.get(key)
    if (known !== undefined) {
      known.calls += calls
      known.failed += failed
    } else if (names.counts.size < this.mostNames) {
      names.counts.set(key, { calls, failed })
    } else {
      names.uncounted += calls
    }
  }
}

/** Whether a call, or what it did to a resource, failed or was denied, also in part. */
const isFailure = (outcome: GlueResource['outcome']): boolean => hasFailed(outcome) || outcome === 'PARTIAL'

/** Returns with what a call failed: of a batch call that did not fail as a whole, each code of its items once. */
function errorsOf({ kind, code, items }: CallOutcome): Iterable<string> {
  if (items === undefined) return [code || kind.toLowerCase()]
  return new Set(items.filter((item) => hasFailed(item.kind)).map((item) => `${item.code || item.kind.toLowerCase()} (of items)`))
}

const once = (failed: boolean): Count => ({ calls: 1, failed: failed ? 1 : 0 })

const nameOf = (content: string): string => clipped(content, MOST_UNITS)

/** Returns account, region and catalog as one string: the same name in two places is two resources, or two callers. */
const placeOf = (...parts: ReadonlyArray<string | undefined>): string => nameOf(parts.filter((part) => part).join(' '))

const keyOf = (name: string, place: string): string => JSON.stringify([name, place])

/** Returns a resource with its type before its name, `table sales.orders`. */
function fullName(resource: GlueResource): string {
  const name = resourceLabel(storedResource(resource))
  return nameOf(name === resource.type ? name : `${resource.type} ${name}`)
}

/** Returns the resource by the names that Glue stores: others may spell the same table in other cases. */
function storedResource({ name, within, ...resource }: GlueResource): GlueResource {
  const catalog = catalogPath(resource.catalogId)
  const stored = (each: string): string => storedName(resource.type, each, catalog) ?? each
  return { ...resource, ...(name !== undefined && { name: stored(name) }), ...(within && { within: within.map(stored) }) }
}

/** Returns the most frequent names. One that occurs in several places has a line for each, with the place. */
function rankingOf({ counts, uncounted }: Names, top: number): Ranking {
  const named = Array.from(counts, ([key, count]) => [...(JSON.parse(key) as readonly [name: string, place: string]), count] as const)
  const met = new Set<string>()
  const repeated = new Set(named.flatMap(([name]) => (met.size === met.add(name).size ? [name] : [])))
  const all = named.map(([name, place, { calls, failed }]): Counted => {
    return { name: repeated.has(name) ? `${name} (${place || 'account unknown'})` : name, calls, failed }
  })
  all.sort((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1))
  return { top: all.slice(0, top), rest: Math.max(all.length - top, 0), uncounted }
}
