import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createLedger } from '../../src/integrity/ledger.js'
import { isDigest, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
const log = world.objects.find((object) => !isDigest(object)) as WorldObject
const value = new Uint8Array(createHash('sha256').update(gunzipSync(log.body)).digest())
const hash = { value, whole: true }
const digest = world.objects.find(isDigest)?.key

it('has a verdict on each file that is read, by its place in a bucket', async () => {
  const ledger = await createLedger(storeOf(world.objects), keysOf(world), options)
  expect(ledger.size).toBe(8)
  const object = { bucket: log.bucket, key: log.key }
  expect(ledger.verdictOf({ object, hash })).toEqual({ state: 'VERIFIED', digest })
  expect(ledger.verdictOf({ object, hash: { value: value.map((byte) => byte ^ 1), whole: true } })).toEqual({ state: 'INVALID', digest })
  expect(ledger.verdictOf({ object, hash, issues: [{ code: 'TRAILING_BYTES' }] })).toEqual({ state: 'INVALID', digest })
  expect(ledger.verdictOf({ object, hash, issues: [{ code: 'UNSAFE_INTEGER' }] }).state).toBe('VERIFIED')
  expect(ledger.verdictOf({ object, hash: { value, whole: false } })).toEqual({ state: 'NOT_READ_WHOLE', digest })
  const other = (time: string) => ({ object: { ...object, key: log.key.replace(/_2026\w+Z_\w+/, `_${time}_AAAAAAAAAAAAAAAA`) }, hash })
  expect(ledger.verdictOf(other('20260101T0230Z'))).toEqual({ state: 'UNREFERENCED' })
  expect(ledger.verdictOf(other('20260101T0630Z'))).toEqual({ state: 'OUTSIDE' })
  expect(ledger.verdictOf({ path: 'readme.txt', hash })).toEqual({ state: 'OUTSIDE' })
})

it('knows the files of a copy by their names', async () => {
  const ledger = await createLedger(storeOf(world.objects, 'copy'), keysOf(world), options)
  expect(ledger.verdictOf({ path: `somewhere/else/${log.key}`, hash })).toEqual({ state: 'VERIFIED', digest })
  const last = world.objects.filter((object) => !isDigest(object)).at(-1) as WorldObject
  const own = new Uint8Array(createHash('sha256').update(gunzipSync(last.body)).digest())
  // Nothing proves the newest digest of a copy.
  expect(ledger.verdictOf({ path: last.key, hash: { value: own, whole: true } }).state).toBe('UNPROVEN')
})
