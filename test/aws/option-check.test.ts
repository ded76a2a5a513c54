import { describe, expect, it } from 'vitest'
import { backfill } from '../../src/aws/backfill.js'
import { type ConsumeOptions, consumeTrail } from '../../src/aws/consume-trail.js'
import { type LambdaOptions, lambdaHandler } from '../../src/aws/lambda-handler.js'
import { listTrail } from '../../src/aws/list-trail.js'
import { OptionError } from '../../src/aws/option-error.js'
import { readTrail } from '../../src/aws/read-trail.js'

const WORK = { allowBuckets: { audit: '123456789012' }, onEvents: () => undefined }
const invalid = (message: string): object => expect.objectContaining({ name: 'OptionError', code: 'INVALID_OPTION', message })

const WORK_ERRORS: ReadonlyArray<readonly [unknown, string]> = [
  [undefined, 'options: expected an object'],
  [{}, 'allowBuckets: expected an object with the names of buckets and their accounts'],
  [{ ...WORK, allowBuckets: ['audit'] }, 'allowBuckets: expected an object with the names of buckets and their accounts'],
  [{ ...WORK, allowBuckets: { audit: '' } }, 'allowBuckets: expected for each bucket the account that owns it (twelve digits)'],
  [{ ...WORK, onEvents: undefined }, 'onEvents: expected a function'],
  [{ ...WORK, onFailure: 'log' }, 'onFailure: expected a function'],
  [{ ...WORK, where: { source: 'glue' } }, 'where: expected a predicate with `test`'],
  [{ ...WORK, allowInline: 'no' }, 'allowInline: expected true or false'],
  [{ ...WORK, anyKey: 1 }, 'anyKey: expected true or false'],
  [{ ...WORK, maxBytes: '1' }, 'maxBytes: expected a number'],
  [{ ...WORK, maxRatio: Number.NaN }, 'maxRatio: expected a number'],
  [{ ...WORK, filesAhead: 0 }, 'filesAhead: expected a whole number, at least 1'],
  [{ ...WORK, filesAhead: Number.POSITIVE_INFINITY }, 'filesAhead: expected a whole number, at least 1'],
  [{ ...WORK, maxRemembered: -1 }, 'maxRemembered: expected a whole number, at least 0'],
]

describe('options that cannot be used are errors when a handler or a consumer is made', () => {
  it.each(WORK_ERRORS)('%o', async (options, message) => {
    expect(() => lambdaHandler(options as LambdaOptions)).toThrow(invalid(message))
    expect(() => lambdaHandler(options as LambdaOptions)).toThrow(TypeError)
    await expect(consumeTrail(options as ConsumeOptions)).rejects.toEqual(invalid(message))
  })

  it('of Lambda', () => {
    expect(() => lambdaHandler({ ...WORK, client: {} } as unknown as LambdaOptions)).toThrow(
      invalid('client: expected a client of the AWS SDK, with `send`'),
    )
  })

  it.each([
    [{ queueUrl: 'trail' }, 'queueUrl: expected the URL of a queue'],
    [{ concurrency: 11 }, 'concurrency: expected a whole number, from 1 to 10'],
    [{ concurrency: 0.5 }, 'concurrency: expected a whole number, from 1 to 10'],
    [{ visibilitySeconds: 1 }, 'visibilitySeconds: expected a whole number, from 2 to 43200'],
    [{ visibilitySeconds: Number.POSITIVE_INFINITY }, 'visibilitySeconds: expected a whole number, from 2 to 43200'],
    [{ stopWithinSeconds: '1' }, 'stopWithinSeconds: expected a number'],
    [{ clients: { sqs: 'sqs' } }, 'clients.sqs: expected a client of the AWS SDK, with `send`'],
  ])('of a queue: %o', async (options, message) => {
    const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'
    await expect(consumeTrail({ ...WORK, queueUrl, ...options } as ConsumeOptions)).rejects.toEqual(invalid(message))
  })
})

