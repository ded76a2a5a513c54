import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { checkDigest, isSignedBy, stateOf } from '../../src/integrity/check-digest.js'
import { KeyRing } from '../../src/integrity/key-ring.js'
import { parseDigestKey, shardOf } from '../../src/integrity/shard.js'
import type { EvidenceStore } from '../../src/source/evidence.js'
import { limitsOf } from '../../src/source/limits.js'
import { chainOf, isDigestObject, signed, signingKey } from '../support/signed-world.js'
import { storeOf, type WorldObject } from '../support/world.js'

const object = chainOf().find(isDigestObject) as WorldObject
const digest = JSON.parse(gunzipSync(object.body).toString()) as Record<string, unknown>
const key = parseDigestKey(object.key)
const keys = [signingKey().record]

async function check(
  one: WorldObject,
  kind: 's3' | 'copy' = 's3',
  records = keys,
  store: EvidenceStore = storeOf([one], kind),
  limits = limitsOf({}),
) {
  if (key === undefined) throw new Error('no key')
  const context = {
    store,
    keys: new KeyRing(async () => records, undefined),
    limits,
    signal: undefined,
    keepStored: true,
  }
  const checked = await checkDigest(
    { ...(kind === 's3' ? { bucket: one.bucket } : {}), key: one.key },
    shardOf(key),
    Date.parse(key.time) / 1000,
    context,
  )
  return { ...checked, state: stateOf(checked), codes: checked.problems.map(({ code }) => code) }
}

const { digestSignatureAlgorithm: _, ...withoutAlgorithm } = digest

const digestFile = (json: string): WorldObject => ({ ...object, body: new Uint8Array(gzipSync(json)) })

it('is proven by its metadata', async () => {
  const checked = await check(object)
  expect([checked.state, checked.proofs, checked.codes]).toEqual(['VERIFIED', ['METADATA'], []])
  expect(checked.stored).toEqual(object.body)
  expect(await isSignedBy(checked, object.metadata.signature?.toUpperCase() ?? '')).toBe(true)
  expect(await isSignedBy(checked, 'zz')).toBe(false)
})

it.each<readonly [string, WorldObject, ReadonlyArray<string>]>([
  ['is not JSON', digestFile('{'), ['NOT_JSON']],
  ['begins with a byte order mark', digestFile(`\ufeff${JSON.stringify(digest)}`), ['NOT_JSON']],
  ['is another file', digestFile('{"Records":[]}'), ['NOT_A_DIGEST']],
  ['is half a start', digestFile(JSON.stringify({ ...digest, previousDigestHashValue: 'aa' })), ['NOT_A_DIGEST']],
  ['has a name twice', digestFile(JSON.stringify(digest).replace('{', '{"logFiles":[],')), ['DUPLICATE_MEMBER', 'SIGNATURE']],
  ['is of another account', signed({ ...digest, awsAccountId: '000000000000' }, object.key, object.bucket), ['OTHER_ACCOUNT']],
  ['ends at another time', signed({ ...digest, digestEndTime: '2026-01-01T05:01:31Z' }, object.key, object.bucket), ['OTHER_TIME']],
  ['starts after its end', signed({ ...digest, digestStartTime: '2026-01-01T02:01:31Z' }, object.key, object.bucket), ['OTHER_TIME']],
  ['covers more than a day', signed({ ...digest, digestStartTime: '2025-12-30T00:01:31Z' }, object.key, object.bucket), ['LONG_PERIOD']],
  ['names another bucket', signed({ ...digest, digestS3Bucket: 'x' }, object.key, object.bucket), ['MOVED']],
  ['has another algorithm', signed({ ...digest, digestSignatureAlgorithm: 'SHA1withRSA' }, object.key, object.bucket), ['ALGORITHM']],
  ['does not name its algorithm', signed(withoutAlgorithm, object.key, object.bucket), ['OTHER_MEMBERS']],
  ['has members that are not documented', signed({ ...digest, more: 1 }, object.key, object.bucket), ['OTHER_MEMBERS']],
  ['has no algorithm in its metadata', { ...object, metadata: { signature: object.metadata.signature ?? '' } }, ['NO_SIGNATURE']],
  [
    'has the metadata of a backfill',
    { ...object, metadata: { ...object.metadata, 'backfill-generation-timestamp': '2026-01-03T00:00:00Z' } },
    ['BACKFILL_TIME'],
  ],
  ['has a short signature', { ...object, metadata: { ...object.metadata, signature: 'aeff' } }, ['SIGNATURE']],
])('a digest that %s has its code', async (_, one, codes) => {
  expect((await check(one)).codes).toEqual(codes)
})

it('has at most 64 MiB inflated, whatever the limits of log files are', async () => {
  const limits = limitsOf({ maxRatio: 10_000 })
  const padded = (bytes: number): WorldObject => digestFile(`${JSON.stringify(digest)}${' '.repeat(bytes - JSON.stringify(digest).length)}`)
  const codes = async (bytes: number) => (await check(padded(bytes), 's3', keys, storeOf([padded(bytes)], 's3'), limits)).codes
  expect(await codes(64 * 2 ** 20)).toEqual(['SIGNATURE'])
  expect(await codes(64 * 2 ** 20 + 1)).toEqual(['NOT_ONE_GZIP_MEMBER'])
})

it('is not proven where its key is unknown, misnamed or expired', async () => {
  expect(await check(object, 's3', [])).toMatchObject({ state: 'UNPROVEN', codes: ['KEY_UNKNOWN'] })
  const early = keys.map((one) => ({ ...one, to: new Date('2025-12-01') }))
  expect(await check(object, 's3', early)).toMatchObject({ state: 'UNPROVEN', codes: ['KEY_EXPIRED'] })
  const late = keys.map((one) => ({ ...one, from: new Date('2026-01-01T03:01:31Z') }))
  expect(await check(object, 's3', late)).toMatchObject({ state: 'VERIFIED' })
})

it('in a copy is proven by a sidecar that has the signature alone, and by none that has another algorithm', async () => {
  const beside = (metadata: Readonly<Record<string, string>>) => {
    const store = storeOf([object], 'copy')
    return { ...store, read: async (...args: Parameters<typeof store.read>) => ({ ...(await store.read(...args)), metadata }) }
  }
  const { signature = '' } = object.metadata
  expect(await check(object, 'copy', keys, beside({ signature }))).toMatchObject({ state: 'VERIFIED', proofs: ['SIDECAR'], codes: [] })
  const other = beside({ signature, 'signature-algorithm': 'SHA1withRSA' })
  expect(await check(object, 'copy', keys, other)).toMatchObject({ state: 'INVALID', codes: ['ALGORITHM'] })
})

it('in a copy needs no metadata, and agrees with what is left of its folders', async () => {
  expect(await check(object, 'copy')).toMatchObject({ state: 'UNPROVEN', codes: [] })
  const name = object.key.slice(object.key.lastIndexOf('/') + 1)
  for (const place of [name, `2026/01/01/${name}`, `anything/${name}`])
    expect((await check({ ...object, key: place }, 'copy')).codes).toEqual([])
  for (const place of [`2026/01/02/${name}`, `2025/01/01/${name}`])
    expect((await check({ ...object, key: place }, 'copy')).codes).toEqual(['MOVED'])
})
