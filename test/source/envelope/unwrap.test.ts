import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRecord } from '../../../src/arbitrary/index.js'
import { decodeRecord } from '../../../src/event/decode-record.js'
import { recordOf } from '../../../src/event/result.js'
import type { Message } from '../../../src/source/envelope/message.js'
import { ENVELOPES, unwrap } from '../../../src/source/envelope/unwrap.js'
import {
  base64,
  eventOf,
  firehoseOf,
  gzipped,
  kinesisOf,
  logsDataOf,
  logsOf,
  notificationOf,
  RECORD,
  s3Of,
  shownOf,
  snsOf,
  sqsOf,
} from '../../support/envelope.js'
import { describeShared, sharedFiles, sharedJson, sharedText } from '../../support/shared.js'

const recordsOf = (messages: ReadonlyArray<Message>): ReadonlyArray<unknown> =>
  messages.flatMap(({ contents }) => contents.flatMap((content) => (content.kind === 'RECORDS' ? content.records : [])))

const json = (u: unknown): string => JSON.stringify(u)

/** Everything that one record may come in, by what it does to a value. */
const WRAPPINGS: ReadonlyArray<(u: unknown) => unknown> = [
  json,
  (u) => sqsOf(json(u)),
  (u) => json(sqsOf(json(u))),
  (u) => snsOf(json(u)),
  (u) => notificationOf(json(u)),
  (u) => ({ Messages: [{ MessageId: 'm', Body: json(u) }] }),
  (u) => logsOf(json(u)),
  (u) => logsDataOf(json(u)),
  (u) => logsOf(json(json(u))),
  (u) => kinesisOf(base64(json(u))),
  (u) => kinesisOf(gzipped(json(u))),
  (u) => firehoseOf(base64(`${json(u)}\n`)),
  (u) => firehoseOf(gzipped(json(u))),
]

/** What only holds a record itself. */
const INNERMOST: ReadonlyArray<(u: unknown) => unknown> = [
  (u) => u,
  (u) => [u],
  (u) => ({ Records: [u] }),
  (u) => eventOf(u),
  (u) => ({ Events: [{ EventId: '1', CloudTrailEvent: json(u) }] }),
  (u) => ({ QueryResultRows: [[{ eventJson: json(u) }]] }),
]

