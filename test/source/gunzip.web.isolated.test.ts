import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as nodeHalf from '../../src/source/gunzip.node.js'
import * as half from '../../src/source/gunzip.web.js'
import type { Room } from '../../src/source/inflate.js'
import { joined, memberOf } from '../support/gzip-file.js'
import { briefly, halfSuite, inflated, stream } from '../support/half-suite.js'
import { utf8 } from '../support/logs.js'
import { StandardDecompressionStream } from '../support/standard-decompression.js'

const room: Room = { capacity: 1_000_000, ratio: 1000, free: 0 }

describe('The half of the web, on a stream as the standard has it', () => {
  beforeAll(() => {
    vi.stubGlobal('DecompressionStream', StandardDecompressionStream)
  })
  afterAll(() => {
    vi.unstubAllGlobals()
  })

  halfSuite(half)

  it("gives the answers of Node's half wherever a bit is wrong", async () => {
    const bytes = memberOf(utf8('{"Records":[{"a":"abcabcabcabc"}]}')).subarray(10)
    for (let bit = 0; bit < 8 * bytes.length; bit += 3) {
      const wrong = joined(bytes)
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { bytes: seen, read, end } = await half.inflateRaw(wrong, room)
      const expected = await nodeHalf.inflateRaw(wrong, room, 0)
      expect([bit, seen, read, end]).toEqual([bit, expected.bytes, expected.read, expected.end])
    }
  })
})

describe("The half of the web, on Node's stream, which reads ahead and may overlook what follows", () => {
  const trailer = memberOf(inflated).subarray(-8)

  it('inflates what is sound, and finds where it ends', async () => {
    const expected = { read: stream.length, size: inflated.length, end: 'reached', isText: true }
    for (const rest of [new Uint8Array(0), utf8('junk'), memberOf(utf8('more')), memberOf(inflated)]) {
      expect(briefly(await half.inflateRaw(joined(stream, trailer, rest), room), inflated)).toEqual(expected)
    }
  })

  it('gives of a cut stream nothing but what it held', async () => {
    const cut = await half.inflateRaw(stream.subarray(0, 5000), room)
    expect(briefly(cut, inflated.subarray(0, cut.bytes.length))).toMatchObject({ end: 'missing', isText: true })
  })

  it('keeps to the capacity', async () => {
    const full = await half.inflateRaw(joined(stream, trailer), { ...room, capacity: 1000 })
    expect(briefly(full, inflated.subarray(0, 1000))).toMatchObject({ end: 'full', isText: true })
  })
})
