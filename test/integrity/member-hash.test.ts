import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { memberHash, wordOf } from '../../src/integrity/member-hash.js'
import { limitsOf } from '../../src/source/limits.js'

const limits = limitsOf({})

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = (bytes: Uint8Array, size = 65_536, own = limits) => memberHash({ pieces: inPieces(bytes, size) }, own, false, undefined)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One that is inflated at once, and one that is inflated while it comes. */
const TEXTS = [Buffer.from('{"Records":[]}'), randomBytes(3 * 1024 * 1024)]

it('hashes what one gzip member holds, however it comes', async () => {
  for (const inflated of TEXTS) {
    const stored = gzipSync(inflated)
    for (const size of [1000, 65_536, stored.length])
      expect(await read(stored, size)).toEqual({ stored: stored.length, hash: hashOf(inflated) })
  }
})

it('keeps the bytes where they are wanted', async () => {
  for (const inflated of TEXTS) {
    const { bytes } = await memberHash({ pieces: inPieces(gzipSync(inflated), 65_536) }, limits, true, undefined)
    expect(bytes !== undefined && Buffer.compare(bytes, inflated)).toBe(0)
  }
})

it('says what is there in place of one member', async () => {
  for (const inflated of TEXTS) {
    const stored = gzipSync(inflated)
    const faultOf = async (bytes: Uint8Array): Promise<string | undefined> => (await read(bytes)).fault?.received
    expect(await faultOf(Buffer.concat([stored, stored]))).toBe('another gzip member after the first member')
    expect(await faultOf(Buffer.concat([stored, Buffer.from('x')]))).toBe('other bytes after the first member')
    expect(await faultOf(stored.subarray(0, -1))).toBe('a cut gzip member')
    expect(await faultOf(stored.subarray(0, -9))).toBe('a cut gzip member')
    for (const at of [-1, -5]) {
      const wrong = Buffer.from(stored)
      wrong[wrong.length + at] = (wrong[wrong.length + at] ?? 0) ^ 1
      expect(await faultOf(wrong)).toBe('a damaged gzip member')
    }
    expect(await faultOf(inflated)).toBe('bytes that are not gzip')
  }
  expect((await read(new Uint8Array(0))).fault?.received).toBe('an empty file')
  expect((await read(Uint8Array.of(0x1f))).fault?.received).toBe('bytes that are not gzip')
})

it('stops at limits, whatever a file says of its size', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
  expect((await read(bomb)).fault).toEqual({ kind: 'SIZE', received: 'more bytes for each stored byte than the limit' })
  const lying = Buffer.from(bomb)
  lying.writeUInt32LE(10, lying.length - 4)
  expect((await read(lying)).fault?.kind).toBe('SIZE')
  const large = gzipSync(randomBytes(2 * 1024 * 1024))
  expect((await read(large, 65_536, limitsOf({ maxBytes: 1024 * 1024 }))).fault).toEqual({
    kind: 'SIZE',
    received: 'more bytes than the limit',
  })
})

it('says why a store broke off', async () => {
  const broken = async function* () {
    yield Uint8Array.of(0x1f, 0x8b)
    throw Object.assign(new Error('lost'), { code: 'ECONNRESET' })
  }
  expect((await memberHash({ pieces: broken() }, limits, false, undefined)).fault).toEqual({ kind: 'STORE', received: 'ECONNRESET' })
  expect([wordOf(5), wordOf({ name: 'NoSuchKey' }), wordOf({ name: 'Error', code: 'EIO' }), wordOf({ name: 'a b' })]).toEqual([
    'an unknown error',
    'NoSuchKey',
    'EIO',
    'an unknown error',
  ])
})