describe('options that cannot be used are errors before anything is requested', () => {
  const client = { send: () => Promise.reject(new Error('nothing is requested')) }

  it.each([
    [undefined, 'options: expected an object'],
    [{}, 'bucket: expected the name of a bucket'],
    [{ bucket: '' }, 'bucket: expected the name of a bucket'],
    [{ bucket: 'audit', keys: 'a.json' }, 'keys: expected a list of keys, or an inventory'],
    [{ bucket: 'audit', concurrency: Number.POSITIVE_INFINITY }, 'concurrency: expected a whole number, at least 1'],
    [{ bucket: 'audit', latenessMs: Number.POSITIVE_INFINITY }, 'latenessMs: expected milliseconds, from 0 to 366 days'],
    [{ bucket: 'audit', latenessMs: '5' }, 'latenessMs: expected milliseconds, from 0 to 366 days'],
    [{ bucket: 'audit', latenessMs: null }, 'latenessMs: expected milliseconds, from 0 to 366 days'],
    [{ bucket: 'audit', prefix: 5 }, 'prefix: expected a string'],
    [{ bucket: 'audit', organization: {} }, 'organization: expected a string'],
    [{ bucket: 'audit', owner: 123456789012 }, 'owner: expected a string'],
    [{ bucket: 'audit', accounts: '123456789012' }, 'accounts: expected a list of strings'],
    [{ bucket: 'audit', regions: [5] }, 'regions: expected a list of strings'],
    [{ bucket: 'audit', kinds: 'CloudTrail' }, 'kinds: expected a list of strings'],
    [{ bucket: 'audit', anyKey: 'no' }, 'anyKey: expected true or false'],
  ])('of a listing: %o', async (options, message) => {
    const all = options === undefined ? undefined : { client, ...options }
    expect(() => listTrail(all as never)).toThrow(invalid(message))
    expect(() => readTrail(all as never)).toThrow(invalid(message))
    const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'
    const backfilled = options === undefined ? undefined : { queueUrl, clients: { s3: client, sqs: client }, ...options }
    await expect(backfill(backfilled as never)).rejects.toEqual(invalid(message))
  })

  it.each([
    { from: Number.POSITIVE_INFINITY },
    { from: Number.NaN },
    { to: 0 },
    { to: null },
    { from: {} },
    { from: 'Infinity' },
    { from: '99999999d' },
    { to: new Date(8.64e15) },
    { now: new Date(Number.NaN) },
    { now: new Date(8.64e15) },
    { now: Date.UTC(2024) },
    { now: '2024-05-01' },
  ])('of a time: %o', async (options) => {
    const refused = expect.objectContaining({ name: 'OptionError', code: 'INVALID_TIME' })
    const all = { bucket: 'audit', client, ...options } as never
    expect(() => listTrail(all)).toThrow(refused)
    expect(() => readTrail(all)).toThrow(refused)
    const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'
    await expect(backfill({ queueUrl, clients: { s3: client, sqs: client }, bucket: 'audit', ...options } as never)).rejects.toEqual(
      refused,
    )
  })

  it.each([
    [{ queueUrl: '' }, 'queueUrl: expected the URL of a queue'],
    [{ objectsPerMessage: 11 }, 'objectsPerMessage: expected a whole number, from 1 to 10'],
    [{ objectsPerMessage: Number.POSITIVE_INFINITY }, 'objectsPerMessage: expected a whole number, from 1 to 10'],
    [{ onProgress: true }, 'onProgress: expected a function'],
  ])('of a backfill: %o', async (options, message) => {
    const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'
    await expect(backfill({ bucket: 'audit', queueUrl, clients: { s3: client, sqs: client }, ...options } as never)).rejects.toEqual(
      invalid(message),
    )
  })

  it('of a reading', () => {
    expect(() => readTrail({ bucket: 'audit', client, filesAhead: 0 })).toThrow(invalid('filesAhead: expected a whole number, at least 1'))
  })

  it.each([{ from: new Date(Number.NaN) }, { to: new Date(8.64e15) }, { cursor: '{"v":1,"at":{}}' }])(
    'of a backfill too: %o',
    async (options) => {
      const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/trail'
      await expect(backfill({ bucket: 'audit', queueUrl, clients: { s3: client, sqs: client }, ...options })).rejects.toBeInstanceOf(
        OptionError,
      )
    },
  )
})
