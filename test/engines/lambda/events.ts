/** Events as each service hands them to a function. */
import { gzipSync } from 'node:zlib'
import { noticeOf } from '../../../src/aws/object-notice.js'
import { exampleOf } from '../../../src/example/index.js'

export const BUCKET = 'audit'
export const OWNER = '123456789012'

const ACCOUNT = '123456789012'
const REGION = 'eu-central-1'

/** A key under which CloudTrail stores a file, told from others by its id. */
export const keyOf = (id: string, prefix = ''): string =>
  `${prefix}AWSLogs/${ACCOUNT}/CloudTrail/${REGION}/2024/05/01/${ACCOUNT}_CloudTrail_${REGION}_20240501T1205Z_${id}.json.gz`

/** A notice of S3's own, as text. */
export const announced = (...keys: ReadonlyArray<string>): string => noticeOf(keys.map((key) => ({ bucket: BUCKET, key })))

/** A batch of a queue, each message by its id. */
export const fromSqs = (messages: Readonly<Record<string, string>>): object => ({
  Records: Object.entries(messages).map(([messageId, body]) => ({
    messageId,
    receiptHandle: `receipt-${messageId}`,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1714564800000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1714564800001',
    },
    messageAttributes: {},
    md5OfBody: 'd41d8cd98f00b204e9800998ecf8427e',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:trail`,
    awsRegion: REGION,
  })),
})

export const fromS3 = (key: string): object => JSON.parse(announced(key)) as object

export const fromSns = (message: string): object => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `arn:aws:sns:${REGION}:${ACCOUNT}:trail:4d8e`,
      Sns: {
        Type: 'Notification',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:trail`,
        Subject: null,
        Message: message,
        Timestamp: '2024-05-01T12:00:00.000Z',
        SignatureVersion: '1',
        Signature: 'none',
        SigningCertUrl: `https://sns.${REGION}.amazonaws.com/none.pem`,
        UnsubscribeUrl: `https://sns.${REGION}.amazonaws.com/`,
        MessageAttributes: {},
      },
    },
  ],
})

const bridged = (source: string, type: string, detail: object): object => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': type,
  source,
  account: ACCOUNT,
  time: '2024-05-01T12:00:00Z',
  region: REGION,
  resources: [],
  detail,
})

/** A record that a rule hands over. */
export const fromRule = (record: object): object => bridged('aws.glue', 'AWS API Call via CloudTrail', record)

/** S3's news of an object by way of EventBridge, which encodes no key. */
export const objectCreated = (key: string): object =>
  bridged('aws.s3', 'Object Created', {
    version: '0',
    bucket: { name: BUCKET },
    object: { key, size: 1 },
    'request-id': 'C3D13FE58DE4C810',
    requester: ACCOUNT,
    reason: 'PutObject',
  })

const gzipped = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64')

/** What a subscription sends, before it is wrapped. */
const logData = (records: ReadonlyArray<object>): object => ({
  messageType: 'DATA_MESSAGE',
  owner: ACCOUNT,
  logGroup: 'trail',
  logStream: `${ACCOUNT}_CloudTrail_${REGION}`,
  subscriptionFilters: ['glue'],
  logEvents: records.map((record, i) => ({ id: String(i), timestamp: 1714564800000, message: JSON.stringify(record) })),
})

export const fromLogs = (...records: ReadonlyArray<object>): object => ({ awslogs: { data: gzipped(logData(records)) } })

/** What a subscription sends to a stream, in a record of it. */
export const logsInStream = (...records: ReadonlyArray<object>): string => gzipped(logData(records))

export const fromFirehose = (data: Readonly<Record<string, string>>): object => ({
  invocationId: 'invoked123',
  deliveryStreamArn: `arn:aws:firehose:${REGION}:${ACCOUNT}:deliverystream/trail`,
  region: REGION,
  records: Object.entries(data).map(([recordId, text]) => ({ recordId, approximateArrivalTimestamp: 1714564800000, data: text })),
})

/** Records of a stream by their sequence numbers. */
export const fromKinesis = (data: Readonly<Record<string, string>>): object => ({
  Records: Object.entries(data).map(([sequenceNumber, text]) => ({
    kinesis: { kinesisSchemaVersion: '1.0', partitionKey: 'p', sequenceNumber, data: text, approximateArrivalTimestamp: 1714564800 },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000006:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: `arn:aws:iam::${ACCOUNT}:role/reader`,
    awsRegion: REGION,
    eventSourceARN: `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/trail`,
  })),
})

/** The nth dropped table, named by the seed. */
export const drop = (n: number): object => ({ ...exampleOf('DeleteTable', { seed: 5 }), eventID: `drop-${n}` })
export const read = (n: number): object => ({ ...exampleOf('GetTable', { seed: 5 }), eventID: `read-${n}` })

/** A log file of so many records, of which the first is a drop. */
export const logFile = (n: number, records: number): Uint8Array =>
  gzipSync(JSON.stringify({ Records: Array.from({ length: records }, (_, i) => (i === 0 ? drop(n) : read(n * records + i))) }))
