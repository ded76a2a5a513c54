import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { lambdaHandler } from '../../src/aws/lambda-handler.js'
import { noticeOf } from '../../src/aws/object-notice.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { describeShared, sharedFiles, sharedJson } from '../support/shared.js'
import { memoryS3 } from './memory-s3.js'
import { trailFile } from './protocol/trail.js'

const file = trailFile(1, 5)
const glue = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventID: 'e1' }
const kms = { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt', eventID: 'e2' }
const objectEvent = JSON.parse(noticeOf([{ bucket: 'audit', key: file.key }]))
const notification = (message: unknown): object => ({
  Type: 'Notification',
  MessageId: 'n1',
  TopicArn: 'arn:aws:sns:us-east-1:123456789012:t',
  Message: JSON.stringify(message),
})
const inSns = (message: unknown): object => ({
  EventSource: 'aws:sns',
  EventVersion: '1.0',
  EventSubscriptionArn: 'arn:aws:sns:us-east-1:123456789012:t:s',
  Sns: notification(message),
})
const fromBridge = (detail: object): object => ({ id: 'b1', source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail })
const gzipped = (u: unknown): string => gzipSync(JSON.stringify(u)).toString('base64')
const fromLogs = (...messages: ReadonlyArray<object>): object => ({
  messageType: 'DATA_MESSAGE',
  owner: '123456789012',
  logGroup: 'g',
  logStream: 's',
  subscriptionFilters: ['f'],
  logEvents: messages.map((message, i) => ({ id: String(i), timestamp: 1, message: JSON.stringify(message) })),
})
const inFirehose = (...data: ReadonlyArray<string>): object => ({
  invocationId: 'i',
  deliveryStreamArn: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/d',
  region: 'us-east-1',
  records: data.map((content, i) => ({ recordId: `r${i}`, approximateArrivalTimestamp: 1, data: content })),
})

function scene(isAway = false) {
  const seen: Array<unknown> = []
  const handler = lambdaHandler({
    allowBuckets: { audit: '123456789012' },
    client: memoryS3({ [file.key]: file.bytes }),
    where: { test: ({ eventSource }) => (eventSource === 'glue.amazonaws.com' ? 'YES' : 'NO') },
    onFailure: () => undefined,
    onEvents: async (entries) => {
      if (isAway) throw new Error('away')
      for (const { raw } of entries) seen.push((raw as { readonly eventID: string }).eventID)
    },
  })
  return { handler, seen }
}

describe('a handler', () => {
  it('answers SQS with the messages that failed alone', async () => {
    const { handler, seen } = scene()
    const message = (messageId: string, body: unknown) => ({
      messageId,
      receiptHandle: 'h',
      eventSource: 'aws:sqs',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const none = noticeOf([{ bucket: 'audit', key: trailFile(2, 5).key }])
    const event = {
      Records: [
        message('m1', objectEvent),
        message('m2', 'garbage'),
        message('m3', none),
        message('m4', notification(fromBridge(glue))),
        message('m5', 'CloudTrail validation message.'),
      ],
    }
    expect(await handler(event)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }, { itemIdentifier: 'm3' }] })
    expect(seen).toEqual(['1-0', '1-1', '1-2', '1-3', 'e1'])
    expect(handler.metrics().messages).toEqual({ received: 5, handled: 2, failed: 2, notices: 1 })
  })

  it('says how often a message of SQS was received', async () => {
    const counts: Array<unknown> = []
    const handler = lambdaHandler({
      allowBuckets: { audit: '123456789012' },
      client: memoryS3({ [file.key]: file.bytes }),
      onFailure: ({ messageId, receiveCount }) => counts.push(['failed', messageId, receiveCount]),
      onEvents: (_, { messageId, receiveCount }) => void counts.push([messageId, receiveCount]),
    })
    const message = (messageId: string, body: object, attributes?: object) => ({
      messageId,
      eventSource: 'aws:sqs',
      body: JSON.stringify(body),
      ...(attributes && { attributes }),
    })
    await handler({
      Records: [
        message('m1', objectEvent, { ApproximateReceiveCount: '3' }),
        message('m2', { hello: 'world' }, { ApproximateReceiveCount: '5' }),
        message('m3', fromBridge(glue), { ApproximateReceiveCount: 'often' }),
        message('m4', fromBridge(kms)),
      ],
    })
    expect(counts).toEqual([
      ['m1', 3],
      ['failed', 'm2', 5],
      ['m3', undefined],
      ['m4', undefined],
    ])
  })

  it.each([
    ['SNS', { Records: [inSns(objectEvent)] }, ['1-0', '1-1', '1-2', '1-3']],
    ['S3', objectEvent, ['1-0', '1-1', '1-2', '1-3']],
    ['EventBridge', fromBridge(glue), ['e1']],
    ['CloudWatch Logs', { awslogs: { data: gzipped(fromLogs(kms, glue)) } }, ['e1']],
  ])('takes %s, and rejects where it fails', async (_, event, ids) => {
    const { handler, seen } = scene()
    expect(await handler(event)).toBeUndefined()
    expect(seen).toEqual(ids)
    await expect(scene(true).handler(event)).rejects.toThrow(/^\d of \d messages failed; the log says why$/)
  })

  it('rejects with what onEvents threw as the cause', async () => {
    const error = await scene(true)
      .handler(objectEvent)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).cause).toEqual(new Error('away'))
    const unread = await scene()
      .handler({ hello: 'world' })
      .catch((thrown: unknown) => thrown)
    expect(unread).toBeInstanceOf(Error)
    expect(Object.hasOwn(unread as Error, 'cause')).toBe(false)
  })

  it('logs what onEvents threw with its message and stack', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const away = new Error('away')
    const handler = lambdaHandler({ allowBuckets: {}, onEvents: () => Promise.reject(away) })
    await expect(handler(fromBridge(glue))).rejects.toThrow('1 of 1 messages failed')
    expect(log.mock.calls).toEqual([['message b1: handler failed: Error', away]])
    log.mockRestore()
  })

  it('treats an event that Glue itself sends as a notice', async () => {
    const { handler, seen } = scene()
    const detail = { jobName: 'orders-etl', severity: 'ERROR', state: 'FAILED', jobRunId: 'jr_1', message: 'Command failed' }
    expect(await handler({ id: 'b2', source: 'aws.glue', 'detail-type': 'Glue Job State Change', detail })).toBeUndefined()
    expect(seen).toEqual([])
    expect(handler.metrics().messages).toEqual({ received: 1, handled: 0, failed: 0, notices: 1 })
  })

  it('rejects what it cannot read', async () => {
    await expect(scene().handler({ hello: 'world' })).rejects.toThrow('1 of 1 messages failed')
    await expect(scene().handler(undefined)).rejects.toThrow('1 of 1 messages failed')
  })

  it('transforms records of Firehose', async () => {
    const event = inFirehose(
      gzipped(fromLogs(kms, glue)),
      gzipped(fromLogs(kms)),
      Buffer.from('garbage').toString('base64'),
      Buffer.from(JSON.stringify(glue)).toString('base64'),
    )
    const { handler, seen } = scene()
    const result = await handler(event)
    const line = Buffer.from(`${JSON.stringify(glue)}\n`).toString('base64')
    expect(result).toEqual({
      records: [
        { recordId: 'r0', result: 'Ok', data: line },
        { recordId: 'r1', result: 'Dropped', data: expect.any(String) },
        { recordId: 'r2', result: 'ProcessingFailed', data: Buffer.from('garbage').toString('base64') },
        { recordId: 'r3', result: 'Ok', data: line },
      ],
    })
    expect(seen).toEqual(['e1', 'e1'])
    // Firehose asks again when it has not heard the answer.
    expect(await handler(event)).toEqual(result)
    const away = await scene(true).handler(inFirehose(gzipped(fromLogs(glue))))
    expect(away).toMatchObject({ records: [{ recordId: 'r0', result: 'ProcessingFailed' }] })
  })

  it('delivers a message of SQS that came again once', async () => {
    const { handler, seen } = scene()
    const event = { Records: [{ messageId: 'm1', eventSource: 'aws:sqs', body: JSON.stringify(fromBridge(glue)) }] }
    await handler(event)
    expect(await handler(event)).toEqual({ batchItemFailures: [] })
    expect(seen).toEqual(['e1'])
  })
})

describeShared('events that AWS publishes', () => {
  it('are answered or refused, and never make another call than to buckets that are allowed', async () => {
    for (const name of sharedFiles('vectors/aws-envelopes').filter((path) => path.endsWith('.json'))) {
      const event = sharedJson(`vectors/aws-envelopes/${name}`)
      const client = memoryS3({})
      const handler = lambdaHandler({ allowBuckets: {}, client, onEvents: () => undefined, onFailure: () => undefined })
      const isReadable = (await unwrap(event)).every(({ contents }) =>
        contents.every(({ kind }) => kind === 'RECORDS' || kind === 'NOTICE'),
      )
      const answer = await handler(event).catch((error: Error) => error)
      if (isReadable) expect(answer, name).not.toBeInstanceOf(Error)
      expect(client.inputs, name).toEqual([])
    }
  })
})
