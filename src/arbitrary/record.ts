/**
 * Records of every family, conforming or nonconforming.
 *
 * @module
 */
import * as fc from 'fast-check'
import { requireOptions } from '../codec/argument.js'
import type { StructureType } from '../codec/structure.js'
import { anyCall, anyGlueCall } from '../event/other-records.js'
import type { CloudTrailRecord } from '../event/record.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { aggregatedEnvelope, callEnvelope, insightEnvelope } from './envelope.js'
import { codecNamed } from './event.js'
import { type Made, nonconforming } from './nonconforming.js'
import { type Requirements, validOf } from './structure.js'

/**
 * The families of records, named after the handlers of `matchRecord`: `event` for calls of modelled Glue APIs,
 * `unmodelled` for other Glue calls, `otherService`, `insight`, `aggregated`.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export type RecordFamily = 'event' | 'unmodelled' | 'otherService' | 'insight' | 'aggregated'

/**
 * Options of the records.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export interface ArbitraryRecordOptions {
  /** The families; all five by default and for an empty list. */
  readonly families?: ReadonlyArray<RecordFamily>
  /**
   * How many records have a nonconforming value and decode as `Both`: no record (`none`, the default), about one of
   * four (`some`), or each (`all`).
   */
  readonly nonconforming?: 'none' | 'some' | 'all'
}

const SERVICES = ['s3', 'sts', 'kms', 'athena', 'lakeformation', 'signin'].map((name) => `${name}.amazonaws.com`)
const CALLS = ['GetObject', 'AssumeRole', 'Decrypt', 'StartQueryExecution', 'GetDataAccess', 'ConsoleLogin']

const made = (codec: unknown, requirements: Requirements): fc.Arbitrary<Made> => {
  const structure = codec as StructureType<unknown>
  return validOf(structure, requirements).map((value) => ({ codec: structure, value }))
}

/** Generates a call whose names are drawn from lists. */
function named(codec: unknown, names: Readonly<Record<string, ReadonlyArray<string>>>): fc.Arbitrary<Made> {
  const { holding, present } = callEnvelope()
  const drawn = Object.entries(names).map(([name, values]) => [name, fc.constantFrom(...values)] as const)
  return made(codec, { holding: { ...holding, ...Object.fromEntries(drawn) }, present })
}

const FAMILIES: Readonly<Record<RecordFamily, () => fc.Arbitrary<Made>>> = {
  event: () => fc.constantFrom(...GLUE_APIS).chain((name) => made(codecNamed(name), callEnvelope())),
  unmodelled: () => named(anyGlueCall, { eventName: NAME_ONLY_APIS }),
  otherService: () => named(anyCall, { eventSource: SERVICES, eventName: CALLS }),
  insight: () => made(InsightRecord, insightEnvelope()),
  aggregated: () => made(AggregatedRecord, aggregatedEnvelope()),
}

/** All families. */
export const ALL_FAMILIES: ReadonlyArray<RecordFamily> = ['event', 'unmodelled', 'otherService', 'insight', 'aggregated']

/**
 * Returns a fast-check arbitrary of CloudTrail records, of all families or some. Each matches its model and decodes as
 * `Right`; see `arbitraryOf` for their content.
 *
 * @param options - See `ArbitraryRecordOptions`.
 *
 * @example
 * import { assert as holds, property } from 'fast-check'
 * import { decodeRecord } from 'glue-trail'
 * import { arbitraryRecord } from 'glue-trail/arbitrary'
 *
 * holds(property(arbitraryRecord(), (record) => decodeRecord(record)._tag === 'Right'))
 * holds(property(arbitraryRecord({ nonconforming: 'all' }), (record) => decodeRecord(record)._tag === 'Both'))
 *
 * @category arbitraries
 * @since 0.1.0
 */
export function arbitraryRecord(options?: ArbitraryRecordOptions & { readonly nonconforming?: 'none' }): fc.Arbitrary<CloudTrailRecord>
/**
 * Returns a fast-check arbitrary of CloudTrail records, some or all of which have one nonconforming value and decode as
 * `Both`.
 *
 * @param options - See `ArbitraryRecordOptions`.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export function arbitraryRecord(options?: ArbitraryRecordOptions): fc.Arbitrary<CloudTrailRecord | NonconformingRecord>
export function arbitraryRecord(options: ArbitraryRecordOptions = {}): fc.Arbitrary<CloudTrailRecord | NonconformingRecord> {
  requireOptions('arbitraryRecord', options)
  const { families = [], nonconforming: which = 'none' } = options
  const chosen = families.length === 0 ? ALL_FAMILIES : families
  const records = fc.oneof(...chosen.map((family) => FAMILIES[family]()))
  const matching = records.map(({ value }) => value)
  const all =
    which === 'none'
      ? matching
      : which === 'all'
        ? nonconforming(records)
        : fc.oneof({ weight: 3, arbitrary: matching }, { weight: 1, arbitrary: nonconforming(records) })
  return all as unknown as fc.Arbitrary<CloudTrailRecord | NonconformingRecord>
}
