/**
 * Guards by name: for selecting records without losing those that depart from the model.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { DepartingRecord } from '../generated/record/departing-record.js'
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
export interface DepartingGlueRecord extends DepartingRecord {
  /** Always `glue.amazonaws.com`. */
  readonly eventSource: 'glue.amazonaws.com'
}

/**
 * A call of the Glue API `N` in which something departs from the model: its names are sure, all else is to be looked at before use.
 *
 * @category models
 * @since 0.1.0
 */
export interface DepartingEvent<N extends string> extends DepartingGlueRecord {
  /** The API that was called. */
  readonly eventName: N
}

/**
 * Whether a value is a record of Glue, by its names alone: modelled, without a model, or departing from it. Filters and exports select with
 * this, so that nothing is lost in silence.
 *
 * @example
 * import { isGlueRecord } from 'glue-trail'
 *
 * const departing: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'odd' }
 * assert.strictEqual(isGlueRecord(departing), true)
 * assert.strictEqual(isGlueRecord({ eventSource: 's3.amazonaws.com', eventName: 'GetObject' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isGlueRecord(u: unknown): u is GlueEvent | UnmodelledGlueEvent | DepartingGlueRecord {
  return isObject(u) && u.eventSource === GLUE_SOURCE && kindOfRecord(u) !== undefined
}

/**
 * Whether a value is a call of this Glue API, by its names alone: one that matches its model, or one that departs from it.
 *
 * @param name - An API's name, as `eventName` has it.
 *
 * @example
 * import { isCallOf, isEvent } from 'glue-trail'
 *
 * const departing: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: 'odd' }
 * assert.strictEqual(isCallOf('UpdateTable')(departing), true)
 * assert.strictEqual(isEvent('UpdateTable')(departing), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isCallOf<N extends GlueEventName>(name: N): (u: unknown) => u is GlueEventByName[N] | DepartingEvent<N> {
  return (u): u is GlueEventByName[N] | DepartingEvent<N> => isObject(u) && u.eventSource === GLUE_SOURCE && u.eventName === name
}
