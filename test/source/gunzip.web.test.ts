import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as nodeHalf from '../../src/source/gunzip.node.js'
import * as half from '../../src/source/gunzip.web.js'
import { joined, memberOf } from '../support/gzip-file.js'
import { halfSuite, stream, text } from '../support/half-suite.js'
import { utf8 } from '../support/logs.js'
import { StandardDecompressionStream } from '../support/standard-decompression.js'

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
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const wrong = joined(bytes)
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { text: seen, read, end } = await half.inflateRaw(wrong, 10_000)
      const expected = await nodeHalf.inflateRaw(wrong, 10_000, 0)
      expect([bit, seen, read, end]).toEqual([bit, expected.text, expected.read, expected.end])
    }
  })
})

describe("The half of the web, on Node's stream, which reads ahead and may overlook what follows", () => {
  const trailer = memberOf(text).subarray(-8)

  it('inflates what is sound, and finds where it ends', async () => {
    for (const rest of [new Uint8Array(0), utf8('junk'), memberOf(utf8('more')), memberOf(text)]) {
      const whole = await half.inflateRaw(joined(stream, trailer, rest), 1_000_000)
      expect(whole).toEqual({ text, read: stream.length, size: text.length, end: 'reached' })
    }
  })

  it('gives of a cut or corrupt stream nothing but what it held', async () => {
    const wrong = joined(stream, trailer)
    wrong.fill(0xff, 9000, 9010)
    for (const bytes of [stream.subarray(0, 9000), wrong, joined(deflateRawSync(text).subarray(0, 20))]) {
      const broken = await half.inflateRaw(bytes, 1_000_000)
      expect(broken.text.subarray(0, 20_000)).toEqual(text.subarray(0, Math.min(20_000, broken.text.length)))
    }
  })

  it('keeps to the capacity', async () => {
    const full = await half.inflateRaw(joined(stream, trailer), 1000)
    expect({ end: full.end, text: full.text }).toEqual({ end: 'full', text: text.subarray(0, 1000) })
  })
})
