/**
 * What both halves of the seam `#gunzip` must answer, to the byte.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Inflated } from '../../src/source/inflate.js'
import { joined, memberOf } from './gzip-file.js'
import { utf8 } from './logs.js'

/** One half. */
export interface Half {
  readonly inflateRaw: (bytes: Uint8Array, capacity: number, expected: number) => Promise<Inflated>
  readonly crc32: (bytes: Uint8Array) => number
}

/** Some text that deflates to about a third. */
export const text = utf8(Array.from({ length: 2000 }, (_, i) => `{"n":${(i * 7919) % 10007},"name":"record ${i}"}\n`).join(''))
export const stream = new Uint8Array(deflateRawSync(text))
const trailer = memberOf(text).subarray(-8)
const MUCH = 10_000_000

/** A block of a kind that does not exist. */
const NO_BLOCK = 0x07

/** Two blocks that are stored as they are, so that it is known where in the text a byte of the stream ends up. */
const plain = joined(text, text)
const stored = new Uint8Array(deflateRawSync(plain, { level: 0 }))

export function halfSuite(half: Half): void {
  const inflate = (...parts: ReadonlyArray<Uint8Array>): Promise<Inflated> => half.inflateRaw(joined(...parts), MUCH, text.length)

  describe('inflateRaw', () => {
    it('inflates a stream in front of its trailer', async () => {
      expect(await inflate(stream, trailer)).toEqual({ text, read: stream.length, size: text.length, end: 'reached' })
    })

    it('does not depend on what size is expected', async () => {
      for (const expected of [0, 1, text.length - 1, text.length + 1, MUCH]) {
        expect(await half.inflateRaw(joined(stream, trailer), MUCH, expected)).toEqual({
          text,
          read: stream.length,
          size: text.length,
          end: 'reached',
        })
      }
    })

    it.each([
      ['other bytes', utf8('junk')],
      ['zeros', new Uint8Array(100)],
      ['another member', memberOf(utf8('more'))],
      ['the same member again', memberOf(text)],
      ['many members', joined(...Array.from({ length: 50 }, () => memberOf(text)))],
    ])('finds the end in front of %s', async (_, rest) => {
      expect(await inflate(stream, trailer, rest)).toEqual({ text, read: stream.length, size: text.length, end: 'reached' })
    })

    it('inflates an empty stream, in front of another member too', async () => {
      const empty = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      expect(await inflate(empty)).toEqual({ text: new Uint8Array(0), read: 2, size: 0, end: 'reached' })
      expect(await inflate(empty, memberOf(text))).toEqual({ text: new Uint8Array(0), read: 2, size: 0, end: 'reached' })
    })

    it('reaches the end of a stream whose checksum or length is wrong', async () => {
      expect(await inflate(stream, utf8('01234567'))).toEqual({ text, read: stream.length, size: text.length, end: 'reached' })
    })

    it('gives what a cut stream holds', async () => {
      expect(await inflate(new Uint8Array(0))).toEqual({ text: new Uint8Array(0), read: 0, size: 0, end: 'missing' })
      for (const length of [1, 7, 8, 9, 1000, stream.length - 1]) {
        const cut = await inflate(stream.subarray(0, length))
        expect({ end: cut.end, read: cut.read }).toEqual({ end: 'missing', read: length })
        expect(cut.text).toEqual(text.subarray(0, cut.size))
        expect(cut.size).toBeGreaterThan(3 * length - 600)
      }
    })

    it('gives all text in front of the byte that is wrong', async () => {
      const second = 5 + (stored[1] ?? 0) + 256 * (stored[2] ?? 0)
      const wrong = joined(stored)
      wrong[second] = NO_BLOCK
      const broken = await inflate(wrong, trailer)
      expect({ end: broken.end, read: broken.read, size: broken.size }).toEqual({ end: 'corrupt', read: second, size: second - 5 })
      expect(broken.text).toEqual(plain.subarray(0, second - 5))
    })

    it('tells what is no deflate stream at all', async () => {
      expect(await inflate(Uint8Array.of(NO_BLOCK), stream)).toEqual({ text: new Uint8Array(0), read: 0, size: 0, end: 'corrupt' })
    })

    it.each([0, 1, 1000, text.length - 1])('gives no more than a capacity of %i', async (capacity) => {
      const full = await half.inflateRaw(joined(stream, trailer), capacity, 0)
      expect(full.end).toBe('full')
      expect(full.text).toEqual(text.subarray(0, capacity))
      expect(full.size).toBeGreaterThan(capacity)
      expect(full.read).toBeLessThanOrEqual(stream.length + 8)
    })

    it('takes a stream that just fits', async () => {
      expect((await half.inflateRaw(joined(stream, trailer), text.length, 0)).end).toBe('reached')
    })
  })

  describe('crc32', () => {
    it('is the checksum of gzip', () => {
      expect(half.crc32(text)).toBe(crc32(text))
    })
  })
}
