/**
 * What reading the bytes of a file piece by piece must return, whichever half of the seam inflates: what `wholeText`
 * returns for the whole.
 */
import { describe, expect, it } from 'vitest'
import { TELLS_END } from '#gunzip'
import { textPieces, wholeText } from '../../src/source/gzip.js'
import { limitsOf } from '../../src/source/limits.js'
import type { LogIssue } from '../../src/source/log-issue.js'
import { StoredBytes } from '../../src/source/stored-bytes.js'
import { joined, memberOf, spacesBomb } from './gzip-file.js'
import { textOf, utf8 } from './logs.js'

const json = utf8(`{"Records":[{"a":"abcabcabcabcabcabc"},{"b":[1,2,3]}${',{"c":"d"}'.repeat(20)}]}`)
const member = memberOf(json)

interface Read {
  readonly content: string
  readonly codes: ReadonlyArray<string>
  readonly issues: ReadonlyArray<LogIssue>
  /** How many bytes of the file were requested. */
  readonly asked: number
}

type InPieces = (bytes: Uint8Array, length: number, limits?: Parameters<typeof limitsOf>[0]) => Promise<Read>

const inPiecesOf =
  (isAtHand: boolean): InPieces =>
  async (bytes, length, limits = {}) => {
    let asked = 0
    async function* stored(): AsyncGenerator<Uint8Array, void, undefined> {
      while (asked < bytes.length) {
        const piece = bytes.slice(asked, asked + length)
        asked += piece.length
        yield piece
      }
    }
    const issues: Array<LogIssue> = []
    const pieces: Array<Uint8Array> = []
    for await (const piece of textPieces(new StoredBytes(stored(), isAtHand), limitsOf(limits), issues)) pieces.push(piece.slice())
    return { content: textOf(joined(...pieces)), codes: issues.map(({ code }) => code), issues, asked }
  }

export function textStreamSuite(): void {
  describe('from a source that never waits', () => sourceSuite(true))
  describe('from a source that may wait', () => {
    sourceSuite(false)

    it('yields what is inflated before it awaits more', async () => {
      const digits = utf8(Array.from({ length: 40_000 }, (_, i) => Math.imul(i, 2_654_435_761)).join())
      const whole = memberOf(digits)
      let given = 0
      let before = 0
      async function* stored(): AsyncGenerator<Uint8Array, void, undefined> {
        yield whole.subarray(0, whole.length / 2)
        before = given
        yield whole.subarray(whole.length / 2)
      }
      for await (const piece of textPieces(new StoredBytes(stored(), false), limitsOf({}), [])) given += piece.length
      expect(before).toBeGreaterThan(0.4 * digits.length)
      expect(given).toBe(digits.length)
    })
  })
}

function sourceSuite(isAtHand: boolean): void {
  const inPieces = inPiecesOf(isAtHand)
  const lengths = [1, 2, 7, 64, 100_000]

  it('gives the bytes of a file, gzipped or not', async () => {
    for (const bytes of [
      json,
      member,
      memberOf(json, { flags: 8, fields: utf8('name\0') }),
      memberOf(new Uint8Array(0)),
      new Uint8Array(0),
    ]) {
      const { bytes: whole } = await wholeText(new StoredBytes(bytes), limitsOf({}))
      for (const length of lengths) expect(await inPieces(bytes, length)).toMatchObject({ content: textOf(whole), codes: [] })
    }
  })

  it('gives what came out of a file that is cut anywhere, and one issue', async () => {
    for (let length = 1; length < member.length; length++) {
      const cut = member.subarray(0, length)
      const { bytes: whole } = await wholeText(new StoredBytes(cut), limitsOf({}))
      for (const piece of [1, 50, 1000]) {
        const read = await inPieces(cut, piece)
        expect([length, read.codes]).toEqual([length, ['CUT_GZIP']])
        expect([length, read.issues[0]?.offset]).toEqual([length, length])
        expect([length, textOf(json).startsWith(read.content)]).toEqual([length, true])
        expect([length, read.content]).toEqual([length, textOf(whole)])
      }
    }
  })

  it('reports a wrong trailer, and gives the bytes', async () => {
    for (const length of lengths) {
      expect(await inPieces(memberOf(json, { checksum: 1 }), length)).toMatchObject({ content: textOf(json), codes: ['CORRUPT_GZIP'] })
      expect(await inPieces(memberOf(json, { length: 1 }), length)).toMatchObject({ content: textOf(json), codes: ['CORRUPT_GZIP'] })
    }
  })

  it('reports a wrong header', async () => {
    for (const bytes of [Uint8Array.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0, 0), Uint8Array.of(0x1f, 0x8b, 8, 0xe0, 0, 0, 0, 0, 0, 0, 0)]) {
      expect(await inPieces(bytes, 3)).toMatchObject({ content: '', codes: ['CORRUPT_GZIP'] })
    }
  })

  it('reports what follows the first member', async () => {
    const junk = joined(member, utf8('junk'))
    const two = joined(member, memberOf(utf8('more')))
    for (const length of lengths) {
      const [after, both] = [await inPieces(junk, length), await inPieces(two, length)]
      const expected = { code: 'TRAILING_BYTES', offset: member.length, expected: 'the end of the file' }
      expect(after).toMatchObject({ content: textOf(json), issues: [{ ...expected, length: 4, received: 'other bytes' }] })
      expect(both).toMatchObject({ content: `${textOf(json)}more`, issues: [] })
    }
  })

  it('reports a corrupt stream, and gives what came out before', async () => {
    let shorter = 0
    for (let at = 10; at < member.length - 8; at++) {
      const wrong = member.slice()
      wrong[at] = (wrong[at] ?? 0) ^ 6
      const { bytes: whole, issues } = await wholeText(new StoredBytes(wrong), limitsOf({}))
      const read = await inPieces(wrong, 10)
      expect([at, read.issues]).toEqual([at, issues])
      // Where the platform drops output at an error, a stream returns what came out in earlier pieces.
      if (TELLS_END) expect([at, read.content]).toEqual([at, textOf(whole)])
      else expect([at, read.content.startsWith(textOf(whole))]).toEqual([at, true])
      if (whole.length < json.length) shorter++
    }
    expect(shorter).toBeGreaterThan(5)
  })

  describe('limits', () => {
    it('of the bytes end the reading', async () => {
      for (const bytes of [json, member]) {
        for (const length of lengths) {
          expect(await inPieces(bytes, length, { maxBytes: 50 })).toMatchObject({
            content: textOf(json.subarray(0, 50)),
            codes: ['TOO_LARGE'],
          })
          expect(await inPieces(bytes, length, { maxBytes: json.length })).toMatchObject({ content: textOf(json), codes: [] })
        }
      }
    })

    it('of the ratio end the reading of a bomb early', async () => {
      const bomb = spacesBomb(64)
      const read = await inPieces(bomb, 1000)
      expect(read.codes).toEqual(['TOO_HIGH_RATIO'])
      expect(read.content.length).toBeLessThan(20_000_000)
    })
  })
}
