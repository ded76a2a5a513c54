/**
 * What a record is about: which service, which APIs, which account. A call names them itself; an Insights record names the API whose use was
 * unusual, in members of their own; an aggregated record counts calls of several APIs.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { kindOfRecord } from '../event/kind.js'
import { memberOf } from '../event/marks.js'

/** Texts that a record tells, and whether they are all there are. */
export interface Told {
  readonly texts: ReadonlyArray<string>
  readonly all: boolean
}

const UNTOLD: Told = { texts: [], all: false }

const told = (text: string): Told => ({ texts: [text], all: true })

/** A member that tells something: a text, not empty and not hidden. */
function toldBy(value: unknown): Told {
  return typeof value === 'string' && value !== '' && !isRedacted(value) ? told(value) : UNTOLD
}

/** What stands at the end of a path of names. */
function at(record: unknown, path: ReadonlyArray<string>): unknown {
  return path.reduce(memberOf, record)
}

/** What the first of some paths that leads to anything tells; what stands there decides, be it of a wrong type. */
function firstOf(record: unknown, paths: ReadonlyArray<ReadonlyArray<string>>): Told {
  for (const path of paths) {
    const value = at(record, path)
    if (value != null) return toldBy(value)
  }
  return UNTOLD
}

/** What a record names at its top decides whatever it says, because an index over bytes goes by that alone. */
function named(record: unknown, member: string): Told | undefined {
  const value = memberOf(record, member)
  return typeof value === 'string' ? told(value) : undefined
}

const INSIGHT_SOURCES = [['insightDetails', 'eventSource'], ['insightEventSource']]

/** The service. */
export function sourceOf(record: unknown): Told {
  return named(record, 'eventSource') ?? firstOf(record, INSIGHT_SOURCES)
}

const INSIGHT_NAMES = [['insightDetails', 'eventName'], ['insightEventName']]

/** The API; of an aggregated record those it lists, of which AWS does not say that they are all. */
export function apisOf(record: unknown): Told {
  const name = named(record, 'eventName')
  if (name !== undefined) return name
  return kindOfRecord(record) === 'aggregated' ? { texts: countedNames(record), all: false } : firstOf(record, INSIGHT_NAMES)
}

/** The values of the dimension `eventName`. */
function countedNames(record: unknown): ReadonlyArray<string> {
  const details = at(record, ['summary', 'details'])
  const dimensions: ReadonlyArray<unknown> = [at(record, ['summary', 'primaryDimension']), ...(Array.isArray(details) ? details : [])]
  return dimensions
    .filter((dimension) => memberOf(dimension, 'dimension') === 'eventName')
    .flatMap((dimension) => memberOf(dimension, 'statistics'))
    .map((statistic) => memberOf(statistic, 'name'))
    .filter((name) => typeof name === 'string')
}

const ACCOUNTS = [['recipientAccountId'], ['userIdentity', 'accountId'], ['userIdentity', 'sessionContext', 'sessionIssuer', 'accountId']]

/** The account: the one that received the record, else that of the caller, else that of the caller's role. */
export function accountOf(record: unknown): Told {
  return firstOf(record, kindOfRecord(record) === 'aggregated' ? [['accountId']] : ACCOUNTS)
}

/** The region. */
export function regionOf(record: unknown): Told {
  return toldBy(memberOf(record, 'awsRegion'))
}
