/**
 * S3, SQS and SNS on this machine: fauxqs behind the fault proxy, with a bucket whose new objects are announced on a queue.
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
  readonly close: () => Promise<void>
}

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Clients whose requests go through a port. */
export const s3At = (port: number): S3Client =>
  new S3Client({ endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true, region: 'us-east-1', credentials: CREDENTIALS })

export const sqsAt = (port: number): SQSClient =>
  new SQSClient({ endpoint: `http://127.0.0.1:${port}`, useQueueUrlAsEndpoint: false, region: 'us-east-1', credentials: CREDENTIALS })

/** Starts it: a bucket, a queue `trail`, and a queue `dead` to which it gives up messages after `maxReceives`. */
export async function startCloud(maxReceives: number, seed = 1): Promise<Cloud> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  server.createBucket(BUCKET)
  const { queueArn } = server.createQueue('dead')
  const { queueUrl } = server.createQueue('trail', {
    attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: String(maxReceives) }) },
  })
  const direct = sqsAt(server.port)
  const proxy = await faultProxy(server.port, randomOf(seed), (MessageBody) => {
    direct
      .send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }))
      .catch((error: Error) => console.error('not published:', error.name))
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
    close: async () => {
      direct.destroy()
      await proxy.close()
      await server.stop()
    },
  }
}
