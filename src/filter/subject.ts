/**
 * What a record is about: which service, APIs, account and region. A call names them itself. An Insights record names
 * the API whose use was unusual, in members of its own; an aggregated record counts calls of several APIs.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { accountOf } from '../insight/account.js'
import type { RecordPath } from '../insight/record-path.js'
import type { Gap } from './field.js'

/** Values that a record names, and why there may be more; no gap where these are all. */
export interface Values {
  readonly values: ReadonlyArray<string>
  readonly gap: Gap | undefined
}

type Path = ReadonlyArray<string>

const isReadable = (value: unknown): value is string => typeof value === 'string' && value !== '' && !isRedacted(value)

const whole = (value: string): Values => ({ values: [value], gap: undefined })

/** Returns why the value at a path cannot be read. */
export function gapAt(record: unknown, path: Path): Gap {
  const value = path.reduce(memberOf, record)
  return { path, kind: isRedacted(value) ? 'REDACTED' : value == null || value === '' ? 'ABSENT' : 'NONCONFORMING' }
}

/** Returns the first value that is set at one of these paths; it decides, be it unreadable. */
function firstOf(record: unknown, paths: readonly [Path, ...Path[]]): Values {
  const path = paths.find((each) => each.reduce(memberOf, record) != null) ?? paths[0]
  const value = path.reduce(memberOf, record)
  return isReadable(value) ? whole(value) : { values: [], gap: gapAt(record, path) }
}

/** A string at the root decides whatever it is, because an index over bytes goes by it alone. */
function atRoot(record: unknown, member: string): Values | undefined {
  const value = memberOf(record, member)
  return typeof value === 'string' ? whole(value) : undefined
}

/** Returns the service. */
export function sourceOf(record: unknown): Values {
  return atRoot(record, 'eventSource') ?? firstOf(record, [['insightDetails', 'eventSource'], ['insightEventSource']])
}

/** Returns the API; of an aggregated record those it lists, which AWS does not say are all. */
export function apisOf(record: unknown): Values {
  const name = atRoot(record, 'eventName')
  if (name !== undefined) return name
  return kindOfRecord(record) === 'aggregated'
    ? { values: countedNames(record), gap: { path: ['summary'], kind: 'NO_CALL' } }
    : firstOf(record, [['insightDetails', 'eventName'], ['insightEventName']])
}

/** The values of the dimension `eventName`. */
function countedNames(record: unknown): ReadonlyArray<string> {
  const summary = memberOf(record, 'summary')
  const details = memberOf(summary, 'details')
  const dimensions: ReadonlyArray<unknown> = [memberOf(summary, 'primaryDimension'), ...(Array.isArray(details) ? details : [])]
  return dimensions
    .filter((dimension) => memberOf(dimension, 'dimension') === 'eventName')
    .flatMap((dimension) => memberOf(dimension, 'statistics'))
    .map((statistic) => memberOf(statistic, 'name'))
    .filter((name) => typeof name === 'string')
}

/** Returns the account, as `accountOf` does. */
export function accountValues(record: unknown): Values {
  const account = accountOf(record)
  return account === undefined ? { values: [], gap: gapAt(record, ['recipientAccountId']) } : whole(account)
}

/** Returns the region. */
export function regionOf(record: unknown): Values {
  return firstOf(record, [['awsRegion']])
}

/** Whether a record is one of a call; Insights and aggregated records are not. */
export function isCall(record: unknown): boolean {
  const kind = kindOfRecord(record)
  return kind !== 'insight' && kind !== 'aggregated'
}

/** The gap of records that are not of a call. */
export const NO_CALL: Gap = { path: [] satisfies RecordPath, kind: 'NO_CALL' }

/** The gap of batch calls whose response, which lists the failures, was not logged. */
export const NO_RESPONSE: Gap = { path: ['responseElements'], kind: 'NOT_LOGGED' }
