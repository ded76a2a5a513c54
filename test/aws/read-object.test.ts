import { expect, it } from 'vitest'
import { objectStore } from '../../src/aws/object-store.js'
import { readObject, unreadable } from '../../src/aws/read-object.js'
import { memoryS3, named } from './memory-s3.js'
import { trailFile } from './protocol/trail.js'

const object = { bucket: 'b', key: 'k' }

it('reads records of an object', async () => {
  const { bytes } = trailFile(1, 3)
  const outcome = await readObject(objectStore(memoryS3({ k: bytes })), object, undefined)
  expect(outcome).toMatchObject({ object, size: bytes.length, issues: [], counts: { records: 3, glue: 3 } })
})

it.each([
  ['is missing', memoryS3({}), 'NoSuchKey'],
  ['is denied', memoryS3({ k: '' }, 1, ['k']), 'AccessDenied'],
])('says that an object %s', async (_, client, received) => {
  expect(await readObject(objectStore(client), object, undefined)).toEqual(unreadable(object, received))
  expect(client.inputs.length).toBe(1)
})

it('asks three times for an object whose body breaks off', async () => {
  const { bytes } = trailFile(1, 3)
  let asked = 0
  const client = (good: number) => ({
    send: async () => ({ Body: [++asked === good ? bytes : bytes.subarray(5)], ContentLength: bytes.length }),
  })
  expect((await readObject(objectStore(client(3)), object, undefined)).counts.records).toBe(3)
  asked = 0
  expect(await readObject(objectStore(client(9)), object, undefined)).toEqual(unreadable(object, 'CutBody'))
  expect(asked).toBe(3)
})

it('tells damage as the file’s own', async () => {
  const { bytes } = trailFile(1, 3)
  const outcome = await readObject(objectStore(memoryS3({ k: bytes.subarray(0, bytes.length - 20) })), object, undefined)
  expect(outcome.issues[0]?.code).toBe('CUT_GZIP')
})

it('rejects when it is aborted', async () => {
  const abort = new AbortController()
  abort.abort(named('Enough'))
  await expect(readObject(objectStore(memoryS3({})), object, undefined, {}, abort.signal)).rejects.toMatchObject({ name: 'Enough' })
})
