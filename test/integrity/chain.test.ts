import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { keyInCopy } from '../../src/integrity/chain.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { chainOf, isDigestObject, signed, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type World, type WorldObject } from '../support/world.js'

const NOW = new Date('2026-02-01')

/** What a copy of a world, without signatures of its own, is found to be: state and codes of each digest. */
async function copied(world: World): Promise<ReadonlyArray<string>> {
  const found: Array<string> = []
  const options = { from: world.range[0], to: world.range[1], now: NOW }
  for await (const event of validateTrail(storeOf(world.objects, 'copy'), keysOf(world), options)) {
    if (event.kind === 'DIGEST_CHECKED') found.push([event.state, ...event.problems.map(({ code }) => code)].join(' '))
  }
  return found
}

const changed = (world: World, hour: number, change: (digest: Record<string, unknown>) => object): World => {
  const target = world.objects.filter(isDigestObject)[hour] as WorldObject
  const digest = JSON.parse(gunzipSync(target.body).toString()) as Record<string, unknown>
  const { body } = signed({ ...digest, ...change(digest) }, target.key, target.bucket)
  return { ...world, objects: world.objects.map((object) => (object === target ? { ...object, body } : object)) }
}

it('exchanges the heads of keys that differ in a copy', () => {
  const own = 'here/1/CloudTrail-Digest/r/2026/01/01/d.json.gz'
  const original = 'p/AWSLogs/1/CloudTrail-Digest/r/2026/01/01/d.json.gz'
  expect(keyInCopy(own, original, 'p/AWSLogs/1/CloudTrail/r/2026/01/01/l.json.gz')).toBe('here/1/CloudTrail/r/2026/01/01/l.json.gz')
  expect(keyInCopy(own, original, 'other/l.json.gz')).toBe('other/l.json.gz')
  expect(keyInCopy('d.json.gz', original, 'p/AWSLogs/1/CloudTrail/l.json.gz')).toBe('p/AWSLogs/1/CloudTrail/l.json.gz')
  expect(keyInCopy(original, original, 'x')).toBe('x')
})

it('blames the digest that was changed where the one after it is proven', async () => {
  const world = worldOf({ hours: 5 })
  expect(await copied(changed(world, 1, () => ({ newestEventTime: '2020-01-01T00:00:00Z' })))).toEqual([
    'VERIFIED',
    'INVALID CHAIN_HASH SIGNATURE',
    'VERIFIED',
    'VERIFIED',
    'UNPROVEN UNSIGNED_TAIL',
  ])
})

it('does not blame a digest for a signature that the next one was changed to have', async () => {
  const world = worldOf({ hours: 5 })
  expect(await copied(changed(world, 2, () => ({ previousDigestSignature: 'ab'.repeat(256) })))).toEqual([
    'VERIFIED',
    'UNPROVEN UNSIGNED_TAIL',
    'INVALID CHAIN_HASH SIGNATURE',
    'VERIFIED',
    'UNPROVEN UNSIGNED_TAIL',
  ])
})

it('ends where all digests were changed', async () => {
  let world = worldOf({ hours: 20, logs: () => 0 })
  for (let hour = 0; hour < 20; hour++) world = changed(world, hour, () => ({ added: hour }))
  const found = await copied(world)
  expect(found).toHaveLength(20)
  expect(found.filter((one) => one.startsWith('VERIFIED'))).toEqual([])
})

it('finds no digest of another chain in its way', async () => {
  const world = worldOf({ hours: 3 }, { trail: 'other', hours: 3 })
  expect(await copied(world)).toEqual(['VERIFIED', 'VERIFIED', 'VERIFIED', 'VERIFIED', 'UNPROVEN UNSIGNED_TAIL', 'UNPROVEN UNSIGNED_TAIL'])
  expect(chainOf({ hours: 0 })).toEqual([])
})