describe('any nesting', () => {
  it('gives the record that went in', async () => {
    const nesting = fc.tuple(fc.constantFrom(...INNERMOST), fc.array(fc.constantFrom(...WRAPPINGS), { maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(arbitraryRecord(), nesting, async (made, [innermost, wrappings]) => {
        // As JSON has it: no undefined, no minus zero.
        const record: unknown = JSON.parse(json(made))
        const wrapped = wrappings.reduce((u, wrap) => wrap(u), innermost(record))
        const records = recordsOf(await unwrap(wrapped))
        expect(records).toEqual([record])
        expect(decodeRecord(records[0])).toEqual(decodeRecord(record))
        expect(recordOf(decodeRecord(records[0]))).not.toBe(undefined)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the very value where it was one', async () => {
    expect(recordsOf(await unwrap({ Records: [RECORD] }))[0]).toBe(RECORD)
    expect(recordsOf(await unwrap(eventOf(RECORD)))[0]).toBe(RECORD)
  })

  it.each([
    ['S3 in SNS in SQS', sqsOf(json(notificationOf(json(s3Of('a+b'))))), ['sqs m0: a b']],
    ['S3 in SQS, and in SNS', sqsOf(json(s3Of('a%2Bb')), json(notificationOf(json(s3Of('c'))))), ['sqs m0: a+b', 'sqs m1: c']],
    [
      'EventBridge of S3 in SQS',
      sqsOf(json(eventOf({ bucket: { name: 'b' }, object: { key: 'a+b' } }, 'Object Created', 'aws.s3'))),
      ['sqs m0: a+b'],
    ],
    [
      'notices of CloudTrail, wrapped and raw',
      sqsOf(json(notificationOf(json({ s3Bucket: 'b', s3ObjectKey: ['k'] }))), json({ s3Bucket: 'b', s3ObjectKey: ['k', 'l'] })),
      ['sqs m0: k', 'sqs m1: k, l'],
    ],
    ['what CloudTrail sends to a new topic', sqsOf('CloudTrail validation message.\n'), ['sqs m0: validation-message']],
    ['and in SNS', snsOf('CloudTrail validation message.'), ['sns n: validation-message']],
    [
      'a digest and a log file in one notification',
      {
        Records: [
          ...(s3Of('a.json.gz') as { Records: ReadonlyArray<unknown> }).Records,
          ...(
            s3Of(
              'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/2015/08/16/123456789012_CloudTrail-Digest_us-east-1_foo_us-east-1_20150816T230550Z.json.gz',
            ) as { Records: ReadonlyArray<unknown> }
          ).Records,
        ],
      },
      ['s3: a.json.gz', 's3: digest'],
    ],
    [
      'good and bad in one batch',
      kinesisOf(gzipped(json(logsDataOf(json(RECORD), 'no JSON', json(RECORD)))), '{', base64('{')),
      [
        'kinesis s0: 2 records',
        'kinesis s0: Records[0].kinesis.data.logEvents[1].message: expected JSON, received another string',
        'kinesis s1: Records[1].kinesis.data: expected base64, received another string',
        'kinesis s2: Records[2].kinesis.data: expected JSON, received another string',
      ],
    ],
    [
      'items without an id, in order',
      {
        Records: [
          { eventSource: 'aws:sqs', body: '1' },
          { eventSource: 'aws:sqs', messageId: 'b' },
        ],
      },
      [
        'sqs: Records[0].body: expected something AWS delivers of CloudTrail, received a number',
        'sqs b: Records[1].body: expected something AWS delivers of CloudTrail, received nothing',
      ],
    ],
    [
      'lines',
      `${json(RECORD)}\n\nno JSON\n5\n${json(RECORD)}\n`,
      [
        'log: 2 records',
        'log: [2]: expected an object as JSON, received another string; [3]: expected an object as JSON, received another string',
      ],
    ],
    ['nothing', '', ['unknown: expected JSON, received nothing']],
  ])('reads %s', async (_, u, shown) => {
    expect((await unwrap(u)).flatMap(shownOf)).toEqual(shown)
  })
})

it('gives the attributes of SQS, from Lambda and from ReceiveMessage', async () => {
  const body = json(RECORD)
  const [one] = await unwrap({
    Records: [{ eventSource: 'aws:sqs', messageId: 'm', body, attributes: { ApproximateReceiveCount: '3', x: 5 } }],
  })
  expect(one).toEqual({
    id: 'm',
    source: 'SQS',
    attributes: { ApproximateReceiveCount: '3' },
    contents: [{ kind: 'RECORDS', records: [RECORD], issues: [] }],
  })
  const [other] = await unwrap({ Messages: [{ MessageId: 'm', Body: body, Attributes: { ApproximateReceiveCount: '4' } }] })
  expect(other?.attributes).toEqual({ ApproximateReceiveCount: '4' })
})

describe('whatever comes', () => {
  it('never throws, and answers something', async () => {
    const values = fc.oneof(
      fc.anything(),
      fc.anything().map((u) => ({ Records: [{ eventSource: 'aws:sqs', body: u }] })),
      fc.jsonValue().map((u) => sqsOf(json(u))),
      fc.jsonValue().map((u) => kinesisOf(gzipped(json(u)))),
      fc.dictionary(
        fc.constantFrom(
          'Records',
          'records',
          'Events',
          'ResultSet',
          'awslogs',
          'detail',
          'detail-type',
          'Type',
          'Message',
          's3Bucket',
          's3ObjectKey',
        ),
        fc.anything(),
      ),
    )
    await fc.assert(
      fc.asyncProperty(values, async (u) => {
        for (const { contents } of await unwrap(u)) {
          expect(contents.length).toBeGreaterThan(0)
          for (const content of contents) if (content.kind === 'UNREADABLE') expect(content.issues.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reads no getter that throws', async () => {
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    const trap = new Proxy({}, { getOwnPropertyDescriptor: () => assertNever(), get: () => assertNever(), has: () => assertNever() })
    const shown = await Promise.all([revoked.proxy, trap, { Records: [trap] }].map(async (u) => (await unwrap(u)).flatMap(shownOf)))
    expect(shown.flat()).toEqual(
      Array.from({ length: 3 }, () => 'unknown: expected something AWS delivers of CloudTrail, received an unreadable object'),
    )
  })

  it('keeps silent about values', async () => {
    const secret = 'AKIAIOSFODNN7EXAMPLE'
    const shown = await Promise.all(
      [
        sqsOf(secret),
        sqsOf(json({ [secret]: secret })),
        kinesisOf(secret),
        kinesisOf(base64(secret)),
        snsOf(secret),
        eventOf(secret, secret, secret),
      ].map(async (u) => (await unwrap(u)).flatMap(shownOf).join()),
    )
    expect(shown.filter((line) => line.includes(secret))).toEqual([])
    expect(shown.every((line) => line.includes('expected'))).toBe(true)
  })
})

const assertNever = (): never => {
  throw new Error('read')
}

describe('ENVELOPES', () => {
  it('has one of each kind', () => {
    expect(new Set(ENVELOPES.map(({ kind }) => kind)).size).toBe(13)
  })
})

describeShared('prototype poisoning', () => {
  it('changes nothing', async () => {
    const { payloads } = sharedJson('vectors/secure-json-parse/payloads.json') as { readonly payloads: ReadonlyArray<string> }
    for (const payload of payloads) {
      for (const u of [payload, sqsOf(payload), snsOf(payload), kinesisOf(base64(payload)), logsOf(payload)]) await unwrap(u)
    }
    const poisoned = '{"eventSource":"glue.amazonaws.com","eventName":"GetTags","__proto__":{"admin":true}}'
    const [record] = recordsOf(await unwrap(sqsOf(poisoned)))
    expect(JSON.stringify(record)).toBe(poisoned)
    expect((record as { admin?: unknown }).admin).toBe(undefined)
    expect(({} as { x?: unknown }).x).toBe(undefined)
  })
})

describeShared('messages that broke consumers', () => {
  it('are read', async () => {
    const { poisonMessages } = sharedJson('vectors/sns/vectors.json') as {
      readonly poisonMessages: ReadonlyArray<{
        readonly snsMessage?: string
        readonly body?: string
        readonly bodies?: ReadonlyArray<string>
      }>
    }
    const bodies = poisonMessages.flatMap(({ snsMessage, body, bodies: several = [] }) => [snsMessage, body, ...several]).filter(Boolean)
    expect((await unwrap(sqsOf(...bodies))).flatMap(shownOf)).toEqual([
      'sqs m0: validation-message',
      'sqs m1: test-event',
      'sqs m2: k',
      'sqs m3: k',
    ])
  })
})

/**
 * Every payload of others, and what is in it. Most of them were made for tests of something else, and hold no record.
 */
const PAYLOADS: Readonly<Record<string, ReadonlyArray<string>>> = {
  // vectors/aws-envelopes
  'vectors/aws-envelopes/cloudwatch-base.json': [
    'cloudwatch-logs: awslogs.data.logEvents[0].message: expected JSON, received another string; awslogs.data.logEvents[1].message: expected JSON, received another string; awslogs.data.logEvents[2].message: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/eventbridge-base.json': ['eventbridge 6a7e8feb: other-event'],
  'vectors/aws-envelopes/kinesis-dynamodb-stream.json': [
    'kinesis 49657828409187701520019995242508390119953358325192589314: Records[0].kinesis.data: expected something AWS delivers of CloudTrail, received an object',
    'kinesis 49657828409187701520019995242509599045772972954367295490: Records[1].kinesis.data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-firehose-put.json': [
    'firehose record1: records[0].data: expected JSON, received another string',
    'firehose record2: records[1].data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-firehose-sqs-invalid.json': [
    'firehose 49640912821178817833517986466168945147170627572855734274000000: records[0].data: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-firehose-sqs.json': [
    'firehose 49640912821178817833517986466168945147170627572855734274000000: records[0].data.body: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-firehose.json': [
    'firehose record1: records[0].data: expected JSON, received another string',
    'firehose record2: records[1].data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-stream-cloudwatch-logs.json': [
    'kinesis 49635052289529725553291405521504870233219489715332317186: Records[0].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[2].message: expected JSON, received another string',
    'kinesis 49635052289529725553291405520881064510298312199003701250: Records[1].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[2].message: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-stream.json': [
    'kinesis 49590338271490256608559692538361571095921575989136588898: Records[0].kinesis.data: expected JSON, received another string',
    'kinesis 49590338271490256608559692540925702759324208523137515618: Records[1].kinesis.data: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/s3-base.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'vectors/aws-envelopes/s3-decoded-key.json': ['s3: Happy Face.jpg'],
  'vectors/aws-envelopes/s3-delete-object.json': ['s3: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-created.json': ['eventbridge f5f1e65c: IMG_m7fzo3.jpg'],
  'vectors/aws-envelopes/s3-eventbridge-object-deleted.json': ['eventbridge 2ee9cc15: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-expired.json': ['eventbridge ad1de317: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-restored.json': ['eventbridge 6924de0d: other-object-event'],
  'vectors/aws-envelopes/s3-glacier.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'vectors/aws-envelopes/s3-object-iam-user.json': ['unknown: expected something AWS delivers of CloudTrail, received an object'],
  'vectors/aws-envelopes/s3-object-temp-credentials.json': ['unknown: expected something AWS delivers of CloudTrail, received an object'],
  'vectors/aws-envelopes/s3-s3-lifecycle-event.json': ['s3: other-object-event'],
  'vectors/aws-envelopes/s3-sqs-event.json': ['sqs ca3e7a89: test.pdf'],
  'vectors/aws-envelopes/sns-base.json': ['sns 95df01b4: Records[0].Sns.Message: expected JSON, received another string'],
  'vectors/aws-envelopes/sqs-base.json': [
    'sqs 059f36b4: Records[0].body: expected JSON, received another string',
    'sqs 2e1424d4: Records[1].body: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/sqs-sns-body.json': [
    'sqs 79406a00: Records[0].body.Message: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files
  'corpus/files/eventbridge-schema-registry-cloudtrail.json': [
    'unknown: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files/aws-powertools+powertools-lambda-python
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_cloudWatchLogEvent.json': [
    'cloudwatch-logs: awslogs.data.logEvents[0].message: expected JSON, received another string; awslogs.data.logEvents[1].message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_cloudWatchLogEventWithPolicyLevel.json': [
    'cloudwatch-logs: awslogs.data: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_eventBridgeEvent.json': ['eventbridge 6a7e8feb: other-event'],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_kinesisStreamCloudWatchLogsEvent.json': [
    'kinesis 49635052289529725553291405521504870233219489715332317186: Records[0].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[2].message: expected JSON, received another string',
    'kinesis 49635052289529725553291405520881064510298312199003701250: Records[1].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[2].message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectCreatedEvent.json': [
    'eventbridge f5f1e65c: IMG_m7fzo3.jpg',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectDeletedEvent.json': [
    'eventbridge 2ee9cc15: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectExpiredEvent.json': [
    'eventbridge ad1de317: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectRestoreCompletedEvent.json': [
    'eventbridge 6924de0d: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3SqsEvent.json': ['sqs ca3e7a89: test.pdf'],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_snsEvent.json': [
    'sns 95df01b4: Records[0].Sns.Message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_snsSqsEvent.json': [
    'sqs 79406a00: Records[0].body.Message: expected something AWS delivers of CloudTrail, received an object',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_sqsEvent.json': [
    'sqs 059f36b4: Records[0].body: expected JSON, received another string',
    'sqs 2e1424d4: Records[1].body: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files/awsdocs+aws-cloudtrail-user-guide
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-event-reference-aws-console-sign-in-events.0.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.2.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.3.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.4.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.5.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.6.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.7.INVALID.json': [
    'unknown: expected JSON, received another string',
  ],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.8.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.9.json': ['log: 2 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-validation-digest-file-structure.2.json': ['log: digest'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-validation-digest-file-structure.3.json': ['log: digest'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/configure-sns-notifications-for-cloudtrail.0.json': [
    'trail-notice: AWSLogs/123456789012/CloudTrail/us-east-2/2013/12/13/123456789012_CloudTrail_us-west-2_20131213T1920Z_LnPgDQnpkSKEsppV.json.gz',
  ],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/configure-sns-notifications-for-cloudtrail.1.json': [
    'trail-notice: AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2215Z_kpaMYavMQA9Ahp7L.json.gz, AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2210Z_zqDkyQv3TK8ZdLr0.json.gz, AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2205Z_jaMVRa6JfdLCJYHP.json.gz',
  ],
  // corpus/files/boogy+cloudtrail-rs
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-annotation-created.json': [
    'eventbridge 8c2bfa57: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created-plus-key.json': [
    'eventbridge 17793124: my+file.json.gz',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created-unsupported-version.json': [
    'eventbridge 17793124: example-key',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created.json': ['eventbridge 17793124: example-key'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-deleted.json': [
    'eventbridge 2ee9cc15: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-restore-completed.json': [
    'eventbridge 6924de0d: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-event-object-created.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-event-urlencoded-key.json': ['s3: my file=a.json.gz'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-test-event.json': ['s3: test-event'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sns-s3-event.json': ['sns 95df01b4: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sns-s3-test-event.json': ['sns 6f2b2c3b: test-event'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-batch-partial-garbage.json': [
    'sqs 059f36b4: b21b84d653bb07b05b1e6b33684dc11b',
    'sqs bad00000: Records[1].body: expected JSON, received another string',
    'sqs 2e1424d4: second-sibling-object.json.gz',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-s3-event.json': ['sqs 059f36b4: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-sns-event.json': ['sqs 2e1424d4: b21b84d653bb07b05b1e6b33684dc11b'],
  // corpus/files/flosell+trailscraper
  'corpus/files/flosell+trailscraper/tests_cloudtrail_data_111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json': [
    'log: 2 records',
  ],
  'corpus/files/flosell+trailscraper/tests_smoke_events-for-smoke-test.json': ['log: 3 records'],
  'corpus/files/flosell+trailscraper/tests_smoke_policy-to-guess.json': [
    'unknown: expected something AWS delivers of CloudTrail, received an object',
  ],
}

describeShared('payloads of others', () => {
  const folders = ['vectors/aws-envelopes', 'corpus/files', ...sharedFiles('corpus/files').map((folder) => `corpus/files/${folder}`)]
  const files = folders
    .filter((folder) => !folder.endsWith('.json'))
    .flatMap((folder) => sharedFiles(folder).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.json'))

  it('are all in the table', () => {
    expect(files).toEqual(Object.keys(PAYLOADS))
  })

  it.each(files)('%s', async (file) => {
    expect((await unwrap(sharedText(file))).flatMap(shownOf)).toEqual(PAYLOADS[file])
  })
})
