import { Readable } from 'node:stream'
import { isGlueRecord } from 'glue-trail'
import { type ByteSource, bytesOf, type DecodedLog, decodeLog, decodeLogStream, type LogEntry, type LogOptions } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { sampled } from '../support/effort.js'
import { joined, memberOf } from '../support/gzip-file.js'
import { someRecords, textOf, utf8 } from '../support/logs.js'

const records = someRecords(5)
const minified = JSON.stringify({ Records: records })

/** What a stream returns, with the JSON of each entry in place of its bytes. */
interface Streamed extends Omit<DecodedLog, 'bytes'> {
  readonly lines: ReadonlyArray<string>
}

/** Bytes cut into pieces of these lengths, the last one as often as needed. */
function* pieces(bytes: Uint8Array, ...lengths: ReadonlyArray<number>): Generator<Uint8Array, void, undefined> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[Math.min(i, lengths.length - 1)] ?? bytes.length
    // A piece of its own: who reads may not keep it.
    const piece = bytes.slice(at, at + length)
    yield piece
    at += length
  }
}

/** Reads a stream. */
async function streamed(source: ByteSource, options: LogOptions = {}): Promise<Streamed> {
  const log = decodeLogStream(source, options)
  const entries: Array<LogEntry> = []
  const lines: Array<string> = []
  for await (const entry of log) {
    lines.push(textOf(bytesOf(log, entry)))
    const { bytes, ...rest } = entry
    expect(bytes).toBeInstanceOf(Uint8Array)
    entries.push(rest)
  }
  return { entries, lines, issues: log.issues, counts: log.counts }
}

/** The same of the whole file. */
async function whole(bytes: Uint8Array, options?: LogOptions): Promise<Streamed> {
  const log = await decodeLog(bytes, options)
  const { entries, issues, counts } = log
  return { entries, lines: entries.map((entry) => textOf(bytesOf(log, entry))), issues, counts }
}

const FORMS: ReadonlyArray<readonly [name: string, content: string]> = [
  ['a log', minified],
  ['a log with a line after it', `${minified}\n`],
  ['a pretty-printed log', JSON.stringify({ Records: records }, null, 2)],
  ['a log with CRLF', JSON.stringify({ Records: records }, null, 2).replaceAll('\n', '\r\n')],
  ['a log with a byte order mark', `\ufeff${minified}`],
  ['a log with members around its records', JSON.stringify({ a: [{ Records: [1] }], b: '"Records":[2]', Records: records, c: { d: [5] } })],
  ['a log with an escaped name', minified.replace('Records', '\\u0052ecor\\u0064s')],
  ['a log of other values', JSON.stringify({ Records: [5, null, 'x', [1, { a: 2 }], records[0], {}, records[1]] })],
  ['a list', JSON.stringify(records)],
  ['a pretty-printed list', JSON.stringify(records, null, 1)],
  ['an empty log', '{"Records":[]}'],
  ['an empty list', ' [ ] '],
  ['records, one a line', records.map((record) => JSON.stringify(record)).join('\n')],
  ['records, one a line, with CRLF and blank lines', records.map((record) => `${JSON.stringify(record)}\r\n\r\n`).join('')],
  ['logs, one a line', records.map((record) => JSON.stringify({ Records: [record] })).join('\n')],
  ['one record', JSON.stringify(records[0])],
  ['one pretty-printed record', JSON.stringify(records[0], null, 2)],
  ['logs after each other', `${JSON.stringify({ Records: records }, null, 1)}\n${JSON.stringify({ Records: records }, null, 1)}`],
  [
    'logs without a line between them',
    `${JSON.stringify({ Records: [records[0]] }, null, 1)}${JSON.stringify({ Records: records }, null, 1)}`,
  ],
]

