import { expect, it } from 'vitest'
import type { AwsClient } from '../../src/aws/client.js'
import { objectStore } from '../../src/aws/object-store.js'
import { decodeObject, fetchObject } from '../../src/aws/read-object.js'
import { memoryS3, named } from './memory-s3.js'
import { trailFile } from './protocol/trail.js'

const object = { bucket: 'b', key: 'k' }

const readObject = async (client: AwsClient) => decodeObject(await fetchObject(objectStore(client), object, undefined, {}), {})

const unreadable = (received: string) => ({
  path: 's3://b/k',
  object,
  size: 0,
  entries: [],
  issues: [{ code: 'UNREADABLE', expected: 'a readable object', received }],
  counts: { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 },
  bytes: new Uint8Array(0),
})

it('reads records of an object', async () => {
  const { bytes } = trailFile(1, 3)
  const log = await readObject(memoryS3({ k: bytes }))
  expect(log).toMatchObject({ object, size: bytes.length, issues: [], counts: { records: 3, glue: 3 } })
})

it.each([
  ['is missing', memoryS3({}), 'NoSuchKey: as S3 puts it'],
  ['is denied', memoryS3({ k: '' }, 1, ['k']), 'AccessDenied: as S3 puts it'],
])('says that an object %s', async (_, client, received) => {
  expect(await readObject(client)).toEqual(unreadable(received))
  expect(client.inputs.length).toBe(1)
})

it('asks three times for an object whose body breaks off', async () => {
  const { bytes } = trailFile(1, 3)
  let asked = 0
  const client = (good: number) => ({
    send: async () => ({ Body: [++asked === good ? bytes : bytes.subarray(5)], ContentLength: bytes.length }),
  })
  expect((await readObject(client(3))).counts.records).toBe(3)
  asked = 0
  expect(await readObject(client(9))).toEqual(unreadable('CutBody'))
  expect(asked).toBe(3)
})

it('reports damage as an issue of the file', async () => {
  const { bytes } = trailFile(1, 3)
  const log = await readObject(memoryS3({ k: bytes.subarray(0, bytes.length - 20) }))
  expect(log.issues[0]?.code).toBe('CUT_GZIP')
})

it('rejects when it is aborted', async () => {
  const abort = new AbortController()
  abort.abort(named('Enough'))
  await expect(fetchObject(objectStore(memoryS3({})), object, undefined, {}, abort.signal)).rejects.toMatchObject({ name: 'Enough' })
})
