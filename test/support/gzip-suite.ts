/**
 * What reading gzip files must answer, whichever half of the seam inflates.
 */
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isGzip, wholeText } from '../../src/source/gzip.js'
import { limitsOf } from '../../src/source/limits.js'
import type { LogIssue } from '../../src/source/log-issue.js'
import { StoredBytes } from '../../src/source/stored-bytes.js'
import { joined, memberAround, memberOf, spacesBomb } from './gzip-file.js'
import { textOf, utf8 } from './logs.js'

const MIB = 1024 * 1024
const json = utf8('{"Records":[{"a":"abcabcabcabcabcabc"},{"b":[1,2,3]}]}')

interface Limits {
  readonly maxBytes?: number
  readonly maxRatio?: number
}

async function read(
  bytes: Uint8Array,
  limits: Limits = {},
): Promise<{ readonly content: string; readonly issues: ReadonlyArray<LogIssue> }> {
  const file = await wholeText(new StoredBytes(bytes), limitsOf(limits))
  return { content: textOf(file.bytes), issues: file.issues }
}

/** Codes with their offsets. */
const briefly = (issues: ReadonlyArray<LogIssue>): ReadonlyArray<string> => issues.map(({ code, offset }) => `${code} ${offset}`)

export function gzipSuite(): void {
  describe('a sound file', () => {
    it('returns its bytes', async () => {
      expect(await read(memberOf(json))).toEqual({ content: textOf(json), issues: [] })
      expect(await read(new Uint8Array(gzipSync(json)))).toEqual({ content: textOf(json), issues: [] })
      expect(await read(memberOf(new Uint8Array(0)))).toEqual({ content: '', issues: [] })
    })

    it.each([
      ['extra fields', 4, Uint8Array.of(3, 0, 1, 2, 3)],
      ['a name', 8, utf8('a.json\0')],
      ['a comment', 16, utf8('no comment\0')],
      ['a checksum of the header', 2, Uint8Array.of(1, 2)],
      ['all of these', 4 + 8 + 16 + 2, joined(Uint8Array.of(1, 0, 9), utf8('n\0c\0'), Uint8Array.of(1, 2))],
    ])('may have %s in its header', async (_, flags, fields) => {
      expect(await read(memberOf(json, { flags, fields }))).toEqual({ content: textOf(json), issues: [] })
    })

    it('gives the very bytes if it is not gzipped', async () => {
      for (const plain of [json, new Uint8Array(0), Uint8Array.of(0x1f, 0x8c), Uint8Array.of(0x1e, 0x8b)]) {
        expect((await wholeText(new StoredBytes(plain), limitsOf({}))).bytes).toEqual(plain)
      }
    })
  })

  describe('what follows the first member', () => {
    const first = memberOf(json)
    const other = memberOf(utf8('more'))
    const trailing = (received: string, offset: number, length: number): LogIssue => ({
      code: 'TRAILING_BYTES',
      offset,
      length,
      expected: 'the end of the file',
      received,
    })

    it('is read if it is a member', async () => {
      expect(await read(joined(first, other))).toEqual({ content: `${textOf(json)}more`, issues: [] })
      expect(await read(joined(...Array.from({ length: 20 }, () => other)))).toEqual({ content: 'more'.repeat(20), issues: [] })
    })

    it('is reported and not read if it is not a member', async () => {
      expect(await read(joined(first, utf8('junk')))).toEqual({
        content: textOf(json),
        issues: [trailing('other bytes', first.length, 4)],
      })
      const both = await read(joined(first, other, new Uint8Array(3)))
      expect(both.content).toBe(`${textOf(json)}more`)
      expect(briefly(both.issues)).toEqual([`TRAILING_BYTES ${first.length + other.length}`])
    })

    it('may itself be broken', async () => {
      const broken = await read(joined(first, Uint8Array.of(0x1f, 0x8b, 7, 0)))
      expect(broken.content).toBe(textOf(json))
      expect(briefly(broken.issues)).toEqual([`CORRUPT_GZIP ${first.length}`])
    })
  })

  describe('a damaged file', () => {
    it('cut anywhere gives what came before, and says so', async () => {
      const whole = memberOf(json, { flags: 8, fields: utf8('name\0') })
      const body = 15
      let before = 0
      for (let length = 1; length < whole.length; length++) {
        const { content: seen, issues } = await read(whole.subarray(0, length))
        expect(briefly(issues)).toEqual([`CUT_GZIP ${length}`])
        expect(textOf(json).startsWith(seen)).toBe(true)
        const known = length <= body ? '' : gunzipSync(whole.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH }).toString()
        expect([length, seen]).toEqual([length, known])
        expect(seen.length).toBeGreaterThanOrEqual(before)
        before = seen.length
      }
      expect(before).toBe(json.length)
    })

    it('with any bit of checksum or length wrong returns its bytes, and reports it', async () => {
      const whole = memberOf(json)
      const trailer = whole.length - 8
      for (let bit = 0; bit < 64; bit++) {
        const wrong = joined(whole)
        wrong[trailer + (bit >> 3)] = (wrong[trailer + (bit >> 3)] ?? 0) ^ (1 << (bit & 7))
        const { content: seen, issues } = await read(wrong)
        expect([bit, seen]).toEqual([bit, textOf(json)])
        expect(issues).toEqual([
          {
            code: 'CORRUPT_GZIP',
            offset: bit < 32 ? trailer : trailer + 4,
            expected: bit < 32 ? 'the checksum of what was inflated' : 'the length of what was inflated',
            received: 'something else',
          },
        ])
      }
    })

    it('reads on after a member whose checksum is wrong', async () => {
      const wrong = memberOf(json, { checksum: 1 })
      const { content: seen, issues } = await read(joined(wrong, memberOf(utf8('more'))))
      expect(seen).toBe(`${textOf(json)}more`)
      expect(briefly(issues)).toEqual([`CORRUPT_GZIP ${wrong.length - 8}`])
    })

    it('gives what came before the byte that is wrong', async () => {
      const part = 'x'.repeat(50_000)
      const stream = deflateRawSync(utf8(part + part), { level: 0 })
      const second = 5 + (stream[1] ?? 0) + 256 * (stream[2] ?? 0)
      stream[second] = 7
      const { content: seen, issues } = await read(memberAround(stream, 0, 100_000))
      expect(seen).toBe('x'.repeat(second - 5))
      expect(issues).toEqual([{ code: 'CORRUPT_GZIP', offset: 10 + second, expected: 'a deflate stream', received: 'something else' }])
    })

    it.each([
      ['another method', Uint8Array.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0, 3, 0)],
      ['a reserved flag', Uint8Array.of(0x1f, 0x8b, 8, 0x20, 0, 0, 0, 0, 0, 0, 3, 0)],
    ])('with %s in its header is not read', async (_, bytes) => {
      expect(await read(bytes)).toEqual({
        content: '',
        issues: [{ code: 'CORRUPT_GZIP', offset: 0, expected: 'a gzip header', received: 'something else' }],
      })
    })
  })

  describe('a bomb', () => {
    it('is given up soon, whatever its trailer says', async () => {
      for (const length of [64 * MIB, 0, 100, 2 * MIB, 2 ** 32 - 1]) {
        const bomb = spacesBomb(64, { length })
        const { content: seen, issues } = await read(bomb)
        expect(issues.map(({ code }) => code)).toEqual(['TOO_HIGH_RATIO'])
        expect(issues[0]).toMatchObject({ expected: 'at most 200 inflated bytes for each stored byte', received: 'more' })
        expect(seen.length).toBeLessThanOrEqual(16 * MIB)
        expect(seen.length).toBeGreaterThanOrEqual(MIB)
      }
    })

    it('may be spread over members', async () => {
      const member = spacesBomb(1)
      const { content: seen, issues } = await read(joined(...Array.from({ length: 50 }, () => member)))
      expect(issues).toMatchObject([{ code: 'TOO_HIGH_RATIO' }])
      expect(issues[0]?.offset).toBeGreaterThan(member.length)
      expect(issues[0]?.offset).toBeLessThan(2 * member.length)
      expect(seen.length).toBe(2 * MIB)
    })

    it('is accepted if it is small, or if the caller allows it', async () => {
      expect((await read(spacesBomb(1))).issues).toEqual([])
      const { content: seen, issues } = await read(spacesBomb(8), { maxRatio: 2000 })
      expect(issues).toEqual([])
      expect(seen.length).toBe(8 * MIB)
    })
  })

  describe('a file that is too large', () => {
    it('is cut', async () => {
      const bytes = memberOf(json)
      for (const maxBytes of [1, 10, json.length - 1]) {
        const { content: seen, issues } = await read(bytes, { maxBytes })
        expect(seen).toBe(textOf(json).slice(0, maxBytes))
        expect(issues).toMatchObject([{ code: 'TOO_LARGE', expected: `at most ${maxBytes} inflated bytes`, received: 'more' }])
        expect(await read(json, { maxBytes })).toEqual({ content: seen, issues: [{ ...issues[0], offset: maxBytes }] })
      }
      expect((await read(bytes, { maxBytes: json.length })).issues).toEqual([])
      expect((await read(json, { maxBytes: json.length })).issues).toEqual([])
    })

    it('is measured over all members', async () => {
      const other = memberOf(utf8('more'))
      for (const [maxBytes, seen] of [
        [9, 'moremorem'],
        [8, 'moremore'],
      ] as const) {
        const result = await read(joined(other, other, other), { maxBytes })
        expect(result.content).toBe(seen)
        expect(result.issues.map(({ code }) => code)).toEqual(['TOO_LARGE'])
      }
      expect((await read(joined(other, memberOf(new Uint8Array(0))), { maxBytes: 4 })).issues).toEqual([])
    })
  })

  it('recognises gzip by its first bytes', () => {
    expect(isGzip(Uint8Array.of(0x1f, 0x8b, 0), 0)).toBe(true)
    expect(isGzip(Uint8Array.of(0, 0x1f, 0x8b), 1)).toBe(true)
    expect(isGzip(Uint8Array.of(0x1f), 0)).toBe(true)
    expect(isGzip(Uint8Array.of(0x1f, 0), 0)).toBe(false)
    expect(isGzip(new Uint8Array(0), 0)).toBe(false)
  })
}