const DAMAGED: ReadonlyArray<readonly [name: string, content: string]> = [
  ['a record that is no JSON', minified.replace('"responseElements":null', '"responseElements":nul')],
  ['nothing in the place of a record', '{"Records":[{},,{},]}'],
  ['no comma between records', '{"Records":[{"a":1} {"b":2},{"c":3}]}'],
  ['a backslash outside of a string', '{"Records":[{\\"a":1},{"c":3}]}'],
  ['a closing bracket that is wrong', '{"Records":[{"a":1}},{"c":3}]}'],
  ['members that are not JSON after the records', '{"Records":[{"a":1}],"x":tru}'],
  ['members that are not JSON before the records', '{"x":tru,"Records":[{"a":1}],"y":1}'],
  ['other bytes after the log', `${minified} junk`],
  ['other JSON', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}'],
  ['a digest', '{"awsAccountId":"1","digestStartTime":"a","digestEndTime":"b","logFiles":[]}'],
  ['HTML', '<!DOCTYPE html>\n<html></html>'],
  ['white space', ' \r\n\t'],
  ['nothing', ''],
  ['a log gzipped once more', 'gzip'],
]

/** The whole numbers from one on, before another. */
const range = (from: number, to: number, step = 1): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step)

const bytesOfForm = (content: string): Uint8Array => (content === 'gzip' ? memberOf(utf8(minified)) : utf8(content))

describe('a stream gives what the whole file gives', () => {
  it.each([...FORMS, ...DAMAGED])('for %s, cut anywhere', async (_, content) => {
    const bytes = bytesOfForm(content)
    const expected = await whole(bytes)
    for (const cut of sampled(range(1, bytes.length + 1), 100))
      expect([cut, await streamed(pieces(bytes, cut, bytes.length))]).toEqual([cut, expected])
    for (const length of [1, 2, 3, 7, 64, 100]) expect([length, await streamed(pieces(bytes, length))]).toEqual([length, expected])
  })

  it.each([...FORMS, ...DAMAGED])('for %s, gzipped', async (_, content) => {
    const stored = memberOf(bytesOfForm(content))
    const expected = await whole(stored)
    for (const length of [1, 2, 9, 100, stored.length]) expect(await streamed(pieces(stored, length))).toEqual(expected)
  })

  it.each([...FORMS, ...DAMAGED])('for the records asked for of %s', async (_, content) => {
    const bytes = bytesOfForm(content)
    const where = { test: (record: unknown) => (isGlueRecord(record) ? 'YES' : 'NO'), index: { sources: ['glue.amazonaws.com'] } } as const
    const expected = await whole(bytes, { where, strict: true })
    for (const length of [1, 50, 1000]) expect(await streamed(pieces(bytes, length), { where, strict: true })).toEqual(expected)
    for (const length of [1, 50, 1000]) expect(await streamed(pieces(bytes, length), { where })).toEqual(await whole(bytes, { where }))
  })

  it.each(FORMS)('for %s that is cut short anywhere', async (_, content) => {
    const bytes = utf8(content)
    for (const length of sampled(range(1, bytes.length, bytes.length > 1500 ? 3 : 1), 60)) {
      const cut = bytes.subarray(0, length)
      const seen = await streamed(pieces(cut, 100))
      const expected = await whole(cut)
      expect([length, seen.lines]).toEqual([length, expected.lines])
      expect([length, seen.issues.map(({ code }) => code)]).toEqual([length, expected.issues.map(({ code }) => code)])
    }
  })
})

