/**
 * What the table shows of a record. Every text in it is safe to print.
 *
 * @module
 */
import { marksOf } from '../archive/marks.js'
import { isRead } from '../filter/mode.js'
import { apisOf, sourceOf } from '../filter/subject.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { accountOf } from '../insight/account.js'
import { actorOf } from '../insight/actor.js'
import { outcomeOf } from '../insight/outcome.js'
import { resourcesOf } from '../insight/resources.js'
import { stringAt } from '../insight/string-at.js'
import { escaped } from './escape.js'
import type { Shown } from './shown.js'
import { whatOf } from './what.js'
import { whoOf, withoutDomain } from './who.js'

/** A record in a few words; empty where it does not say. */
export interface Row {
  readonly date: string
  readonly time: string
  readonly who: string
  /** `UpdateTable`; with the service before it where that is not Glue. */
  readonly api: string
  readonly what: string
  readonly outcome: string
  readonly from: string
  readonly account: string
  readonly region: string
  /** What is to be known before one trusts the rest. */
  readonly marks: ReadonlyArray<string>
  readonly failed: boolean
  readonly read: boolean
}

export function rowOf(shown: Shown): Row {
  const { record } = shown
  const [date = '', time = ''] = timeOf(record).split(/[TZ]/)
  const outcome = outcomeOf(record)
  return {
    date: escaped(date),
    time: escaped(time),
    who: escaped(whoOf(actorOf(record))),
    api: escaped(apiOf(record)),
    what: escaped(whatOf(resourcesOf(record))),
    outcome: outcome === undefined ? '' : outcome.kind === 'SUCCEEDED' ? 'ok' : escaped(outcome.code || outcome.kind.toLowerCase()),
    from: escaped(withoutDomain(stringAt(record, 'sourceIPAddress') ?? '')),
    account: escaped(accountOf(record) ?? ''),
    region: escaped(stringAt(record, 'awsRegion') ?? ''),
    marks: [...marksOf(shown), ...(shown.match === 'UNKNOWN' ? ['unknown'] : [])],
    failed: outcome !== undefined && outcome.kind !== 'SUCCEEDED',
    read: isRead(record) === 'YES',
  }
}

/** Aggregated records have a window of time instead. */
function timeOf(record: unknown): string {
  return stringAt(record, 'eventTime') ?? stringAt(record, 'timeWindow', 'windowStart') ?? ''
}

/** The API, with the service before it where that is not Glue. Insights and aggregated records name other calls than their own, if any. */
export function apiOf(record: unknown): string {
  const [source = ''] = sourceOf(record).values
  const name = apisOf(record).values.join(' ')
  const told = source === GLUE_SOURCE ? name : `${withoutDomain(source)}:${name}`
  return stringAt(record, 'eventName') === undefined ? `${stringAt(record, 'eventCategory') ?? ''} ${told}`.trim() : told
}
