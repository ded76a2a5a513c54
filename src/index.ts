/**
 * Typed events from AWS CloudTrail, above all those of AWS Glue.
 *
 * @module
 */

export { type Hidden, type HiddenMark, isHidden, unhidden } from './codec/hidden.js'
export type { DecodeIssue, DecodeIssueCode, DecodeIssues } from './codec/issue.js'
export { type Decoded, type DecodeOptions, type DecodeOutcome, decodeRecord, decodeRecords } from './event/decode-record.js'
export { GlueEvent } from './event/glue-event.js'
export { isFailed, isOmitted, memberOf, type OmittedPayload } from './event/marks.js'
export { type EventHandlers, matchEvent, matchRecord, type RecordHandlers } from './event/match.js'
export { type DepartingEvent, type DepartingGlueRecord, isCallOf, isGlueRecord } from './event/name-guards.js'
export { ServiceEvent, UnmodelledGlueEvent } from './event/other-records.js'
export type { IndexHint, RecordPredicate, Verdict } from './event/predicate.js'
export { CloudTrailRecord } from './event/record.js'
export {
  type AccessLevel,
  accessLevelOf,
  isNullResponseApi,
  type NullResponseBasis,
  nullResponseOf,
  sensitivePathsOf,
} from './event/registry.js'
export { isAggregatedRecord, isEvent, isGlueEvent, isIdentity, isInsightRecord, isKnownIdentity } from './event/shape-guards.js'
export { standard } from './event/standard.js'
export { allOf, anyOf, not } from './filter/combine.js'
export type { FilterFields } from './filter/fields.js'
export { type FilterOptions, filterOf } from './filter/filter.js'
export { type FilterIssue, type FilterIssueCode, type FilterIssues, formatFilterIssues } from './filter/issue.js'
export * from './generated/public.js'
export { GLUE_APIS, type GlueEventByName, type GlueEventName, NAME_ONLY_APIS, NULL_RESPONSE_APIS } from './generated/registry.js'
export { formatIssues } from './report/format-issues.js'
export { issuesOf, recordOf } from './report/outcome.js'
