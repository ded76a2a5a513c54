import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createLedger } from '../../src/integrity/ledger.js'
import { isDigestObject, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
const log = world.objects.find((object) => !isDigestObject(object)) as WorldObject
const textHash = createHash('sha256').update(gunzipSync(log.body)).digest('hex')
const digest = world.objects.find(isDigestObject)?.key

it('has a verdict on each file that is read, by its place in a bucket', async () => {
  const ledger = await createLedger(storeOf(world.objects), keysOf(world), options)
  expect(ledger.size).toBe(8)
  const object = { bucket: log.bucket, key: log.key }
  expect(ledger.verdictOf({ object, textHash })).toEqual({ state: 'VERIFIED', digest })
  expect(ledger.verdictOf({ object, textHash: '00'.repeat(32) })).toEqual({ state: 'INVALID', digest })
  expect(ledger.verdictOf({ object, textHash, issues: [{ code: 'TRAILING_BYTES' }] })).toEqual({ state: 'INVALID', digest })
  expect(ledger.verdictOf({ object, textHash, isOneGzipMember: false })).toEqual({ state: 'INVALID', digest })
  expect(ledger.verdictOf({ object, textHash, isOneGzipMember: true })).toEqual({ state: 'VERIFIED', digest })
  expect(ledger.verdictOf({ object, textHash, issues: [{ code: 'UNSAFE_INTEGER' }] }).state).toBe('VERIFIED')
  expect(ledger.verdictOf({ object, textHash, issues: [{ code: 'TOO_LARGE' }] })).toEqual({ state: 'NOT_READ_WHOLE', digest })
  const other = (time: string) => ({ object: { ...object, key: log.key.replace(/_2026\w+Z_\w+/, `_${time}_AAAAAAAAAAAAAAAA`) }, textHash })
  expect(ledger.verdictOf(other('20260101T0230Z'))).toEqual({ state: 'UNREFERENCED' })
  expect(ledger.verdictOf(other('20260101T0630Z'))).toEqual({ state: 'OUTSIDE' })
  expect(ledger.verdictOf({ path: 'readme.txt', textHash })).toEqual({ state: 'OUTSIDE' })
})

it('knows the files of a copy by their names', async () => {
  const ledger = await createLedger(storeOf(world.objects, 'copy'), keysOf(world), options)
  expect(ledger.verdictOf({ path: `somewhere/else/${log.key}`, textHash })).toEqual({ state: 'VERIFIED', digest })
  const last = world.objects.filter((object) => !isDigestObject(object)).at(-1) as WorldObject
  const own = createHash('sha256').update(gunzipSync(last.body)).digest('hex')
  // Nothing proves the newest digest of a copy.
  expect(ledger.verdictOf({ path: last.key, textHash: own }).state).toBe('UNPROVEN')
})

it('takes no file for unreferenced of a kind or a trail that the digests do not speak of', async () => {
  const insight = { bucket: log.bucket, key: log.key.replaceAll('CloudTrail', 'CloudTrail-Insight') }
  const named = worldOf({
    change: (file) => ({
      ...file,
      logFiles: (file.logFiles as ReadonlyArray<{ s3Object: string }>).map((one) => ({
        ...one,
        s3Object: one.s3Object.replaceAll('CloudTrail', 'CloudTrail-Insight'),
      })),
    }),
  })
  const other = { ...insight, key: insight.key.replace('_20260101T0006Z_', '_20260101T0007Z_') }
  const stateOf = async ({ objects, keys }: typeof world, object: typeof insight, trails?: ReadonlyArray<string>) =>
    (await createLedger(storeOf(objects), keysOf({ keys }), { ...options, ...(trails && { trails }) })).verdictOf({ object, textHash })
      .state
  expect(await stateOf(world, other)).toBe('OUTSIDE')
  expect(await stateOf(named, other)).toBe('UNREFERENCED')
  const added = { bucket: log.bucket, key: log.key.replace('_20260101T0006Z_', '_20260101T0007Z_') }
  expect(await stateOf(world, added)).toBe('UNREFERENCED')
  expect(await stateOf(world, added, ['trail-1'])).toBe('OUTSIDE')
})
