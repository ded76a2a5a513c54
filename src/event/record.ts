/**
 * Every CloudTrail record that matches its model, as one union and one codec.
 *
 * @module
 */
import * as t from 'io-ts'
import { collect } from '../codec/collect.js'
import { errorsOf } from '../codec/errors.js'
import type { DecodeIssue } from '../codec/issue.js'
import { kindOf } from '../codec/kind.js'
import type { AggregatedRecord } from '../generated/record/aggregated-record.js'
import type { InsightRecord } from '../generated/record/insight-record.js'
import { classify } from './classify.js'
import type { GlueEvent } from './glue-event.js'
import type { ServiceEvent, UnmodelledGlueEvent } from './other-records.js'

/**
 * A record that matches the model of its kind: a call of a modelled Glue API, a Glue call without a model, a call of
 * another service, an Insights record or an aggregated one.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html CloudTrail record contents}.
 *
 * @category models
 * @since 0.1.0
 */
export type CloudTrailRecord = GlueEvent | UnmodelledGlueEvent | ServiceEvent | InsightRecord | AggregatedRecord

/** Returns the issue of a value of some kind that is not a CloudTrail record. */
export function notARecord(received: string): DecodeIssue {
  return { code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received }
}

const isRecord = (u: unknown): u is CloudTrailRecord => classify(u)?.codec.is(u) === true

/** The io-ts codec of `CloudTrailRecord`. @category codecs */
export const CloudTrailRecord: t.Type<CloudTrailRecord> = /* @__PURE__ */ new t.Type<CloudTrailRecord>(
  'CloudTrailRecord',
  isRecord,
  (u, context) => {
    if (isRecord(u)) return t.success(u)
    const codec = classify(u)?.codec
    return t.failures(errorsOf(codec === undefined ? [notARecord(kindOf(u))] : collect(codec, u), context))
  },
  t.identity,
)
