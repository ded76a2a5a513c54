import { PutObjectCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backfill } from '../../src/aws/backfill.js'
import { type ConsumeOptions, consumeTrail, type TrailConsumer } from '../../src/aws/consume-trail.js'
import type { MessageFailure } from '../../src/aws/message-failure.js'
import { noticeOf } from '../../src/aws/object-notice.js'
import { BUCKET, type Cloud, OWNER, s3At, startCloud } from './protocol/cloud.js'
import { until } from './protocol/consumers.js'
import { trailFile, trailKey } from './protocol/trail.js'

let cloud: Cloud
let consumer: TrailConsumer | undefined
const failures: Array<MessageFailure> = []
const seen: Array<string> = []

beforeEach(async () => {
  cloud = await startCloud(2)
  failures.length = 0
  seen.length = 0
})

afterEach(async () => {
  await consumer?.stop()
  consumer = undefined
  await cloud.close()
})

async function consume(more: Partial<ConsumeOptions> = {}): Promise<TrailConsumer> {
  consumer = await consumeTrail({
    queueUrl: cloud.queueUrl,
    clients: { s3: cloud.s3, sqs: cloud.sqs },
    allowBuckets: { [BUCKET]: OWNER },
    visibilitySeconds: 2,
    onFailure: (failure) => {
      failures.push(failure)
    },
    onEvents: (entries) => {
      for (const { raw } of entries) seen.push((raw as { readonly eventID: string }).eventID)
    },
    ...more,
  })
  return consumer
}

const put = async (n: number): Promise<void> => {
  const { key, bytes } = trailFile(n, 2)
  await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: bytes }))
}
const send = (MessageBody: string) => cloud.sqs.send(new SendMessageCommand({ QueueUrl: cloud.queueUrl, MessageBody }))

