import { expect, it } from 'vitest'
import { objectStore } from '../../src/aws/object-store.js'
import { memoryS3 } from './memory-s3.js'

const stringOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

it('names bucket, version and owner', async () => {
  const client = memoryS3({ k: 'hello' })
  const store = objectStore(client)
  expect(stringOf(await store.bytes({ bucket: 'b', key: 'k', version: 'v', owner: '123456789012' }, 100))).toBe('hello')
  await store.page({ bucket: 'b', prefix: '', owner: '123456789012' })
  expect(client.inputs).toEqual([
    { Bucket: 'b', Key: 'k', VersionId: 'v', ExpectedBucketOwner: '123456789012' },
    { Bucket: 'b', Prefix: '', ExpectedBucketOwner: '123456789012' },
  ])
})

it('reads up to a limit', async () => {
  const store = objectStore(memoryS3({ k: '0123456789' }))
  for (const limit of [1, 4, 5, 6, 9])
    expect(stringOf(await store.bytes({ bucket: 'b', key: 'k' }, limit))).toBe('0123456789'.slice(0, limit))
})

it('rejects where a body ends before its length', async () => {
  const store = objectStore({ send: async () => ({ Body: [new Uint8Array(3)], ContentLength: 4 }) })
  await expect(store.bytes({ bucket: 'b', key: 'k' }, 100)).rejects.toMatchObject({ name: 'CutBody' })
  expect((await store.bytes({ bucket: 'b', key: 'k' }, 3)).length).toBe(3)
})

it('takes an object without a body for an empty one', async () => {
  expect((await objectStore({ send: async () => ({}) }).bytes({ bucket: 'b', key: 'k' }, 10)).length).toBe(0)
})

it('gives pages with their times and folders', async () => {
  const LastModified = new Date('2024-05-01T12:00:00Z')
  const answer = {
    Contents: [{ Key: 'a', Size: 3, LastModified }, { Size: 4 }],
    CommonPrefixes: [{ Prefix: 'f/' }],
    NextContinuationToken: 't',
  }
  expect(await objectStore({ send: async () => answer }).page({ bucket: 'b', prefix: '' })).toEqual({
    objects: [{ key: 'a', size: 3, modified: '2024-05-01T12:00:00.000Z' }],
    folders: ['f/'],
    next: 't',
  })
})
