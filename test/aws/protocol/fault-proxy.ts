/**
 * What stands between the clients and fauxqs: it publishes the notifications that S3 would send, and makes trouble of
 * every kind that clients of AWS know. Faults come by chance from a seed; requests come in no fixed order, so that a
 * run is like another one, but not the same.
 */
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { noticeOf } from '../../../src/aws/object-notice.js'
import { between, type Random } from '../simulated/random.js'

/** How likely each fault is, from 0 to 1; none unless given. */
export interface Faults {
  /** S3 or SQS answers 503. */
  readonly unavailable?: number
  /** The connection is reset in place of an answer. */
  readonly reset?: number
  /** An object's body breaks off. */
  readonly truncated?: number
  /** An object comes in pieces with pauses. */
  readonly slow?: number
  /** A notification is published twice. */
  readonly twice?: number
  /** A deletion is acknowledged and not done. */
  readonly lostDelete?: number
  /** A message is visible again after a second, while it is worked on, and cannot be renewed. */
  readonly expired?: number
}

export interface FaultProxy {
  readonly port: number
  /** How often each fault was made. */
  readonly made: Readonly<Record<string, number>>
  /** Requests by what they ask for, such as `GET` or `DeleteMessage`. */
  readonly asked: Readonly<Record<string, number>>
  /** Requests to S3, as they came. */
  readonly s3: ReadonlyArray<S3Request>
  faults: Faults
  denied: Denied
  readonly close: () => Promise<void>
}

/** A request to S3. */
export interface S3Request {
  readonly method: string
  readonly bucket: string
  /** What is asked of the bucket as a whole, such as a listing, has none. */
  readonly key?: string
  readonly query: URLSearchParams
  /** The account that the bucket is expected to be of. */
  readonly owner?: string
}

/** Who may not ask for what: S3 answers 403. */
export type Denied = (request: S3Request) => boolean

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** `publish` gets the body of each notification, in no order: `reordered` counts those that follow a later one. */
export async function faultProxy(upstream: number, random: Random, publish: (notice: string) => void): Promise<FaultProxy> {
  const made: Record<string, number> = {}
  const asked: Record<string, number> = {}
  const s3: Array<S3Request> = []
  const state: { faults: Faults; denied: Denied } = { faults: {}, denied: () => false }
  let [noticed, latest] = [0, 0]
  const happens = (fault: keyof Faults): boolean => {
    if (random() >= (state.faults[fault] ?? 0)) return false
    made[fault] = (made[fault] ?? 0) + 1
    return true
  }
  /** Receipts of messages that must not be renewed. */
  const expired = new Set<string>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = await bodyOf(request)
    const target = request.headers['x-amz-target']
    const action = typeof target === 'string' ? (target.split('.')[1] ?? '') : (request.method ?? '')
    asked[action] = (asked[action] ?? 0) + 1
    if (typeof target !== 'string') {
      const about = s3RequestOf(request)
      s3.push(about)
      if (state.denied(about)) {
        response.writeHead(403, { 'content-type': 'application/xml' })
        response.end('<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>')
        return
      }
    }
    const isWork = ['GET', 'ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'SendMessageBatch'].includes(action)
    if (isWork && happens('reset')) {
      request.socket.destroy()
      return
    }
    if (isWork && happens('unavailable')) {
      const isS3 = typeof target !== 'string'
      response.writeHead(503, { 'content-type': isS3 ? 'application/xml' : 'application/x-amz-json-1.0' })
      response.end(
        isS3 ? '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>injected</Message></Error>' : '{"__type":"ServiceUnavailable"}',
      )
      return
    }
    if (action === 'DeleteMessage' && happens('lostDelete')) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
      response.end('{}')
      return
    }
    if (action === 'ChangeMessageVisibility' && expired.has(JSON.parse(body.toString()).ReceiptHandle)) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
      response.end('{}')
      return
    }
    const isExpired = action === 'ReceiveMessage' && happens('expired')
    if (isExpired) body = Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), VisibilityTimeout: 1 }))

    const answer = await forward(upstream, request, body)
    if (isExpired) for (const { ReceiptHandle } of JSON.parse(answer.body.toString()).Messages ?? []) expired.add(ReceiptHandle)
    if (action === 'PUT' && answer.status < 300) notify(request.url ?? '', body.length)
    if (action === 'GET' && answer.status === 200) return sendObject(response, answer)
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  }

  async function sendObject(response: ServerResponse, { headers, body }: Answer): Promise<void> {
    response.writeHead(200, headers)
    if (happens('truncated')) {
      response.write(body.subarray(0, body.length >> 1))
      setTimeout(() => response.destroy(), 20)
      return
    }
    if (happens('slow')) {
      const piece = Math.max(1, body.length >> 2)
      for (let at = 0; at < body.length; at += piece) {
        response.write(body.subarray(at, at + piece))
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      response.end()
      return
    }
    response.end(body)
  }

  function notify(url: string, size: number): void {
    const [bucket, key] = positionIn(url)
    if (key === undefined) return
    const notice = noticeOf([{ bucket, key, size, region: 'us-east-1' }])
    const order = ++noticed
    const send = (): void => {
      if (order < latest) made.reordered = (made.reordered ?? 0) + 1
      latest = Math.max(latest, order)
      publish(notice)
    }
    const times = happens('twice') ? 2 : 1
    for (let i = 0; i < times; i++) setTimeout(send, between(random, 0, 300))
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    made,
    asked,
    s3,
    get denied() {
      return state.denied
    },
    set denied(denied) {
      state.denied = denied
    },
    get faults() {
      return state.faults
    },
    set faults(faults) {
      state.faults = faults
    },
    close: () => closed(server),
  }
}

/** Bucket and key of a path. */
function positionIn(url: string): readonly [string, string?] {
  const [, bucket = '', key = ''] = /^\/([^/?]*)\/?([^?]*)/.exec(url) ?? []
  return key === '' ? [bucket] : [bucket, decodeURIComponent(key)]
}

function s3RequestOf({ method = '', url = '', headers }: IncomingMessage): S3Request {
  const [bucket, key] = positionIn(url)
  const owner = headers['x-amz-expected-bucket-owner']
  return {
    method,
    bucket,
    query: new URL(url, 'http://s3').searchParams,
    ...(key === undefined ? {} : { key }),
    ...(typeof owner === 'string' ? { owner } : {}),
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Array<Buffer> = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const forward = (port: number, { url, method, headers }: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { 'transfer-encoding': _, ...rest } = headers
    const request = httpRequest(
      { host: '127.0.0.1', port, path: url, method, headers: { ...rest, 'content-length': body.length } },
      (response) => {
        bodyOf(response).then(
          (content) => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: content }),
          reject,
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
