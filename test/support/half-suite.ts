/**
 * What both halves of the seam `#gunzip` must answer, to the byte.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Inflated, Room } from '../../src/source/inflate.js'
import { joined, memberOf } from './gzip-file.js'
import { utf8 } from './logs.js'

/** One half. */
export interface Half {
  readonly inflateRaw: (bytes: Uint8Array, room: Room, expected: number) => Promise<Inflated>
  readonly crc32: (bytes: Uint8Array) => number
}

/** Some lines that deflate to about a third. */
export const inflated = utf8(Array.from({ length: 1500 }, (_, i) => `{"n":${(i * 7919) % 10007},"name":"record ${i}"}\n`).join(''))
export const stream = new Uint8Array(deflateRawSync(inflated))
const trailer = memberOf(inflated).subarray(-8)
const MUCH: Room = { capacity: 10_000_000, ratio: 1000, free: 0 }

/** A block of a kind that does not exist. */
const NO_BLOCK = 0x07

/** Two blocks that are stored as they are, so that it is known where a byte of the stream ends up. */
const plain = joined(inflated, inflated)
const stored = new Uint8Array(deflateRawSync(plain, { level: 0 }))

/** The result of inflating, with whether the bytes are the expected ones: comparing it byte by byte takes seconds. */
export const briefly = ({ bytes: seen, ...rest }: Inflated, expected: Uint8Array): object => ({
  ...rest,
  isText: Buffer.compare(seen, expected) === 0,
})

const NOTHING = new Uint8Array(0)
const WHOLE = { read: stream.length, size: inflated.length, end: 'reached', isText: true }

export function halfSuite(half: Half): void {
  const inflate = (...parts: ReadonlyArray<Uint8Array>): Promise<Inflated> => half.inflateRaw(joined(...parts), MUCH, inflated.length)

  describe('inflateRaw', () => {
    it('inflates a stream before its trailer', async () => {
      expect(briefly(await inflate(stream, trailer), inflated)).toEqual(WHOLE)
    })

    it('does not depend on what size is expected', async () => {
      for (const expected of [0, 1, inflated.length - 1, inflated.length + 1, MUCH.capacity]) {
        expect(briefly(await half.inflateRaw(joined(stream, trailer), MUCH, expected), inflated)).toEqual(WHOLE)
      }
    })

    it.each([
      ['other bytes', utf8('junk')],
      ['zeros', new Uint8Array(100)],
      ['another member', memberOf(utf8('more'))],
      ['the same member again', memberOf(inflated)],
      ['many members', joined(...Array.from({ length: 50 }, () => memberOf(inflated)))],
    ])('finds the end before %s', async (_, rest) => {
      expect(briefly(await inflate(stream, trailer, rest), inflated)).toEqual(WHOLE)
    })

    it('inflates an empty stream, before another member too', async () => {
      const empty = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      for (const rest of [NOTHING, memberOf(inflated)]) {
        expect(briefly(await inflate(empty, rest), NOTHING)).toEqual({ read: 2, size: 0, end: 'reached', isText: true })
      }
    })

    it('inflates a large stream before others, whatever size is expected', async () => {
      const large = utf8(Array.from({ length: 30_000 }, (_, i) => `${Math.sin(i)}`).join(' '))
      const member = memberOf(large).subarray(10)
      const whole = { read: member.length - 8, size: large.length, end: 'reached', isText: true }
      expect(briefly(await half.inflateRaw(joined(member, memberOf(inflated)), MUCH, 0), large)).toEqual(whole)
    })

    it('reaches the end of a stream whose checksum or length is wrong', async () => {
      expect(briefly(await inflate(stream, utf8('01234567')), inflated)).toEqual(WHOLE)
    })

    it('gives what a cut stream holds', async () => {
      expect(briefly(await inflate(NOTHING), NOTHING)).toEqual({ read: 0, size: 0, end: 'missing', isText: true })
      for (const length of [1, 7, 8, 9, 1000, stream.length - 1]) {
        const cut = await inflate(stream.subarray(0, length))
        expect(briefly(cut, inflated.subarray(0, cut.size))).toEqual({ read: length, size: cut.size, end: 'missing', isText: true })
        expect(cut.size).toBeGreaterThan(3 * length - 600)
      }
    })

    it('returns all bytes before the byte that is wrong', async () => {
      const second = 5 + (stored[1] ?? 0) + 256 * (stored[2] ?? 0)
      const wrong = joined(stored)
      wrong[second] = NO_BLOCK
      const before = plain.subarray(0, second - 5)
      expect(briefly(await inflate(wrong, trailer), before)).toEqual({ read: second, size: second - 5, end: 'corrupt', isText: true })
    })

    it('recognises bytes that are not a deflate stream at all', async () => {
      expect(briefly(await inflate(Uint8Array.of(NO_BLOCK), stream), NOTHING)).toEqual({ read: 0, size: 0, end: 'corrupt', isText: true })
    })

    it.each([0, 1, 1000, inflated.length - 1])('gives no more than a capacity of %i', async (capacity) => {
      const full = await half.inflateRaw(joined(stream, trailer), { ...MUCH, capacity }, 0)
      expect(briefly(full, inflated.subarray(0, capacity))).toMatchObject({ end: 'full', isText: true })
      expect(full.size).toBeGreaterThan(capacity)
      expect(full.read).toBeLessThanOrEqual(stream.length + 8)
    })

    it('takes a stream that just fits', async () => {
      expect(briefly(await half.inflateRaw(joined(stream, trailer), { ...MUCH, capacity: inflated.length }, 0), inflated)).toEqual(WHOLE)
    })

    it('gives up a large stream soon that is denser than allowed', async () => {
      const bomb = memberOf(new Uint8Array(10_000_000)).subarray(10)
      const full = await half.inflateRaw(bomb, { capacity: 100_000_000, ratio: 200, free: 1_000_000 }, 0)
      expect(briefly(full, new Uint8Array(full.size))).toMatchObject({ end: 'full', isText: true })
      expect(full.size).toBeGreaterThan(1_000_000)
      expect(full.size).toBeLessThan(10_000_000)
    })
  })

  describe('crc32', () => {
    it('is the checksum of gzip', () => {
      expect(half.crc32(inflated)).toBe(crc32(inflated))
    })
  })
}