describe('a consumer', () => {
  it('delivers what S3 announces, and deletes the messages', async () => {
    const { stop, metrics } = await consume()
    for (const n of [1, 2, 3]) await put(n)
    expect(await until(() => cloud.left('trail') === 0 && seen.length === 6, 20_000)).toBe(true)
    expect(seen.toSorted()).toEqual(['1-0', '1-1', '2-0', '2-1', '3-0', '3-1'])
    expect(metrics().messages).toEqual({ received: 3, handled: 3, failed: 0, notices: 0 })
    expect(await stop()).toEqual(metrics())
  })

  it('leaves a message that cannot be handled to the queue’s redrive, and says why each time', async () => {
    await consume()
    await send(noticeOf([{ bucket: BUCKET, key: trailKey(99) }]))
    await send('{"s3Bucket":"elsewhere","s3ObjectKey":["x"]}')
    expect(await until(() => cloud.left('dead') === 2, 30_000)).toBe(true)
    const reasons = failures.map(({ code, received, receiveCount }) => `${code} ${received} ${receiveCount}`).sort()
    expect(reasons).toEqual([
      'BUCKET_NOT_ALLOWED another bucket 1',
      'BUCKET_NOT_ALLOWED another bucket 2',
      'UNREADABLE_OBJECT NoSuchKey: The specified key does not exist. 1',
      'UNREADABLE_OBJECT NoSuchKey: The specified key does not exist. 2',
    ])
  })

  it('asks nothing of another bucket that a message names, in whatever it comes', async () => {
    cloud.server.createBucket('elsewhere')
    await put(1)
    const foreign = { bucket: 'elsewhere', key: 'x.json' }
    const ours = { bucket: BUCKET, key: trailFile(1, 2).key }
    await cloud.s3.send(new PutObjectCommand({ Bucket: 'elsewhere', Key: 'x.json', Body: trailFile(2, 2).bytes }))
    const event = {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { bucket: { name: 'elsewhere' }, object: { key: 'x.json' } },
    }
    await cloud.send('topic', noticeOf([foreign]))
    await cloud.send('raw-topic', noticeOf([foreign]))
    await cloud.send('queue', JSON.stringify(event))
    await cloud.send('topic', noticeOf([ours, foreign]))
    expect(await until(() => cloud.left('trail') === 6, 10_000)).toBe(true)
    const before = cloud.proxy.s3.length
    const { metrics } = await consume({ concurrency: 10 })
    expect(await until(() => cloud.left('dead') === 5 && cloud.left('trail') === 0, 30_000)).toBe(true)
    // The file that may be read, once; its second announcement stood beside one that may not.
    expect(cloud.proxy.s3.slice(before).map(({ method, bucket, key, owner }) => [method, bucket, key, owner])).toEqual([
      ['GET', BUCKET, ours.key, OWNER],
    ])
    expect(new Set(failures.map(({ code, object }) => `${code} ${object?.bucket}`))).toEqual(new Set(['BUCKET_NOT_ALLOWED elsewhere']))
    expect(metrics().messages).toEqual({ received: 11, handled: 1, failed: 10, notices: 0 })
  })

  it('reads nothing from a bucket that another account owns by now', async () => {
    cloud.proxy.denied = ({ owner }) => owner !== '999999999999'
    await consume()
    await cloud.send('queue', noticeOf([{ bucket: BUCKET, key: trailKey(99) }]))
    expect(await until(() => failures.length > 0, 30_000)).toBe(true)
    expect(failures[0]).toMatchObject({ code: 'UNREADABLE_OBJECT', received: 'AccessDenied: Access Denied' })
    expect([seen, cloud.left('trail')]).toEqual([[], 1])
  })

  it('works off history that backfill announces', async () => {
    const silent = s3At(cloud.server.port)
    const files = Array.from({ length: 30 }, (_, n) => trailFile(n, 2))
    for (const { key, bytes } of files) await silent.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: bytes }))
    expect(cloud.left('trail')).toBe(0)
    const { objects, messages, sends } = await backfill({
      queueUrl: cloud.queueUrl,
      bucket: BUCKET,
      owner: OWNER,
      objectsPerMessage: 2,
      clients: { s3: cloud.s3, sqs: cloud.sqs },
    })
    expect({ objects, messages, sends }).toEqual({ objects: 30, messages: 15, sends: 2 })
    const { metrics } = await consume({ concurrency: 10 })
    expect(await until(() => cloud.left('trail') === 0, 20_000)).toBe(true)
    expect(seen.toSorted()).toEqual(files.flatMap(({ ids }) => ids).toSorted())
    expect(metrics().messages).toEqual({ received: 15, handled: 15, failed: 0, notices: 0 })
    expect(cloud.proxy.s3.every(({ owner }) => owner === OWNER)).toBe(true)
  })

  it('keeps a message hidden from others while it is worked on', async () => {
    await consume({
      onEvents: async (entries) => {
        await new Promise((resolve) => setTimeout(resolve, 5000))
        for (const { raw } of entries) seen.push((raw as { readonly eventID: string }).eventID)
      },
    })
    await put(1)
    expect(await until(() => cloud.left('trail') === 0 && seen.length > 0, 20_000)).toBe(true)
    expect(seen).toEqual(['1-0', '1-1'])
    expect(cloud.proxy.asked.ChangeMessageVisibility).toBeGreaterThanOrEqual(4)
  })

  it('keeps a message hidden that names many files, and delivers all of them in one go', async () => {
    const { key, bytes, ids } = trailFile(1, 2)
    await s3At(cloud.server.port).send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: bytes }))
    await send(noticeOf(Array.from({ length: 300 }, () => ({ bucket: BUCKET, key }))))
    const { metrics } = await consume({
      maxRemembered: 0,
      onEvents: async (entries) => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        for (const { raw } of entries) seen.push((raw as { readonly eventID: string }).eventID)
      },
    })
    expect(await until(() => cloud.left('trail') === 0, 60_000)).toBe(true)
    expect(seen).toEqual(Array.from({ length: 300 }, () => ids).flat())
    expect(metrics()).toMatchObject({ messages: { received: 1, handled: 1 }, objects: { read: 300 } })
    expect(cloud.proxy.asked.ChangeMessageVisibility).toBeGreaterThanOrEqual(4)
  })

  it('stops when work is done, and at once when idle', async () => {
    let finish: () => void = () => undefined
    let isWorking = false
    const { stop } = await consume({
      onEvents: () => {
        isWorking = true
        return new Promise((resolve) => {
          finish = resolve
        })
      },
    })
    await put(1)
    expect(await until(() => isWorking, 10_000)).toBe(true)
    let isStopped = false
    const stopping = stop().then((metrics) => {
      isStopped = true
      return metrics
    })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(isStopped).toBe(false)
    finish()
    expect((await stopping).messages.handled).toBe(1)
    expect(cloud.left('trail')).toBe(0)

    const { stop: stopIdle } = await consume()
    await new Promise((resolve) => setTimeout(resolve, 300))
    let isIdleStopped = false
    void stopIdle().then(() => {
      isIdleStopped = true
    })
    // It does not wait for the answer to its request, which takes up to 20 seconds.
    expect(await until(() => isIdleStopped, 10_000)).toBe(true)
  })

  it('says that the queue does not answer', async () => {
    await consume({ queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/none' })
    expect(await until(() => failures.length > 0, 10_000)).toBe(true)
    expect(failures[0]).toEqual({
      code: 'QUEUE_FAILED',
      received: 'QueueDoesNotExist: The specified queue does not exist.',
      cause: expect.objectContaining({ name: 'QueueDoesNotExist' }),
    })
  })

  it('is not begun with more at once than SQS gives', async () => {
    await expect(consume({ concurrency: 11 })).rejects.toThrow()
  })
})
