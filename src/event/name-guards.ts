/**
 * Guards by name: for selecting records without losing those that depart from the model.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { GLUE_SOURCE, type GlueEventByName, type GlueEventName } from '../generated/registry.js'
import type { GlueEvent } from './glue-event.js'
import { kindOfRecord } from './kind.js'
import type { UnmodelledGlueEvent } from './other-records.js'

/**
 * A Glue record in which something departs from the model: its source is sure, all else is to be looked at before use.
 *
 * @category models
 * @since 0.1.0
 */
export interface NonconformingGlueRecord extends NonconformingRecord {
  /** Always `glue.amazonaws.com`. */
  readonly eventSource: 'glue.amazonaws.com'
}

/**
 * A call of the Glue API `N` in which something departs from the model: its names are sure, all else is to be looked at before use.
 *
 * @category models
 * @since 0.1.0
 */
export interface NonconformingEvent<N extends string> extends NonconformingGlueRecord {
  /** The API that was called. */
  readonly eventName: N
}

/**
 * Whether a value is a record of Glue, by its names alone: modelled, without a model, or nonconforming from it. Filters and exports select with
 * this, so that nothing is lost in silence.
 *
 * @example
 * import { isGlueRecord } from 'glue-trail'
 *
 * const nonconforming: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'odd' }
 * assert.strictEqual(isGlueRecord(nonconforming), true)
 * assert.strictEqual(isGlueRecord({ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isGlueRecord(u: unknown): u is GlueEvent | UnmodelledGlueEvent | NonconformingGlueRecord {
  return isObject(u) && u.eventSource === GLUE_SOURCE && kindOfRecord(u) !== undefined
}

/**
 * Whether a value is a call of this Glue API, by its names alone: one that matches its model, or one that departs from it.
 *
 * @param name - An API's name, as `eventName` has it.
 *
 * @example
 * import { isCallTo, isEvent } from 'glue-trail'
 *
 * const nonconforming: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'odd' }
 * assert.strictEqual(isCallTo('UpdateTable')(nonconforming), true)
 * assert.strictEqual(isEvent('UpdateTable')(nonconforming), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isCallTo<N extends GlueEventName>(name: N): (u: unknown) => u is GlueEventByName[N] | NonconformingEvent<N> {
  return (u): u is GlueEventByName[N] | NonconformingEvent<N> => isObject(u) && u.eventSource === GLUE_SOURCE && u.eventName === name
}
