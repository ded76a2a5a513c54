import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../src/source/envelope/delivery.js'
import {
  fromAthenaRows,
  fromCloudWatchLogs,
  fromEventBridge,
  fromFirehose,
  fromKinesis,
  fromLakeRows,
  fromLookupEvents,
  fromS3Event,
  fromSnsEvent,
  fromSqsEvent,
} from '../../../src/source/envelope/from.js'
import { unwrap } from '../../../src/source/envelope/unwrap.js'
import { base64, eventOf, firehoseOf, kinesisOf, logsOf, RECORD, s3Of, snsOf, sqsOf } from '../../support/envelope.js'

const json = JSON.stringify(RECORD)

/** A function, its source, a value of its kind, and what to call one. */
const CASES: ReadonlyArray<readonly [typeof fromSqsEvent, string, unknown, string]> = [
  [fromSqsEvent, 'sqs', sqsOf(json), 'an SQS event'],
  [fromSnsEvent, 'sns', snsOf(json), 'an SNS event'],
  [fromS3Event, 's3', s3Of('k'), 'an S3 event'],
  [fromEventBridge, 'eventbridge', eventOf(RECORD), 'an event of EventBridge'],
  [fromCloudWatchLogs, 'cloudwatch-logs', logsOf(json), 'an event of CloudWatch Logs'],
  [fromFirehose, 'firehose', firehoseOf(base64(json)), 'an event of Firehose'],
  [fromKinesis, 'kinesis', kinesisOf(base64(json)), 'an event of Kinesis'],
  [fromLookupEvents, 'lookup-events', { Events: [{ CloudTrailEvent: json }] }, 'what LookupEvents answers'],
  [fromAthenaRows, 'athena-rows', [{ eventname: 'GetTags', requestparameters: '{"a":1}' }], 'rows of the table'],
  [fromLakeRows, 'lake-rows', { QueryResultRows: [[{ eventJson: json }]] }, 'rows of CloudTrail Lake'],
]

const outcome = ({ content }: Delivery): string => content.kind

describe('each function', () => {
  it.each(CASES)('%o reads its own kind as unwrap does, and no other', async (read, source, value, expected) => {
    const deliveries = await read(value)
    expect(deliveries).toEqual(await unwrap(value))
    expect(deliveries.map(outcome)).toEqual([source === 's3' ? 'objects' : 'records'])
    expect(deliveries[0]?.source).toBe(source)
    for (const other of [5, null, undefined, 'text', {}, { state: 'x' }, [5]]) {
      const [delivery] = await read(other)
      expect(delivery?.source).toBe(source)
      expect(delivery?.content).toMatchObject({ kind: 'unreadable', issues: [{ code: 'UNKNOWN_ENVELOPE', path: [], expected }] })
    }
  })

  it.each(CASES.filter(([, source]) => !['eventbridge', 'cloudwatch-logs'].includes(source)))('%o reads an empty batch', async (read) => {
    for (const { content } of await read([])) {
      expect(content.kind === 'records' ? content.records : content.kind === 'objects' ? content.objects : content.kind).toEqual([])
    }
  })
})
