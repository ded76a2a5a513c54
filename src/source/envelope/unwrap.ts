/**
 * Whatever AWS delivers of CloudTrail, opened down to records, objects and notices.
 *
 * @module
 */
import { requireOptions } from '../../codec/argument.js'
import { athenaRows } from './athena-rows.js'
import { cloudWatchLogs } from './cloud-watch-logs.js'
import type { Envelope } from './envelope.js'
import { eventBridge } from './event-bridge.js'
import { firehose } from './firehose.js'
import { kafka } from './kafka.js'
import { kinesis } from './kinesis.js'
import { lakeRows } from './lake-rows.js'
import type { EnvelopeLimits } from './limits.js'
import { log } from './log.js'
import { logExports } from './log-exports.js'
import { lookupEvents } from './lookup-events.js'
import type { Message } from './message.js'
import { mixedList } from './mixed-list.js'
import { s3 } from './s3.js'
import { sns } from './sns.js'
import { sqs } from './sqs.js'
import { trailNotice } from './trail-notice.js'
import { walk } from './walk.js'

/**
 * All envelopes. The first that a value is counts: an empty list is a log without records, rows with `eventJson` are
 * Lake's.
 */
export const ENVELOPES: ReadonlyArray<Envelope> = [
  log,
  sqs,
  sns,
  s3,
  kinesis,
  kafka,
  firehose,
  eventBridge,
  cloudWatchLogs,
  logExports,
  trailNotice,
  lookupEvents,
  lakeRows,
  athenaRows,
  mixedList,
]

/**
 * Opens whatever AWS delivers of CloudTrail, in any nesting: events of SQS, SNS, S3, EventBridge, CloudWatch Logs,
 * Firehose and Kinesis, CloudTrail's own notices, answers of `LookupEvents`, rows of Athena and of CloudTrail Lake, and
 * records as they are. S3's notice in SNS in SQS comes out as an object, a record in EventBridge in SQS as a record.
 * Strings are parsed, as often as they were escaped.
 *
 * It never throws and never rejects, whatever the value: what cannot be read is a message whose contents say why.
 *
 * @param u - An event as Lambda gets it, a message's body (parsed or not), an answer of an SDK or of the command line.
 * @param options - How much may come out of gzipped data: `maxBytes` of one value, all its messages together (default
 * 256 MiB), and `maxRatio`.
 * @returns One message for each that was delivered, in order, with all that is in it.
 *
 * @see
 * {@link https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html AWS: events that Lambda gets from other services}
 *
 * @example
 * import { unwrap } from 'glue-trail/source'
 *
 * const notice = { s3Bucket: 'trails', s3ObjectKey: ['AWSLogs/a.json.gz'] }
 * const body = JSON.stringify({ Type: 'Notification', MessageId: 'n', TopicArn: 't', Message: JSON.stringify(notice) })
 * assert.deepStrictEqual(await unwrap({ Records: [{ eventSource: 'aws:sqs', messageId: 'm', body }] }), [
 *   { id: 'm', source: 'SQS', attributes: {}, contents: [{ kind: 'OBJECTS', objects: [{ bucket: 'trails', key: 'AWSLogs/a.json.gz' }] }] },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function unwrap(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Message>> {
  requireOptions('unwrap', options)
  return walk(u, ENVELOPES, options)
}
