import { describe, expect, it } from 'vitest'
import { openZstd } from '#gunzip'
import type { OpenInflater } from '../../src/source/inflate.js'
import { limitsOf } from '../../src/source/limits.js'
import type { LogIssue } from '../../src/source/log-issue.js'
import { StoredBytes } from '../../src/source/stored-bytes.js'
import { framePieces, isZstd } from '../../src/source/zstd.js'
import { joined } from '../support/gzip-file.js'
import { textOf, utf8 } from '../support/logs.js'
import { type Block, CHECKED, frameOf, openByHand, skippable } from '../support/zstd-file.js'

const MIB = 1024 * 1024
const BLOCK = 128 * 1024
const json = '{"Records":[{"a":"abcabc"}]}'
const blocks: ReadonlyArray<Uint8Array> = ['{"Records":', '[{"a":"abc', 'abc"}]}'].map(utf8)
const frame = frameOf(blocks)
const spaces: Block = { byte: 0x20, times: BLOCK }

/** How the bytes come: all at once, or a few at a time. */
const WAYS: ReadonlyArray<readonly [name: string, stored: (bytes: Uint8Array) => StoredBytes]> = [
  ['whole', (bytes) => new StoredBytes(bytes)],
  ...[1, 7].map((step) => [`${step} at a time`, (bytes: Uint8Array) => new StoredBytes(inSteps(bytes, step), false)] as const),
]

async function* inSteps(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.slice(at, at + step)
}

/** Node has had a stream since 22.15 and 23.8; before, and in browsers, the one made by hand stands for it. */
const STREAMS: ReadonlyArray<readonly [name: string, open: OpenInflater]> = [
  ['a stream made by hand', openByHand],
  ...(openZstd === undefined ? [] : [["Node's stream", openZstd] as const]),
]

describe.each(STREAMS)('with %s', (_, open) => {
  describe.each(WAYS)('bytes that come %s', (__, storedOf) => {
    const read = async (bytes: Uint8Array, limits: Parameters<typeof limitsOf>[0] = {}) => {
      const issues: Array<LogIssue> = []
      const parts: Array<Uint8Array> = []
      for await (const part of framePieces(storedOf(bytes), limitsOf(limits), issues, open)) parts.push(part.slice())
      return { content: textOf(joined(...parts)), issues: issues.map(({ code, offset }) => `${code} ${offset}`) }
    }

    it.each([
      ['a frame', frame, json],
      ['a frame of one block', frameOf([utf8(json)]), json],
      ['an empty frame', frameOf([new Uint8Array(0)]), ''],
      ['a frame with its size, which is its window', frameOf([utf8('{}')], Uint8Array.of(0x20, 2)), '{}'],
      ['a frame with a longer size', frameOf([utf8('{}')], Uint8Array.of(0x80, 0x38, 2, 0, 0, 0)), '{}'],
      ['a frame with its checksum', CHECKED, '{"Records":[]}'],
      ['several frames', joined(frame, CHECKED, frame), `${json}{"Records":[]}${json}`],
      ['frames of other data between', joined(frame, skippable(utf8('x')), frame, skippable(new Uint8Array(0))), json + json],
    ])('are inflated: %s', async (___, bytes, content) => {
      expect(isZstd(bytes)).toBe(true)
      expect(await read(bytes)).toEqual({ content, issues: [] })
    })

    it('keep what precedes a cut', async () => {
      for (let length = 4; length < frame.length; length++) {
        // A header of 6 bytes, and one of 3 bytes before each block.
        let left = length - 6
        const kept = blocks.map((block) => {
          const part = block.subarray(0, Math.max(0, left - 3))
          left -= 3 + block.length
          return part
        })
        const content = textOf(joined(...kept))
        expect(await read(frame.subarray(0, length))).toEqual({ content, issues: [`CUT_ZSTD ${length}`] })
        const second = await read(joined(frame, frame.subarray(0, length)))
        expect(second).toEqual({ content: json + content, issues: [`CUT_ZSTD ${frame.length + length}`] })
      }
      const checksum = CHECKED.subarray(0, -1)
      expect(await read(checksum)).toEqual({ content: '{"Records":[]}', issues: [`CUT_ZSTD ${checksum.length}`] })
      const other = joined(frame, skippable(utf8('xyz')))
      expect(await read(other.subarray(0, -2))).toEqual({ content: json, issues: [`CUT_ZSTD ${other.length - 2}`] })
    })

    it('keep what precedes damage', async () => {
      const wrong = CHECKED.slice()
      wrong[wrong.length - 1] = 0
      expect(await read(joined(frame, wrong))).toEqual({
        content: `${json}{"Records":[]}`,
        issues: [`CORRUPT_ZSTD ${frame.length + wrong.length - 4}`],
      })
      // A block of a kind that does not exist, after more than a piece.
      const long = frameOf([utf8('a'.repeat(600)), utf8('b')])
      const bad = joined(long.subarray(0, -4), Uint8Array.of(0x0f, 0, 0, 0x62))
      expect(await read(bad)).toEqual({ content: 'a'.repeat(600), issues: [`CORRUPT_ZSTD ${long.length - 4}`] })
    })

    it.each(['x', 'junk', '{"Records":[]}'])('end before other bytes: %s', async (junk) => {
      expect(await read(joined(frame, utf8(junk)))).toEqual({ content: json, issues: [`TRAILING_BYTES ${frame.length}`] })
    })

    it('are bounded by ratio, with at most a piece more', async () => {
      const { content, issues } = await read(frameOf(Array.from({ length: 1000 }, () => spaces)))
      expect(issues).toEqual(['TOO_HIGH_RATIO 514'])
      expect(content.length).toBeLessThan(17 * MIB)
      // Several frames share what is free.
      const free = frameOf([...Array.from({ length: 7 }, () => spaces), utf8('{}')])
      expect((await read(free)).issues).toEqual([])
      expect((await read(joined(free, free))).issues).toEqual([`TOO_HIGH_RATIO ${2 * free.length}`])
    })

    it('are bounded by size', async () => {
      expect(await read(joined(frame, frame), { maxBytes: json.length + 11 })).toEqual({
        content: json + json.slice(0, 11),
        issues: [`TOO_LARGE ${2 * frame.length}`],
      })
      expect((await read(joined(frame, frame), { maxBytes: 2 * json.length })).issues).toEqual([])
    })
  })
})

it('recognises zstd by its first bytes', () => {
  expect([frame, CHECKED].every(isZstd)).toBe(true)
  expect([frame.subarray(0, 3), skippable(utf8('x')), utf8('{}'), new Uint8Array(0)].some(isZstd)).toBe(false)
})
