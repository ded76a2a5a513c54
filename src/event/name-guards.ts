/**
 * Guards by name: for selecting records without losing nonconforming ones.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { GLUE_SOURCE, type GlueEventByName, type GlueEventName } from '../generated/registry.js'
import { classify } from './classify.js'
import type { GlueEvent } from './glue-event.js'
import type { UnmodelledGlueEvent } from './other-records.js'
import { total } from './total.js'

/**
 * A Glue record that does not match its model: only its source is certain; check every other member before use.
 *
 * @category models
 * @since 0.1.0
 */
export interface NonconformingGlueRecord extends NonconformingRecord {
  /** Always `glue.amazonaws.com`. */
  readonly eventSource: 'glue.amazonaws.com'
}

/**
 * A call of the Glue API `N` that does not match its model: only its names are certain; check every other member before
 * use.
 *
 * @category models
 * @since 0.1.0
 */
export interface NonconformingEvent<N extends string> extends NonconformingGlueRecord {
  /** The API that was called. */
  readonly eventName: N
}

/**
 * Returns whether a value is a Glue record, by its names alone: modelled, unmodelled or nonconforming. Filters and
 * exports select with this, so that no record is dropped silently.
 *
 * @example
 * import { isGlueRecord } from 'glue-trail'
 *
 * const nonconforming: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'invalid' }
 * assert.strictEqual(isGlueRecord(nonconforming), true)
 * assert.strictEqual(isGlueRecord({ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isGlueRecord(u: unknown): u is GlueEvent | UnmodelledGlueEvent | NonconformingGlueRecord {
  return total((value) => isObject(value) && value.eventSource === GLUE_SOURCE && classify(value) !== undefined, u)
}

/**
 * Returns a guard for calls of one Glue API, by their names alone: those that match the model and those that do not.
 *
 * @param name - An API's name, as `eventName` has it.
 *
 * @example
 * import { isCallTo, isEvent } from 'glue-trail'
 *
 * const nonconforming: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'invalid' }
 * assert.strictEqual(isCallTo('UpdateTable')(nonconforming), true)
 * assert.strictEqual(isEvent('UpdateTable')(nonconforming), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isCallTo<N extends GlueEventName>(name: N): (u: unknown) => u is GlueEventByName[N] | NonconformingEvent<N> {
  const isCall = (u: unknown): boolean => isObject(u) && u.eventSource === GLUE_SOURCE && u.eventName === name
  return (u): u is GlueEventByName[N] | NonconformingEvent<N> => total(isCall, u)
}
