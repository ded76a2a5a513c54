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
import { describeShared, sharedJson } from '../../support/shared.js'

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
