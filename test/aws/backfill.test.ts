import { expect, it } from 'vitest'
import { backfill } from '../../src/aws/backfill.js'
import type { AwsClient } from '../../src/aws/client.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { memoryS3, named } from './memory-s3.js'
import { trailKey } from './protocol/trail.js'

const now = new Date('2024-06-01')
const FILES = Object.fromEntries(Array.from({ length: 65 }, (_, n) => [trailKey(n), '{}']))
const KEYS = Object.keys(FILES).sort()
const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'

interface Entry {
  readonly Id: string
  readonly MessageBody: string
}

/** A queue that refuses some of what it is offered. */
function queue(refuses: (send: number, entry: Entry) => string | undefined = () => undefined) {
  const bodies: Array<string> = []
  let sends = 0
  const send: AwsClient['send'] = async ({ input }) => {
    sends++
    const { Entries, QueueUrl } = input as { readonly Entries: ReadonlyArray<Entry>; readonly QueueUrl: string }
    expect(QueueUrl).toBe(queueUrl)
    expect(Entries.length).toBeLessThanOrEqual(10)
    const Failed: Array<object> = []
    for (const entry of Entries) {
      const Code = refuses(sends, entry)
      if (Code === undefined) bodies.push(entry.MessageBody)
      else Failed.push({ Id: entry.Id, Code })
    }
    return { Failed }
  }
  const keys = async (): Promise<ReadonlyArray<string>> => {
    const messages = await Promise.all(bodies.map((body) => unwrap(body)))
    const contents = messages.flat().flatMap((message) => message.contents)
    return contents.flatMap((content) => (content.kind === 'OBJECTS' ? content.objects.map(({ key }) => key) : []))
  }
  return { send, bodies, keys }
}

it('announces every file of a trail as S3 would', async () => {
  const sqs = queue()
  const { cursor, ...result } = await backfill({ bucket: 'b', queueUrl, now, clients: { s3: memoryS3(FILES), sqs } })
  expect(result).toEqual({
    objects: 65,
    messages: 65,
    sends: 7,
    unlisted: [],
    listing: { requests: 7, keys: 65, listed: 65, skipped: 0, failed: 0 },
  })
  expect((await sqs.keys()).toSorted()).toEqual(KEYS)
  const [message] = await unwrap(sqs.bodies[0] ?? '')
  expect(message?.contents[0]).toMatchObject({ kind: 'OBJECTS', objects: [{ bucket: 'b', key: KEYS[0], size: 2 }] })
})

it('announces several files in one message', async () => {
  const sqs = queue()
  const { messages, sends } = await backfill({ bucket: 'b', queueUrl, now, objectsPerMessage: 3, clients: { s3: memoryS3(FILES), sqs } })
  expect([messages, sends]).toEqual([22, 3])
  expect((await sqs.keys()).toSorted()).toEqual(KEYS)
})

it('offers again what the queue did not take', async () => {
  const offers = new Map<string, number>()
  const sqs = queue((_, { Id, MessageBody }) => {
    const count = (offers.get(MessageBody) ?? 0) + 1
    offers.set(MessageBody, count)
    return Id === '3' && count < 3 ? 'InternalError' : undefined
  })
  const { objects, error } = await backfill({ bucket: 'b', queueUrl, now, clients: { s3: memoryS3(FILES), sqs } })
  expect([objects, error]).toEqual([65, undefined])
  expect((await sqs.keys()).toSorted()).toEqual(KEYS)
})

it('ends where the queue takes nothing more, and goes on from its cursor', async () => {
  const options = { bucket: 'b', queueUrl, now }
  const sqs = queue((send) => (send > 3 ? 'OverLimit' : undefined))
  const first = await backfill({ ...options, clients: { s3: memoryS3(FILES), sqs } })
  expect([first.objects, first.error]).toEqual([30, 'OverLimit'])
  const rest = queue()
  const second = await backfill({ ...options, cursor: first.cursor(), clients: { s3: memoryS3(FILES), sqs: rest } })
  expect(second.objects).toBe(35)
  expect([...new Set([...(await sqs.keys()), ...(await rest.keys())])].sort()).toEqual(KEYS)

  const gone: AwsClient = { send: async () => Promise.reject(named('QueueDoesNotExist')) }
  expect(await backfill({ ...options, clients: { s3: memoryS3(FILES), sqs: gone } })).toMatchObject({
    objects: 0,
    error: 'QueueDoesNotExist',
  })
})

it('reports its progress and what could not be listed', async () => {
  const progress: Array<number> = []
  const s3 = memoryS3(FILES, 1000, ['AWSLogs/210987654321/CloudTrail/'])
  const result = await backfill({
    bucket: 'b',
    queueUrl,
    now,
    clients: { s3, sqs: queue() },
    onProgress: ({ objects }) => progress.push(objects),
  })
  expect(progress).toEqual([10, 20, 30, 33])
  expect(result.unlisted).toEqual([
    { bucket: 'b', key: 'AWSLogs/210987654321/CloudTrail/', error: 'AccessDenied', errorMessage: 'AccessDenied: as S3 puts it' },
  ])
})
