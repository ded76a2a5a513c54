/**
 * Envelopes as AWS builds them, and what opening one of them calls.
 */
import { gzipSync } from 'node:zlib'
import type { Envelope, Opening } from '../../src/source/envelope/envelope.js'
import { formatEnvelopeIssues } from '../../src/source/envelope/issue.js'
import type { Message, MessageContent } from '../../src/source/envelope/message.js'

export const base64 = (input: string): string => Buffer.from(input).toString('base64')

export const gzipped = (input: string): string => gzipSync(input).toString('base64')

export const RECORD = {
  eventSource: 'glue.amazonaws.com',
  eventName: 'GetTags',
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'us-east-1',
} as const

export const sqsOf = (...bodies: ReadonlyArray<unknown>): unknown => ({
  Records: bodies.map((body, i) => ({ messageId: `m${i}`, receiptHandle: 'r', eventSource: 'aws:sqs', body })),
})

export const notificationOf = (message: unknown): unknown => ({
  Type: 'Notification',
  MessageId: 'n',
  TopicArn: 'arn:aws:sns:us-east-1:123456789012:trail',
  Message: message,
})

export const snsOf = (message: unknown): unknown => ({ Records: [{ EventSource: 'aws:sns', Sns: notificationOf(message) }] })

export const s3Of = (key: string, eventName = 'ObjectCreated:Put'): unknown => ({
  Records: [{ eventSource: 'aws:s3', eventName, awsRegion: 'us-east-1', s3: { bucket: { name: 'trails' }, object: { key, size: 1 } } }],
})

export const eventOf = (detail: unknown, type = 'AWS API Call via CloudTrail', source = 'aws.glue'): unknown => ({
  version: '0',
  id: 'e',
  'detail-type': type,
  source,
  region: 'us-east-1',
  detail,
})

export const logsDataOf = (...messages: ReadonlyArray<unknown>): unknown => ({
  messageType: 'DATA_MESSAGE',
  owner: '123456789012',
  logGroup: 'trail',
  logStream: 's',
  subscriptionFilters: ['all'],
  logEvents: messages.map((message, i) => ({ id: String(i), timestamp: 0, message })),
})

export const logsOf = (...messages: ReadonlyArray<unknown>): unknown => ({
  awslogs: { data: gzipped(JSON.stringify(logsDataOf(...messages))) },
})

export const kinesisOf = (...data: ReadonlyArray<unknown>): unknown => ({
  Records: data.map((one, i) => ({ eventSource: 'aws:kinesis', kinesis: { sequenceNumber: `s${i}`, partitionKey: 'p', data: one } })),
})

export const firehoseOf = (...data: ReadonlyArray<unknown>): unknown => ({
  invocationId: 'i',
  deliveryStreamArn: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/d',
  records: data.map((one, i) => ({ recordId: `r${i}`, data: one })),
})

/** The calls that opening a value makes, names first. */
export function openedAs(envelope: Envelope, u: unknown): ReadonlyArray<ReadonlyArray<unknown>> {
  const calls: Array<ReadonlyArray<unknown>> = []
  const noted =
    (name: string) =>
    (...values: ReadonlyArray<unknown>): void => {
      calls.push([name, ...values])
    }
  const names = ['message', 'inner', 'data', 'records', 'objects', 'notice', 'broken', 'remark'] as const
  const places = envelope.open(u, Object.fromEntries(names.map((name) => [name, noted(name)])) as unknown as Opening)
  // What is found is asked for, one after the other.
  for (const _ of places);
  return calls
}

/** A message in a few words, a line for each content: source, id up to the first dash, and what is in it. */
export function shownOf({ source, id, contents }: Message): ReadonlyArray<string> {
  const head = lower(source) + (id === undefined ? '' : ` ${id.split('-')[0]}`)
  return contents.map((content) => `${head}: ${contentOf(content)}`)
}

function contentOf(content: MessageContent): string {
  switch (content.kind) {
    case 'RECORDS':
      return `${content.records.length} records`
    case 'OBJECTS':
      return content.objects.map(({ key }) => key).join(', ')
    case 'NOTICE':
      return lower(content.notice)
    case 'UNREADABLE':
      return formatEnvelopeIssues(content.issues).join('; ')
  }
}

const lower = (literal: string): string => literal.toLowerCase().replaceAll('_', '-')
