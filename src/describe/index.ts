/**
 * Glue's APIs and the CloudTrail record as data and as documents: for your own documentation, for forms, for quick
 * reference.
 *
 * @module
 */

export {
  type ApiDescription,
  describeApi,
  type MemberDescription,
  type ResourceTypeDescription,
  type ShapeDescription,
} from './describe-api.js'
export {
  describeRecord,
  type IdentityDescription,
  type RecordDescription,
  type RecordMemberDescription,
  type RecordStructureDescription,
} from './describe-record.js'
export { describeShape, type PartDescription } from './describe-shape.js'
export { type FormatOptions, formatApi } from './format-api.js'
export { formatRecord } from './format-record.js'
export type { DescriptionForm } from './sheet.js'
