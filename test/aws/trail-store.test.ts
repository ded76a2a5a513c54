import { expect, it } from 'vitest'
import { trailStore } from '../../src/aws/trail-store.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { chainOf, worldOf } from '../support/signed-world.js'
import { keysOf, type WorldObject } from '../support/world.js'

interface Input {
  readonly Bucket?: string
  readonly Prefix?: string
  readonly Key?: string
  readonly StartAfter?: string
  readonly ContinuationToken?: string
  readonly Delimiter?: string
  readonly ExpectedBucketOwner?: string
}

/** S3 in memory, with pages of three keys. `fail` may throw before an answer. */
function clientOf(objects: ReadonlyArray<WorldObject>, fail: (input: Input) => void = () => undefined) {
  const inputs: Array<Input> = []
  const send = async ({ input }: { readonly input: object }): Promise<object> => {
    const { Bucket, Prefix = '', Key, StartAfter = '', ContinuationToken, Delimiter } = input as Input
    inputs.push(input as Input)
    fail(input as Input)
    if (Key !== undefined) {
      const object = objects.find(({ bucket, key }) => bucket === Bucket && key === Key)
      if (object === undefined) throw Object.assign(new Error('none'), { name: 'NoSuchKey' })
      return {
        Body: [object.body],
        ContentLength: object.body.length,
        Metadata: object.metadata,
        LastModified: new Date(0),
        VersionId: 'v',
      }
    }
    const keys = objects
      .filter(({ bucket, key }) => bucket === Bucket && key.startsWith(Prefix) && key > (ContinuationToken ?? StartAfter))
      .map(({ key }) => key)
      .sort()
    if (Delimiter !== undefined) {
      const folders = new Set(
        keys.filter((key) => key.indexOf('/', Prefix.length) >= 0).map((key) => key.slice(0, key.indexOf('/', Prefix.length) + 1)),
      )
      return { CommonPrefixes: [...folders].map((name) => ({ Prefix: name })) }
    }
    const page = keys.slice(0, 3)
    return { Contents: page.map((key) => ({ Key: key, Size: 1 })), ...(keys.length > 3 ? { NextContinuationToken: page.at(-1) } : {}) }
  }
  return { client: { send }, inputs }
}

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }

it('is validated', async () => {
  const { client, inputs } = clientOf(world.objects)
  const report = await validateTrail(trailStore({ bucket: 'logs-bucket', client, owner: '111122223333' }), keysOf(world), options).report()
  expect(report.verdict).toBe('VERIFIED')
  expect(inputs.every(({ ExpectedBucketOwner }) => ExpectedBucketOwner === '111122223333')).toBe(true)
})

it('looks at nothing beside its prefix', async () => {
  const objects = [...world.objects, ...chainOf({ prefix: 'a/b' }), ...chainOf({ prefix: 'a/c' })]
  const { client, inputs } = clientOf(objects)
  const store = trailStore({ bucket: 'logs-bucket', prefix: 'a/b', client })
  const report = await validateTrail(store, keysOf(world), options).report()
  expect([report.verdict, report.shards.map(({ id }) => id.prefix)]).toEqual(['VERIFIED', ['a/b']])
  expect(inputs.every(({ Prefix, Key }) => (Prefix ?? Key)?.startsWith('a/b/') === true)).toBe(true)
  expect(await store.folders('')).toEqual(['a'])
  expect(await store.folders('x/')).toEqual([])
  for await (const _ of store.list({ prefix: 'x/' })) throw new Error('listed')
})

it('tries again where the way to S3 fails, and gives the same report', async () => {
  const whole = await validateTrail(
    trailStore({ bucket: 'logs-bucket', client: clientOf(world.objects).client }),
    keysOf(world),
    options,
  ).report()
  let count = 0
  const { client } = clientOf(world.objects, () => {
    if (count++ % 3 === 0) throw Object.assign(new Error('busy'), { name: 'SlowDown' })
  })
  const cut = {
    send: async (command: { readonly input: object }): Promise<object> => {
      const output = (await client.send(command)) as { readonly Body?: ReadonlyArray<Uint8Array> }
      return output.Body !== undefined && count % 5 === 0 ? { ...output, Body: output.Body.map((piece) => piece.subarray(1)) } : output
    },
  }
  expect(await validateTrail(trailStore({ bucket: 'logs-bucket', client: cut }), keysOf(world), options).report()).toEqual(whole)
})

it('has the word of S3 for what cannot be read, and the reason of a signal', async () => {
  const { client } = clientOf([], ({ Key }) => {
    if (Key === 'denied') throw Object.assign(new Error('no'), { name: 'AccessDenied' })
  })
  const store = trailStore({ bucket: 'b', client })
  expect(await store.read({ key: 'denied' }, 10)).toEqual({ error: 'AccessDenied' })
  expect(await store.read({ key: 'none' }, 10)).toEqual({ error: 'NoSuchKey' })
  const failing = clientOf([], () => {
    throw new Error('late')
  })
  await expect(
    trailStore({ bucket: 'b', client: failing.client }).read({ key: 'x' }, 10, AbortSignal.abort(new Error('enough'))),
  ).rejects.toThrow('enough')
})

it('reads large objects as they come, up to the limit', async () => {
  const body = new Uint8Array(1000).fill(7)
  const send = async (): Promise<object> => ({ Body: Array.from({ length: 20_000 }, () => body), ContentLength: 20_000_000 })
  const read = await trailStore({ bucket: 'b', client: { send } }).read({ key: 'x' }, 18_000_500)
  if ('error' in read) throw new Error(read.error)
  let size = 0
  for await (const piece of read.pieces) size += piece.length
  expect(size).toBe(18_000_500)
})
