/**
 * Typed events from AWS CloudTrail, above all those of AWS Glue.
 *
 * @module
 */

export { type DecodeIssue, type DecodeIssueCode, type DecodeIssues, formatIssues } from './codec/issue.js'
export { isRedacted, type Redacted, type RedactionMarker, unredacted } from './codec/redacted.js'
export { type Decoded, type DecodeOptions, decodeRecord, decodeRecords } from './event/decode-record.js'
export { GlueEvent } from './event/glue-event.js'
export { type EventHandlers, matchEvent, matchRecord, type RecordHandlers } from './event/match.js'
export { memberOf } from './event/member-of.js'
export { isCallTo, isGlueRecord, type NonconformingEvent, type NonconformingGlueRecord } from './event/name-guards.js'
export { isOmitted, type OmittedPayload } from './event/omitted.js'
export { ServiceEvent, UnmodelledGlueEvent } from './event/other-records.js'
export type { IndexHint, RecordPredicate, UnknownReason, Verdict } from './event/predicate.js'
export { CloudTrailRecord } from './event/record.js'
export {
  type AccessLevel,
  accessLevelOf,
  isNullResponseApi,
  type NullResponseBasis,
  nullResponseOf,
  sensitivePathsOf,
} from './event/registry.js'
export { type DecodeResult, issuesOf, recordOf } from './event/result.js'
export { isConforming, isEvent, isGlueEvent, isIdentity } from './event/shape-guards.js'
export { toStandardSchema } from './event/standard-schema.js'
export { apiLabel } from './filter/api-label.js'
export { allOf, anyOf, not } from './filter/combine.js'
export type { FilterFields } from './filter/fields.js'
export { compileFilter, type FilterOptions } from './filter/filter.js'
export { type FilterIssue, type FilterIssueCode, type FilterIssues, formatFilterIssues } from './filter/issue.js'
export * from './generated/public.js'
export { GLUE_APIS, type GlueEventByName, type GlueEventName, NAME_ONLY_APIS, NULL_RESPONSE_APIS } from './generated/registry.js'
export { accountOf } from './insight/account.js'
export { type Actor, type ActorFlags, type ActorKind, type ActorOnBehalfOf, actorOf } from './insight/actor.js'
export { type Amended, applyAddenda } from './insight/addenda.js'
export type { ItemOutcome } from './insight/batch.js'
export { type DeduplicateOptions, deduplicate } from './insight/deduplicate.js'
export { type Denial, type DenialCause, type DeniedObject, denialOf } from './insight/denial.js'
export type { GlueResource } from './insight/glue-resource.js'
export { historyOf, type TableEvent, type TableEventKind } from './insight/history.js'
export { actorLabel, outcomeLabel, resourceLabel, resourcesLabel, serviceLabel } from './insight/label.js'
export { type LakeFormationFacts, type LakeFormationResource, lakeFormationOf } from './insight/lake-formation.js'
export { type AnswerBasis, type MissingKind, type MissingValue, whyMissing } from './insight/missing.js'
export { type CallOutcome, isFailed, outcomeOf } from './insight/outcome.js'
export { type NoPolicy, type PolicyDocument, type PolicyFound, type PolicyStatement, type PolicyTexts, policyOf } from './insight/policy.js'
export type { RecordPath } from './insight/record-path.js'
export { type RedactOptions, redact } from './insight/redact.js'
export { type ResourceGap, type ResourceGapKind, type Resources, resourcesOf } from './insight/resources.js'
export type { SecretRule } from './insight/secret.js'
export { type Exposure, type SensitivePlace, sensitiveIn } from './insight/sensitive.js'
export { sortByTime } from './insight/sort-by-time.js'
export { summaryOf } from './insight/summary.js'
export {
  type ChangedEntry,
  type ChangedText,
  type ColumnsChange,
  type NoTableChange,
  type TableChange,
  type TableColumn,
  tableChangeOf,
} from './insight/table-change.js'
export { type GivenValue, type ValueAnswer, valueAt } from './insight/value-at.js'
export { type CallVia, viaOf } from './insight/via.js'
export type { ViaKind } from './insight/via-kinds.js'
export { AccountId, type AccountIdBrand } from './scalar/account-id.js'
export { Arn, type ArnBrand, type ArnParts, parseArn } from './scalar/arn.js'
export { parseTimestamp } from './scalar/timestamp.js'
