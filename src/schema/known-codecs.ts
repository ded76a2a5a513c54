/**
 * The codecs whose condition is code and whose schema is known all the same.
 *
 * @module
 */
import * as t from 'io-ts'
import { GlueEvent } from '../event/glue-event.js'
import { ServiceEvent, UnmodelledGlueEvent } from '../event/other-records.js'
import { CloudTrailRecord } from '../event/record.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import { AccountId } from '../scalar/account-id.js'
import { Arn } from '../scalar/arn.js'
import { Count } from '../scalar/count.js'
import { anyOf, type JsonSchema, type Node } from './dialect.js'

/** Objects in which one of these members has one of these values. */
const having = (members: Readonly<Record<string, ReadonlyArray<string>>>): JsonSchema => ({
  anyOf: Object.entries(members).map(([name, values]) => ({
    type: 'object',
    required: [name],
    properties: { [name]: { enum: values } },
  })),
})

/** What makes a record one of Insights or an aggregated one, whatever else it is. */
const NO_CALL = /* @__PURE__ */ having({
  eventCategory: ['Insight', 'Aggregated'],
  eventType: ['AwsCloudTrailInsight', 'AwsAggregatedEvent'],
})

/** Notifications of S3 and records of streams, which have a source and a name too. */
const NO_RECORD: JsonSchema = { type: 'object', properties: { eventSource: { type: 'string', pattern: '^aws:' } } }

/** The schema of a codec whose condition is code; `undefined` for all others. */
export function knownSchema(codec: t.Mixed, schemaOf: (codec: t.Mixed) => Node): Node | undefined {
  switch (codec as unknown) {
    case t.Int:
      return { type: 'integer' }
    case Count:
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
    case AccountId:
      return { type: 'string', pattern: '^[0-9]{12}$', maxLength: 12 }
    case Arn:
      return { type: 'string', pattern: '^arn:[a-z][a-z0-9-]*:[a-z0-9][a-z0-9-]*:[a-z0-9-]*:[A-Za-z0-9-]*:[\\s\\S]', maxLength: 2048 }
    case CloudTrailRecord: {
      const service: Node = { allOf: [schemaOf(ServiceEvent), { not: NO_RECORD }] }
      const calls = anyOf([schemaOf(GlueEvent), schemaOf(UnmodelledGlueEvent), service])
      return anyOf([schemaOf(InsightRecord), schemaOf(AggregatedRecord), { allOf: [calls, { not: NO_CALL }] }])
    }
    default:
      return undefined
  }
}
