/**
 * Static types: what narrows, and what must not compile. Checked by `npm run types`.
 */
import {
  type AggregatedRecord,
  type AnyIdentity,
  type AssumedRoleIdentity,
  type CloudTrailRecord,
  type CreateConnectionEvent,
  type DecodeResult,
  type DeleteCrawlerEvent,
  decodeRecord,
  type GlueEvent,
  type GlueEventByName,
  type GlueEventName,
  InsightRecord,
  isCallTo,
  isConforming,
  isEvent,
  isGlueEvent,
  isGlueRecord,
  isIdentity,
  isOmitted,
  isRedacted,
  matchEvent,
  matchRecord,
  type memberOf,
  type NonconformingEvent,
  type NonconformingRecord,
  type OpenIdentity,
  type RecordFields,
  type RedactionMarker,
  type RootIdentity,
  recordOf,
  type ServiceEvent,
  type StartJobRunEvent,
  toStandardSchema,
  UserIdentity,
  unredacted,
} from 'glue-trail'
import type { Column, ConnectionType } from 'glue-trail/shapes'

type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false
const yes = <T extends true>(_?: T): void => undefined

declare const event: GlueEvent
declare const record: CloudTrailRecord
declare const any: CloudTrailRecord | NonconformingRecord
declare const identity: AnyIdentity
declare const known: UserIdentity
declare const unknown: unknown

// Events narrow by eventName.
yes<Equal<GlueEvent, GlueEventByName[GlueEventName]>>()
yes<Equal<GlueEvent['eventName'], GlueEventName>>()
switch (event.eventName) {
  case 'StartJobRun':
    yes<Equal<typeof event, StartJobRunEvent>>()
    event.requestParameters?.maxCapacity?.toFixed()
    // @ts-expect-error a number is not a string
    event.requestParameters?.maxCapacity?.trim()
    // @ts-expect-error no such member
    event.requestParameters?.crawlerName
    break
  case 'CreateConnection': {
    yes<Equal<typeof event, CreateConnectionEvent>>()
    const properties = event.requestParameters?.connectionInput?.connectionProperties
    // @ts-expect-error it may be a redaction marker
    properties?.JDBC_CONNECTION_URL
    if (properties != null && !isRedacted(properties)) properties.JDBC_CONNECTION_URL?.trim()
    unredacted(properties)?.JDBC_CONNECTION_URL
    break
  }
}
event.eventTime.slice(0, 10)
event.awsRegion.trim()
// @ts-expect-error may be absent
event.sourceIPAddress.trim()
if (event.eventName !== 'DeleteCrawler') {
  // @ts-expect-error DeleteCrawler is not among the rest
  const wrong: 'DeleteCrawler' = event.eventName
  void wrong
}

// Records narrow by guards, in both branches.
if (isGlueEvent(any) && any.eventName === 'DeleteCrawler') yes<Equal<typeof any, DeleteCrawlerEvent>>()
if (isGlueEvent(record)) yes<Equal<typeof record, GlueEvent>>()
else {
  // @ts-expect-error no modelled event is left
  const wrong: GlueEvent = record
  void wrong
}
if (InsightRecord.is(record)) yes<Equal<typeof record, InsightRecord>>()
else yes<Equal<Extract<typeof record, InsightRecord>, never>>()
if (isEvent('StartJobRun')(any)) any.requestParameters?.jobName
if (isEvent('StartJobRun')(unknown)) yes<Equal<typeof unknown, StartJobRunEvent>>()
if (isCallTo('StartJobRun')(unknown)) yes<Equal<typeof unknown, StartJobRunEvent | NonconformingEvent<'StartJobRun'>>>()
if (isCallTo('StartJobRun')(any)) yes<Equal<(typeof any)['eventName'], 'StartJobRun'>>()
if (isGlueRecord(unknown)) yes<Equal<(typeof unknown)['eventSource'], 'glue.amazonaws.com'>>()

// Every member of the envelope is readable on the union: unknown while the record may be nonconforming, typed once it
// conforms.
yes<Equal<typeof any.eventName, unknown>>()
yes<Equal<typeof any.eventTime, unknown>>()
yes<Equal<Exclude<keyof RecordFields | 'eventSource' | 'eventName' | 'requestParameters' | 'responseElements', keyof typeof any>, never>>()
if (isConforming(any)) {
  yes<Equal<typeof any.eventName, string | undefined>>()
  yes<Equal<typeof any.eventSource, string | undefined>>()
  yes<Equal<typeof any.eventTime, string | undefined>>()
  any.userIdentity?.accountId?.trim()
  any.errorCode?.trim()
  if (isGlueEvent(any)) yes<Equal<typeof any.eventTime, string>>()
}
const maybeRecord = recordOf(decodeRecord(unknown))
yes<Equal<NonNullable<typeof maybeRecord>['eventTime'], unknown>>()
if (isConforming(maybeRecord)) maybeRecord.eventTime?.slice(0, 10)

