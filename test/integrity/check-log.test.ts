import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { checkLog } from '../../src/integrity/check-log.js'
import { KeyRing } from '../../src/integrity/key-ring.js'
import { limitsOf } from '../../src/source/limits.js'
import { chainOf, isDigestObject } from '../support/signed-world.js'
import { storeOf, type WorldObject } from '../support/world.js'

const log = chainOf().find((object) => !isDigestObject(object)) as WorldObject
const entry = {
  s3Bucket: log.bucket,
  s3Object: log.key,
  hashValue: createHash('sha256').update(gunzipSync(log.body)).digest('hex'),
  hashAlgorithm: 'SHA-256',
}
const shard = { account: '111122223333', region: 'us-east-1', backfill: false }
const digest = { location: { bucket: log.bucket, key: 'x' }, where: 'x', end: 0, problems: [], proofs: [] }

const check = async (change: Partial<typeof entry>, more: { readonly isNamedTwice?: boolean; readonly maxBytes?: number } = {}) => {
  const context = {
    store: storeOf([log]),
    keys: new KeyRing(async () => [], undefined),
    limits: limitsOf(more.maxBytes === undefined ? {} : { maxBytes: more.maxBytes }),
    signal: undefined,
    keepStored: false,
    buckets: ['allowed'],
  }
  const named = {
    entry: { ...entry, ...change },
    digest,
    digestState: 'VERIFIED' as const,
    shard,
    isNamedTwice: more.isNamedTwice ?? false,
  }
  const { state, problems } = await checkLog(named, context)
  return [state, ...problems.map(({ code }) => code)].join(' ')
}

it('is verified with its hash, in either case', async () => {
  expect(await check({})).toBe('VERIFIED')
  expect(await check({ hashValue: entry.hashValue.toUpperCase() })).toBe('VERIFIED')
})

it('has a code for all that is wrong', async () => {
  expect(await check({ hashValue: '' })).toBe('INVALID LOG_HASH')
  expect(await check({ hashAlgorithm: 'MD5' })).toBe('INVALID LOG_ALGORITHM')
  expect(await check({ s3Bucket: 'other' })).toBe('UNPROVEN LOG_FOREIGN_BUCKET')
  expect(await check({ s3Bucket: 'allowed' })).toBe('MISSING LOG_NOT_FOUND')
  expect(await check({ s3Object: log.key.replaceAll('us-east-1', 'eu-west-1') })).toBe('INVALID LOG_OTHER_SHARD')
  expect(await check({}, { isNamedTwice: true })).toBe('INVALID LOG_NAMED_TWICE')
  expect(await check({}, { maxBytes: 10 })).toBe('INVALID LOG_TOO_LARGE')
})
