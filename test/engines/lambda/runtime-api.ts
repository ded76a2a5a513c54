/**
 * Lambda's Runtime API, which a runtime client asks for invocations and answers. One client at a time, and one
 * invocation of it: that is what an instance of a function is.
 *
 * @see {@link https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html AWS: using the Lambda runtime API}
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a runtime client says of an error. */
export interface RuntimeError {
  readonly errorType: string
  readonly errorMessage: string
}

/** What a runtime client answers. */
export type Answer = { readonly kind: 'response'; readonly payload: unknown } | { readonly kind: 'error'; readonly error: RuntimeError }

/** Whether the function could be loaded. */
export type Ready = { readonly kind: 'ready' } | { readonly kind: 'init error'; readonly error: RuntimeError }

/** What a client is handed. */
export interface Invocation {
  readonly id: string
  readonly event: unknown
  /** When it has to have answered, in milliseconds since 1970. */
  readonly deadline: number
}

/** The service's side of one instance. */
export interface RuntimeApi {
  /** What the client finds in `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string
  /** Resolves when the client asks for an invocation, or says that it cannot. */
  readonly ready: Promise<Ready>
  /** Hands over an invocation, and resolves when it is answered. */
  readonly hand: (invocation: Invocation) => Promise<Answer>
  /** Requests outside the protocol, or out of turn. */
  readonly violations: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

interface Work {
  readonly invocation: Invocation
  readonly answer: (answer: Answer) => void
}

const ROUTE = /^\/2018-06-01\/runtime\/(?:invocation\/([^/]+)\/(response|error)|(invocation\/next|init\/error))$/

const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:glue-trail'

/** Starts the API for one client. */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const violations: Array<string> = []
  const ready = deferred<Ready>()
  /** The client's open question, and what it is to be answered with. */
  let asking: ServerResponse | undefined
  let waiting: Work | undefined
  let working: Work | undefined

  const meet = (): void => {
    if (asking === undefined || waiting === undefined) return
    const { id, event, deadline } = waiting.invocation
    asking.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(deadline),
      'lambda-runtime-invoked-function-arn': ARN,
      'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000;Sampled=0',
    })
    asking.end(JSON.stringify(event))
    working = waiting
    asking = undefined
    waiting = undefined
  }

  const accept = (response: ServerResponse): void => {
    response.writeHead(202, { 'content-type': 'application/json' })
    response.end('{"status":"OK"}')
  }

  const refuse = (response: ServerResponse, status: number, what: string): void => {
    violations.push(what)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ errorType: 'InvalidRequest', errorMessage: what }))
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    const [, id, answer, other] = ROUTE.exec(request.url ?? '') ?? []
    if (request.method === 'GET' && other === 'invocation/next') {
      if (asking !== undefined || working !== undefined) return refuse(response, 403, 'asked for another invocation before it had answered')
      asking = response
      ready.resolve({ kind: 'ready' })
      return meet()
    }
    if (request.method === 'POST' && other === 'init/error') {
      accept(response)
      return ready.resolve({ kind: 'init error', error: errorIn(body) })
    }
    if (request.method === 'POST' && id !== undefined) {
      if (working?.invocation.id !== id) return refuse(response, 400, 'answered what it was not asked')
      const { answer: settle } = working
      working = undefined
      accept(response)
      return settle(answer === 'response' ? { kind: 'response', payload: JSON.parse(body) } : { kind: 'error', error: errorIn(body) })
    }
    refuse(response, 404, `${request.method} ${request.url}`)
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: ready.promise,
    hand: (invocation) => {
      if (waiting !== undefined || working !== undefined) throw new Error('an instance works on one invocation at a time')
      return new Promise((answer) => {
        waiting = { invocation, answer }
        meet()
      })
    },
    violations,
    close: () => closed(server),
  }
}

function errorIn(body: string): RuntimeError {
  const { errorType, errorMessage } = JSON.parse(body) as Partial<RuntimeError>
  return { errorType: String(errorType), errorMessage: String(errorMessage) }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Array<Buffer> = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function deferred<A>(): { readonly promise: Promise<A>; readonly resolve: (value: A) => void } {
  let resolve: (value: A) => void = () => undefined
  const promise = new Promise<A>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
