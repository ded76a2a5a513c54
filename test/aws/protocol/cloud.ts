/**
 * S3, SQS and SNS on this machine: fauxqs behind the fault proxy, with a bucket whose new objects are announced on a
 * queue, as S3 does it: straight away, or by way of a topic of SNS.
 */
import { S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { randomOf } from '../simulated/random.js'
import { type FaultProxy, faultProxy } from './fault-proxy.js'

export const BUCKET = 'audit'
export const OWNER = '123456789012'

export interface Cloud {
  readonly server: FauxqsServer
  readonly proxy: FaultProxy
  readonly queueUrl: string
  readonly s3: S3Client
  readonly sqs: SQSClient
  /** How many messages are in a queue, those in work included. */
  readonly left: (queue: string) => number
  /** Publishes a message to the topic of a way, or sends it to the queue. */
  readonly send: (way: Way, content: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * How notifications come to the queue: without SNS, or through a topic whose subscription wraps them in SNS's envelope,
 * or does not.
 */
export type Way = 'queue' | 'topic' | 'raw-topic'

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Clients whose requests go through a port. */
export const s3At = (port: number, maxAttempts = 3): S3Client =>
  new S3Client({ endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true, region: 'us-east-1', credentials: CREDENTIALS, maxAttempts })

export const sqsAt = (port: number): SQSClient =>
  new SQSClient({ endpoint: `http://127.0.0.1:${port}`, useQueueUrlAsEndpoint: false, region: 'us-east-1', credentials: CREDENTIALS })

/**
 * Starts it: a bucket, a queue `trail`, and a queue `dead` to which it gives up messages after `maxReceives`.
 * Notifications go by these ways in turn.
 */
export async function startCloud(maxReceives: number, ways: ReadonlyArray<Way> = ['queue'], seed = 1): Promise<Cloud> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  server.createBucket(BUCKET)
  const { queueArn } = server.createQueue('dead')
  const { queueUrl } = server.createQueue('trail', {
    attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: String(maxReceives) }) },
  })
  const topics = {
    topic: server.createTopic('news').topicArn,
    'raw-topic': server.createTopic('raw-news').topicArn,
  }
  server.subscribe({ topic: 'news', queue: 'trail' })
  server.subscribe({ topic: 'raw-news', queue: 'trail', attributes: { RawMessageDelivery: 'true' } })
  const direct = sqsAt(server.port)
  const send: Cloud['send'] = async (way, content) => {
    if (way === 'queue') await direct.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: content }))
    else await published(server.port, topics[way], content)
  }
  let count = 0
  const proxy = await faultProxy(server.port, randomOf(seed), (notice) => {
    send(ways[count++ % ways.length] ?? 'queue', notice).catch((error: Error) => console.error('not published:', error.message))
  })
  return {
    server,
    proxy,
    queueUrl,
    s3: s3At(proxy.port),
    sqs: sqsAt(proxy.port),
    left: (queue) => {
      const { ready = [], delayed = [], inflight = [] } = server.inspectQueue(queue)?.messages ?? {}
      return ready.length + delayed.length + inflight.length
    },
    send,
    close: async () => {
      direct.destroy()
      await proxy.close()
      await server.stop()
    },
  }
}

/** Publishes in SNS's query protocol. */
async function published(port: number, TopicArn: string, Message: string): Promise<void> {
  const body = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn, Message })
  const { ok, status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
  if (!ok) throw new Error(`SNS answered ${status}`)
}