// Records narrow by eventCategory and eventType: families with another literal are excluded, open ones stay.
if (record.eventCategory === 'Insight') {
  yes<Equal<Extract<typeof record, AggregatedRecord>, never>>()
  if (record.eventName === undefined) yes<Equal<typeof record, InsightRecord>>()
}
if (record.eventType === 'AwsAggregatedEvent') yes<Equal<Extract<typeof record, InsightRecord>, never>>()
declare const family: InsightRecord | AggregatedRecord
if (family.eventCategory === 'Insight') yes<Equal<typeof family, InsightRecord>>()
else yes<Equal<typeof family, AggregatedRecord>>()
if (record.eventName === undefined) yes<Equal<typeof record, InsightRecord | AggregatedRecord>>()

// Identities narrow by type; common members need no narrowing.
identity.accountId?.trim()
identity.sessionContext?.sessionIssuer?.arn?.trim()
if (known.type === 'Root') yes<Equal<typeof known, RootIdentity>>()
if (known.type === 'IAMUser') known.userName?.trim()
if (isIdentity('AssumedRole')(identity)) yes<Equal<typeof identity, AssumedRoleIdentity>>()
if (UserIdentity.is(identity)) yes<Equal<typeof identity, UserIdentity>>()
else yes<Equal<typeof identity, OpenIdentity>>()
switch (known.type) {
  case 'Root':
  case 'IAMUser':
  case 'AssumedRole':
  case 'Role':
  case 'FederatedUser':
  case 'Directory':
  case 'AWSAccount':
  case 'AWSService':
  case 'IdentityCenterUser':
  case 'Unknown':
  case 'SAMLUser':
  case 'WebIdentityUser':
    break
  default:
    yes<Equal<typeof known, never>>()
}

// A nonconforming record has only its names typed; other records have all of their types.
const nonconforming: NonconformingRecord = { awsRegion: 5, eventTime: [], userIdentity: 'root' }
// @ts-expect-error a number is not a region
const service: ServiceEvent = { eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventTime: '', awsRegion: 5 }
// @ts-expect-error a number is not a region
const call: StartJobRunEvent = { eventSource: 'glue.amazonaws.com', eventName: 'StartJobRun', eventTime: '', awsRegion: 5 }
void [nonconforming, service, call]

// Results are plain data.
const outcome: DecodeResult = decodeRecord(unknown)
if (outcome._tag === 'Both') outcome.left[0].code satisfies 'NOT_A_RECORD' | 'WRONG_TYPE' | 'REDACTED' | 'TOO_DEEP'
const maybe = recordOf(outcome)
if (maybe !== undefined && isGlueEvent(maybe)) maybe.eventName satisfies GlueEventName

// matchEvent is exhaustive, or its last argument gets exactly the unhandled events.
const rest: string = matchEvent(event, { StartJobRun: (e) => e.requestParameters?.jobName ?? '', GetTable: (e) => e.eventName }, (e) => {
  yes<Equal<(typeof e)['eventName'], Exclude<GlueEventName, 'StartJobRun' | 'GetTable'>>>()
  return e.eventName
})
// @ts-expect-error not exhaustive without otherwise
matchEvent(event, { StartJobRun: (e) => e.eventName })
// @ts-expect-error no such API
matchEvent(event, { Nonsense: () => '' }, () => '')
const all: number = matchRecord(any, {
  event: (e) => e.eventName.length,
  nonconforming: (r) => {
    // @ts-expect-error everything is unknown
    r.awsRegion.length
    return 0
  },
  unmodelled: (e) => e.eventName.length,
  otherService: (e) => e.eventSource.length,
  insight: (r) => r.eventTime.length,
  aggregated: (r) => r.eventSource.length,
})
// @ts-expect-error a kind is missing
matchRecord(any, { event: () => 0 })
void [rest, all]

// Payloads: members optional and nullable, unknown ones through memberOf, omission through isOmitted.
declare const payload: StartJobRunEvent['requestParameters']
yes<Equal<ReturnType<typeof memberOf>, unknown>>()
if (isOmitted(payload)) payload.originalSize satisfies string | number
// @ts-expect-error an API without members still refuses a number
const none: GlueEventByName['DeleteCrawler']['responseElements'] = 5
const column: Column = { name: null, parameters: { a: null } }
const open: ConnectionType = 'SOMETHING_NEW'
declare const mark: RedactionMarker
const content: string = mark
void [none, column, open, content]

// Standard Schema gives the type.
const schema = toStandardSchema({} as import('io-ts').Type<StartJobRunEvent>)
yes<Equal<NonNullable<(typeof schema)['~standard']['types']>['output'], StartJobRunEvent>>()
