/**
 * The example's function under AWS's own runtime client, which asks a Runtime API on this machine for its invocations,
 * and reads what they name from S3 on this machine.
 */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { s3At } from '../../aws/protocol/cloud.js'
import { newRuntime, type Runtime, sourceOf } from './deploy.js'
import {
  announced,
  BUCKET,
  drop,
  fromFirehose,
  fromKinesis,
  fromLogs,
  fromRule,
  fromS3,
  fromSns,
  fromSqs,
  keyOf,
  logFile,
  logsInStream,
  OWNER,
  objectCreated,
  read,
} from './events.js'
import { CLIENT_VERSION, type Deployment, deployed, type LambdaFunction, NODE_VERSION } from './function.js'

const runtime: Runtime = newRuntime()
let server: FauxqsServer
let environment: Readonly<Record<string, string>>
const [A, B, CUT, MISSING] = [keyOf('a'), keyOf('b'), keyOf('cut'), keyOf('none')]
const PREFIXED = keyOf('a', 'a prefix/ü+1/')
const FILES: Readonly<Record<string, Uint8Array>> = {
  [A]: logFile(1, 10),
  [B]: logFile(2, 10),
  [CUT]: logFile(3, 10).subarray(0, -40),
  [PREFIXED]: logFile(4, 10),
}

beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  server.createBucket(BUCKET)
  const s3 = s3At(server.port)
  for (const [Key, Body] of Object.entries(FILES)) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }))
  s3.destroy()
  environment = { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${server.port}`, TRAIL_BUCKET: BUCKET, TRAIL_BUCKET_OWNER: OWNER }
})

afterAll(async () => {
  await server.stop()
  runtime.remove()
})

const opened: Array<LambdaFunction> = []
function open(deployment: Omit<Deployment, 'environment'>, more: Readonly<Record<string, string>> = {}): LambdaFunction {
  const lambda = deployed({ ...deployment, environment: { ...environment, ...more } })
  opened.push(lambda)
  return lambda
}
afterEach(async () => {
  const all = opened.splice(0)
  for (const lambda of all) await lambda.close()
  expect(all.flatMap((lambda) => lambda.violations())).toEqual([])
})

const DROP =
  'INFO\t2025-08-09 04:25:29Z role AWSReservedSSO_DataEngineer_e715c94a048bf4f7 (session mia.berg) deleted table finance.ledger in 123456789012 eu-central-1 from 203.0.113.85'
const failing = (...ids: ReadonlyArray<string>): object => ({
  kind: 'response',
  payload: { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) },
})
const NOTHING = { kind: 'response', payload: null }

describe.each([
  ['bundled as the guide says, CommonJS', () => runtime.bundled('lambda-on-sqs')],
  ['an ES module beside the package', () => runtime.module(sourceOf('lambda-on-sqs'))],
])('the example, %s', (_, unpacked) => {
  let task: string
  beforeAll(() => {
    task = unpacked()
  })

  it('reads what messages of a queue name', async () => {
    const { outcome, log } = await open({ task }).invoke(fromSqs({ m1: announced(A), m2: announced(B) }))
    expect(outcome).toEqual(failing())
    expect(log).toEqual([DROP, DROP])
  })

  it('names the messages that failed, and them alone', async () => {
    const { outcome, log } = await open({ task }).invoke(
      fromSqs({
        m1: announced(A),
        m2: announced(MISSING),
        m3: '{"s3Bucket":"foreign-bucket","s3ObjectKey":["b.json.gz"]}',
        m4: announced(CUT),
        m5: 'CloudTrail validation message.',
        m6: announced(B),
      }),
    )
    expect(outcome).toEqual(failing('m2', 'm3'))
    expect(log).toEqual([
      DROP,
      expect.stringMatching(
        /^ERROR\tmessage m2, received 1 times, object s3:\/\/audit\/AWSLogs\/.*_none\.json\.gz: unreadable object: NoSuchKey: \w/,
      ),
      'ERROR\tmessage m3, received 1 times, object s3://foreign-bucket/b.json.gz: bucket not allowed: another bucket',
      // Damage fails no message: it would be there the next time too. Whole records are delivered, others are reported.
      DROP,
      `ERROR\t${CUT} CUT_GZIP`,
      `ERROR\t${CUT} CUT_SHORT`,
      DROP,
    ])
  })

  it('answers an unknown event with an error that holds none of its values, and continues', async () => {
    const lambda = open({ task })
    const first = await lambda.invoke({ detail: { password: 'hunter2' }, hello: 'hunter2' })
    expect(first.outcome).toEqual({
      kind: 'error',
      error: { errorType: 'Error', errorMessage: '1 of 1 messages failed; the log says why' },
    })
    expect(first.log.join('\n')).toContain(
      'message without a name: unreadable message: expected something AWS delivers of CloudTrail, received an object',
    )
    expect(first.log.join('\n')).not.toContain('hunter2')
    const second = await lambda.invoke(fromSqs({ m1: announced(A) }))
    expect(second).toMatchObject({ outcome: failing(), log: [DROP] })
    // The same process.
    expect([first.initialised, second.initialised]).toEqual([expect.any(Number), undefined])
  })

  it.each([
    ['SNS', fromSns(announced(A)), fromSns(announced(MISSING))],
    ['S3', fromS3(PREFIXED), fromS3(MISSING)],
    ['EventBridge, an object', objectCreated(PREFIXED), objectCreated(PREFIXED.replace('a prefix/ü+1', 'a+prefix/%C3%BC%2B1'))],
    ['EventBridge, a record', fromRule(drop(9)), fromRule({ hello: 'world' })],
    ['CloudWatch Logs', fromLogs(read(9), drop(9)), { awslogs: { data: 'bm90IGd6aXA=' } }],
  ])('takes %s, and answers with an error where it fails', async (__, good, bad) => {
    const lambda = open({ task })
    expect(await lambda.invoke(good)).toMatchObject({ outcome: NOTHING, log: [DROP] })
    expect((await lambda.invoke(bad)).outcome).toMatchObject({
      kind: 'error',
      error: { errorMessage: '1 of 1 messages failed; the log says why' },
    })
    expect((await lambda.invoke(good)).outcome).toEqual(NOTHING)
  })

  it('transforms for Firehose', async () => {
    const mixed = logsInStream(read(1), drop(1))
    const reads = logsInStream(read(1), read(2))
    const garbage = Buffer.from('garbage').toString('base64')
    const { outcome } = await open({ task }).invoke(fromFirehose({ r1: mixed, r2: reads, r3: garbage }))
    expect(outcome).toEqual({
      kind: 'response',
      payload: {
        records: [
          { recordId: 'r1', result: 'Ok', data: Buffer.from(`${JSON.stringify(drop(1))}\n`).toString('base64') },
          { recordId: 'r2', result: 'Dropped', data: reads },
          { recordId: 'r3', result: 'ProcessingFailed', data: garbage },
        ],
      },
    })
  })

  it('names the records of a stream that failed', async () => {
    const { outcome, log } = await open({ task }).invoke(
      fromKinesis({ 4959: logsInStream(read(1), drop(1)), 4960: Buffer.from('garbage').toString('base64') }),
    )
    expect(outcome).toEqual(failing('4960'))
    expect(log).toEqual([DROP, expect.stringMatching(/^ERROR\tmessage 4960: unreadable message: /)])
  })

  it('is cold once, then warm', async () => {
    const s3 = s3At(server.port)
    for (let n = 0; n < 205; n++) {
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: keyOf(`figure${n}`), Body: logFile(100 + n, 100) }))
    }
    s3.destroy()
    const named = (n: number): object => fromSqs({ m1: announced(keyOf(`figure${n}`)) })
    const cold: Array<number> = []
    const initialised: Array<number> = []
    const warm: Array<number> = []
    for (let instance = 0; instance < 5; instance++) {
      const lambda = open({ task })
      const first = await lambda.invoke(named(200 + instance))
      expect(first).toMatchObject({ outcome: failing(), log: [DROP], initialised: expect.any(Number) })
      initialised.push(first.initialised ?? 0)
      cold.push(first.took)
      if (instance > 0) continue
      for (let n = 0; n < 200; n++) {
        const { outcome, log, initialised: again, took } = await lambda.invoke(named(n))
        expect([outcome, log, again]).toEqual([failing(), [DROP], undefined])
        warm.push(took)
      }
    }
    const figure = (times: ReadonlyArray<number>, part: number): string =>
      (times.toSorted((a, b) => a - b)[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1)
    console.log(
      `aws-lambda-ric ${CLIENT_VERSION}, Node ${NODE_VERSION}: initialised in ${figure(initialised, 0.5)} ms, first invocation ${figure(cold, 0.5)} ms (medians of ${cold.length}), ` +
        `then ${figure(warm, 0.5)} ms, 95 % within ${figure(warm, 0.95)} ms (of ${warm.length})`,
    )
  })
})

describe('the example that a rule invokes', () => {
  it('prints what is watched, reads included, and reads no bucket', async () => {
    const lambda = open({ task: runtime.bundled('eventbridge-rule') }, { WATCHED: 'finance.*' })
    expect(await lambda.invoke(fromRule(drop(1)))).toMatchObject({ outcome: NOTHING, log: [DROP] })
    const { outcome, log } = await lambda.invoke(fromRule(read(1)))
    expect([outcome, log]).toEqual([NOTHING, [expect.stringContaining('read table finance.ledger')]])
    const other = { ...read(2), requestParameters: { databaseName: 'sandbox', name: 'x' } }
    expect(await lambda.invoke(fromRule(other))).toMatchObject({ outcome: NOTHING, log: [] })
    expect((await lambda.invoke(objectCreated(A))).outcome).toMatchObject({ kind: 'error' })
  })
})

describe('a function', () => {
  const source = `
    import { lambdaHandler } from 'glue-trail/aws'
    export const handler = lambdaHandler({
      allowBuckets: { audit: '123456789012' },
      onEvents: async (entries, { messageId }) => {
        const ids = entries.map(({ raw }) => raw.eventID)
        if (ids.includes(process.env.REJECTS)) throw new Error('the destination is away')
        console.log(messageId, entries.length, ids[0])
      },
    })`
  let task: string
  beforeAll(() => {
    task = runtime.module(source)
  })

  it('whose onEvents throws gets that message again', async () => {
    const lambda = open({ task }, { REJECTS: 'drop-2' })
    const { outcome, log } = await lambda.invoke(fromSqs({ m1: announced(A), m2: announced(B), m3: JSON.stringify(fromRule(drop(7))) }))
    expect(outcome).toEqual(failing('m2'))
    const THROWN = 'ERROR\tmessage m2, received 1 times: handler failed: Error Error: the destination is away'
    const logged = log.join('\n')
    expect(log[0]).toBe('INFO\tm1 10 drop-1')
    expect(logged).toContain(THROWN)
    // The stack leads to the caller's own line.
    expect(logged.slice(logged.indexOf(THROWN))).toMatch(/at (?:Object\.)?onEvents \(.*handler\.mjs:\d+:\d+\)/)
    expect(log.at(-1)).toBe('INFO\tm3 1 drop-7')
    // It was not delivered, so it is not a duplicate.
    const again = await lambda.invoke(fromSqs({ m1: announced(A), m2: announced(B) }))
    expect(again.outcome).toEqual(failing('m2'))
    expect(again.log.join('\n')).toContain(THROWN)
  })

  it('that is not where it should be says so before it is invoked', async () => {
    const { outcome } = await open({ task, handler: 'handler.handle' }).invoke(fromSqs({}))
    expect(outcome).toEqual({
      kind: 'init error',
      error: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'handler.handle is undefined or not exported' },
    })
  })

  it('that throws while it is loaded says why', async () => {
    const wrong = runtime.module(`throw new TypeError('the filter is wrong')`)
    const { outcome } = await open({ task: wrong }).invoke(fromSqs({}))
    expect(outcome).toEqual({ kind: 'init error', error: { errorType: 'TypeError', errorMessage: 'the filter is wrong' } })
  })

  it('that misses its deadline is ended, acknowledges nothing, and starts anew', async () => {
    // S3 that takes connections and never answers.
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const port = (silent.address() as AddressInfo).port
    const asked = new Promise((resolve) => silent.once('request', resolve))
    const lambda = open({ task, timeout: 1 }, { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` })
    expect(await lambda.invoke(fromSqs({ m1: announced(A) }))).toMatchObject({ outcome: { kind: 'timeout' }, log: [] })
    await asked
    expect(await lambda.invoke(fromSqs({ m1: JSON.stringify(fromRule(drop(7))) }))).toMatchObject({
      outcome: failing(),
      log: ['INFO\tm1 1 drop-7'],
      initialised: expect.any(Number),
    })
    silent.closeAllConnections()
    await new Promise((resolve) => silent.close(resolve))
  })
})
