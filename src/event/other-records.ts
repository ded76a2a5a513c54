/**
 * Records of calls without a model: other Glue calls, and calls of other services.
 *
 * @module
 */
import type * as t from 'io-ts'
import { extension, isString } from '../codec/seam.js'
import type { StructureType } from '../codec/structure.js'
import { type TaggedType, untagged } from '../codec/tagged.js'
import { RecordFields } from '../generated/record/record-fields.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { GlueEvent } from './glue-event.js'

/**
 * A Glue call whose API is not in the registry: an API newer than this package, or a call that only the console or a
 * notebook makes. Such a record is not nonconforming; its payloads are kept unchecked.
 *
 * The codec rejects the names of modelled APIs, whatever their payloads are.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnmodelledGlueEvent extends RecordFields {
  /** Always `glue.amazonaws.com`. */
  readonly eventSource: 'glue.amazonaws.com'
  /** A name that is not in `GLUE_APIS`. */
  readonly eventName: string
  /** Unchecked. */
  readonly requestParameters?: unknown
  /** Unchecked. */
  readonly responseElements?: unknown
}

/**
 * A record of any service other than Glue. Its envelope and identity are typed; its payloads are unchecked and
 * sometimes a string or an array.
 *
 * The codec rejects Glue records.
 *
 * @category models
 * @since 0.1.0
 */
export interface ServiceEvent extends RecordFields {
  /** The service's host name, such as `s3.amazonaws.com`. */
  readonly eventSource: string
  /** The API that was called, or the event of a service. */
  readonly eventName: string
  /** Unchecked. */
  readonly requestParameters?: unknown
  /** Unchecked. */
  readonly responseElements?: unknown
}

/** Any call with a matching envelope and any payloads. */
export const anyCall: StructureType<ServiceEvent> = /* @__PURE__ */ extension<ServiceEvent>(
  'ServiceEvent',
  RecordFields,
  (u) => isString(u.eventSource) && isString(u.eventName),
  'eventSource,eventName,requestParameters,responseElements.s!s!dd',
)

/** Any Glue call with a matching envelope and any payloads. */
export const anyGlueCall: StructureType<UnmodelledGlueEvent> = /* @__PURE__ */ extension<UnmodelledGlueEvent>(
  'UnmodelledGlueEvent',
  RecordFields,
  (u) => u.eventSource === GLUE_SOURCE && isString(u.eventName),
  'eventSource,eventName,requestParameters,responseElements.0!s!dd',
  () => [GLUE_SOURCE],
)

const GLUE: ReadonlySet<string> = /* @__PURE__ */ new Set([GLUE_SOURCE])

/** The io-ts codec of `UnmodelledGlueEvent`. @category codecs */
export const UnmodelledGlueEvent: t.Type<UnmodelledGlueEvent> = /* @__PURE__ */ untagged<UnmodelledGlueEvent>(
  'UnmodelledGlueEvent',
  anyGlueCall,
  'eventName',
  () => (GlueEvent as TaggedType<GlueEvent>).table(),
  'a name other than those of modelled Glue APIs',
)

/** The io-ts codec of `ServiceEvent`. @category codecs */
export const ServiceEvent: t.Type<ServiceEvent> = /* @__PURE__ */ untagged<ServiceEvent>(
  'ServiceEvent',
  anyCall,
  'eventSource',
  () => GLUE,
  'a service other than Glue',
)