describe('decodeLogStream', () => {
  const drained = async (log: ReturnType<typeof decodeLogStream>): Promise<ReadonlyArray<unknown>> => {
    const all: Array<unknown> = []
    for await (const { raw } of log) all.push(raw)
    return all
  }

  it('reads streams of the web and of Node', async () => {
    for (const bytes of [utf8(minified), memberOf(utf8(minified))]) {
      expect(await drained(decodeLogStream(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()))).toEqual(records)
      expect(await drained(decodeLogStream(Readable.from([bytes])))).toEqual(records)
    }
  })

  it('says what it knows so far', async () => {
    const many = someRecords(3000)
    const log = decodeLogStream(pieces(utf8(JSON.stringify({ Records: many })), 10_000))
    expect(log.counts.records).toBe(0)
    for await (const { index } of log) {
      if (index === 0) expect(log.counts.records).toBeLessThan(3000)
    }
    expect(log.counts).toEqual({ records: 3000, matched: 3000, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 1000 })
    expect(log.issues).toEqual([])
  })

  it('reads no further than it is asked, and closes the source', async () => {
    let [read, closed] = [0, false]
    function* source(): Generator<Uint8Array, void, undefined> {
      try {
        for (const piece of pieces(utf8(JSON.stringify({ Records: someRecords(10_000) })), 10_000)) {
          read += piece.length
          yield piece
        }
      } finally {
        closed = true
      }
    }
    for await (const { index } of decodeLogStream(source())) if (index === 3) break
    expect(closed).toBe(true)
    expect(read).toBeLessThan(400_000)
  })

  it('throws what the source throws, after the records that came', async () => {
    const bytes = utf8(JSON.stringify({ Records: someRecords(3000) }))
    function* failing(): Generator<Uint8Array, void, undefined> {
      yield bytes.subarray(0, 500_000)
      throw new Error('lost')
    }
    const seen: Array<number> = []
    await expect(
      (async () => {
        for await (const { index } of decodeLogStream(failing())) seen.push(index)
      })(),
    ).rejects.toThrow('lost')
    expect(seen.length).toBeGreaterThan(1000)
  })

  it('passes over records that are too large, and keeps their names', async () => {
    const large = { ...(records[0] as object), pad: 'x'.repeat(1_000_000) }
    const log = decodeLogStream(pieces(utf8(JSON.stringify({ Records: [large, records[1]] })), 10_000), { maxRecordBytes: 300_000 })
    const entries: Array<LogEntry> = []
    for await (const entry of log) entries.push(entry)
    expect(entries.map(({ result }) => result._tag)).toEqual(['Left', 'Right'])
    expect(entries[0]).toMatchObject({ raw: undefined, names: { eventSource: 'glue.amazonaws.com', eventName: 'GetTable' } })
    expect(entries[0]?.bytes?.length).toBe(0)
    expect(log.issues.map(({ code }) => code)).toEqual(['RECORD_TOO_LARGE'])
  })

  it('reads all lists Records', async () => {
    const json = `{"Records":${JSON.stringify(someRecords(1000))},"Records":[{}]}`
    const log = decodeLogStream(pieces(utf8(json), 10_000))
    expect((await drained(log)).length).toBe(1001)
    expect(log.issues).toEqual([])
  })

  it('returns the entries so far before it asks for more, and the issues of the file with the last ones', async () => {
    const inflated = utf8(`${JSON.stringify(someRecords(500))}x`)
    let asked = 0
    async function* source() {
      for await (const piece of pieces(inflated, 10_000)) {
        asked++
        yield piece
      }
    }
    const log = decodeLogStream(source())
    const given: Array<{ readonly asked: number; readonly sum: number; readonly isLast: boolean; readonly issues: number }> = []
    let sum = 0
    for await (const { entries, isLast } of log.batches()) {
      sum += entries.length
      expect(log.counts.records).toBe(sum)
      given.push({ asked, sum, isLast, issues: log.issues.length })
    }
    expect(given.length).toBeGreaterThan(asked)
    expect([...new Set(given.map((part) => part.asked))].slice(0, 3)).toEqual([1, 2, 3])
    expect(given[0]?.sum).toBeGreaterThan(5)
    expect(given.at(-1)).toMatchObject({ sum: 500, isLast: true, issues: 1 })
    expect(given.filter(({ isLast }) => isLast)).toHaveLength(1)
  })

  it('reads what follows the first member', async () => {
    const two = joined(memberOf(utf8(`${minified}\n`)), memberOf(utf8(minified)))
    const log = decodeLogStream(pieces(two, 10))
    expect(await drained(log)).toEqual([...records, ...records])
    expect(log.issues).toEqual([])
  })
})
