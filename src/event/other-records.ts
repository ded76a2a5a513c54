/**
 * The records that are no modelled Glue call: Glue calls without a model, and calls of other services.
 *
 * @module
 */
import type * as t from 'io-ts'
import { extension, isString, none } from '../codec/seam.js'
import type { StructureType } from '../codec/structure.js'
import { type TaggedType, untagged } from '../codec/tagged.js'
import { RecordFields } from '../generated/record/record-fields.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { GlueEvent } from './glue-event.js'

/**
 * A Glue call whose API is not in the registry: an API newer than this package, a call that only the console makes, a notebook's. New is
 * not wrong; its payloads are whatever came.
 *
 * The codec refuses the names of modelled APIs, also where their payloads depart from the model.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnmodelledGlueEvent extends RecordFields {
  /** Always `glue.amazonaws.com`. */
  readonly eventSource: 'glue.amazonaws.com'
  /** A name that is not in `GLUE_APIS`. */
  readonly eventName: string
  /** Kept as it came. */
  readonly requestParameters?: unknown
  /** Kept as it came. */
  readonly responseElements?: unknown
}

/**
 * A record of any service but Glue. Its envelope and identity are typed, its payloads are whatever came, a string or an array at times.
 *
 * The codec refuses Glue's own records.
 *
 * @category models
 * @since 0.1.0
 */
export interface ServiceEvent extends RecordFields {
  /** The service's host name, such as `s3.amazonaws.com`. */
  readonly eventSource: string
  /** The API that was called, or the event of a service. */
  readonly eventName: string
  /** Kept as it came. */
  readonly requestParameters?: unknown
  /** Kept as it came. */
  readonly responseElements?: unknown
}

/** Any call with a matching envelope, whatever its payloads. */
export const anyCall: StructureType<ServiceEvent> = /* @__PURE__ */ extension<ServiceEvent>(
  'ServiceEvent',
  RecordFields,
  'eventSource! eventName! requestParameters:d responseElements:d',
  none,
  (u) => isString(u.eventSource) && isString(u.eventName),
)

/** Any call of Glue with a matching envelope, whatever its payloads. */
export const anyGlueCall: StructureType<UnmodelledGlueEvent> = /* @__PURE__ */ extension<UnmodelledGlueEvent>(
  'UnmodelledGlueEvent',
  RecordFields,
  'eventSource:0! eventName! requestParameters:d responseElements:d',
  () => [GLUE_SOURCE],
  (u) => u.eventSource === GLUE_SOURCE && isString(u.eventName),
)

const GLUE: ReadonlySet<string> = /* @__PURE__ */ new Set([GLUE_SOURCE])

/** The io-ts codec of `UnmodelledGlueEvent`. @category codecs */
export const UnmodelledGlueEvent: t.Type<UnmodelledGlueEvent> = /* @__PURE__ */ untagged<UnmodelledGlueEvent>(
  'UnmodelledGlueEvent',
  anyGlueCall,
  'eventName',
  () => (GlueEvent as TaggedType<GlueEvent>).table(),
  'a name that is no modelled Glue API',
)

/** The io-ts codec of `ServiceEvent`. @category codecs */
export const ServiceEvent: t.Type<ServiceEvent> = /* @__PURE__ */ untagged<ServiceEvent>(
  'ServiceEvent',
  anyCall,
  'eventSource',
  () => GLUE,
  'another service than Glue',
)
