/**
 * Files made to lose records or memory, read whole and as streams: what they cost is bounded, and nothing is lost or
 * changed without an issue.
 */
import { bytesOf, type DecodedLog, decodeLog, decodeLogStream, type LogEntry } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { codes, raws, recordNumber, someRecords, textOf, utf8 } from '../support/logs.js'
import { runForBytes } from '../support/run-command.js'
import { describeShared, sharedBytes, sharedPath } from '../support/shared.js'

const PIECE = 65_536

/** Reads a file whole and as a stream, and returns the one result. */
async function bothOf(bytes: Uint8Array): Promise<DecodedLog> {
  const log = await decodeLog(bytes)
  const stream = decodeLogStream(Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => bytes.slice(i * PIECE, (i + 1) * PIECE)))
  const entries: Array<LogEntry> = []
  for await (const entry of stream) entries.push(entry)
  expect(entries.map(({ raw }) => raw)).toEqual(raws(log))
  expect([stream.counts, stream.issues]).toEqual([log.counts, log.issues])
  return log
}

const own = (log: DecodedLog, index: number): string => Buffer.from(bytesOf(log, log.entries[index] as LogEntry)).toString('latin1')

describe('a log with several members Records', () => {
  const list = JSON.stringify(someRecords(300))

  it.each([
    ['null', []],
    ['[]', []],
    ['5', ['BROKEN_TEXT']],
    ['{"a":[]}', ['BROKEN_TEXT']],
  ])('has all records, whether %s is the first or the last', async (other, expected) => {
    for (const content of [`{"Records":${list},"Records":${other}}`, `{"Records":${other},"Records":${list}}`]) {
      const log = await bothOf(utf8(content))
      expect([log.entries.length, codes(log)]).toEqual([300, expected])
    }
  })
})

describe('one lost byte', () => {
  it('in the middle of 3,000 records costs one record', async () => {
    const records = someRecords(3000).map((record) => JSON.stringify(record))
    const lost = (records[1500] as string).replace('"eventTime', 'eventTime')
    const log = await bothOf(utf8(`{"Records":[${records.with(1500, lost).join(',')}]}`))
    expect(log.counts).toMatchObject({ records: 3000, matched: 2999, broken: 1 })
    expect(log.issues).toMatchObject([{ code: 'BROKEN_RECORD', index: 1500 }])
    expect(raws(log)[1500]).toEqual(recordNumber(1501))
  })
})

describe('values that are not records', () => {
  it.each(['1', '{}', '[]', '"x"', 'null'])('are kept up to a number, such as %s', async (value) => {
    const log = await bothOf(utf8(`{"Records":[${new Array(50_000).fill(value).join(',')},${JSON.stringify(recordNumber(0))}]}`))
    expect(log.counts).toMatchObject({ records: 50_001, left: 50_000, matched: 1 })
    expect(log.entries.length).toBe(1001)
    expect(codes(log)).toEqual(['MORE_VALUES'])
  })
})

describe('what the value of a record cannot hold', () => {
  it.each<[name: string, member: string, code: string]>([
    ['bytes that are not UTF-8', '"a\xff\xfeb"', 'INVALID_UTF8'],
    ['a surrogate in UTF-8', '"\xed\xa0\x80"', 'INVALID_UTF8'],
    ['a number that is too large', '1e999', 'UNSAFE_NUMBER'],
    ['more digits than a number has', '0.12345678901234567890123', 'UNSAFE_NUMBER'],
    ['an integer beyond 2^53', '9007199254740993', 'UNSAFE_INTEGER'],
  ])('is reported and written as it is: %s', async (_, member, code) => {
    const record = `${JSON.stringify(recordNumber(0)).slice(0, -1)},"member":${member}}`
    const stored = Buffer.from(`{"Records":[${record}]}`, 'latin1')
    const log = await bothOf(stored)
    expect(codes(log)).toEqual([code])
    expect(own(log, 0)).toBe(record)
    for (const args of [['--format', 'ndjson'], ['--stream']]) {
      const { status, output } = await runForBytes(['decode', '-', ...args], { input: stored })
      expect([status, output.toString('latin1')]).toEqual([0, `${record}\n`])
    }
    const { output } = await runForBytes(['decode', '-', '--format', 'json'], { input: stored })
    expect(output.toString('latin1')).toBe(`{"Records":[\n${record}\n]}\n`)
  })
})

describeShared('hostile cases of reading', () => {
  const hostile = (name: string): Uint8Array => sharedBytes(`cases/hostile/${name}`)

  it('one-byte-lost.json', async () => {
    const log = await bothOf(hostile('one-byte-lost.json'))
    expect(log.counts).toMatchObject({ records: 3003, matched: 3002, broken: 1 })
    expect(codes(log)).toEqual(['BROKEN_RECORD'])
  })

  it.each([
    ['invalid-utf8.json', 'INVALID_UTF8'],
    ['numbers.json', 'UNSAFE_NUMBER'],
  ])('%s', async (name, code) => {
    const log = await bothOf(hostile(name))
    expect([log.entries.length, codes(log)]).toEqual([1, [code]])
    const content = textOf(log.bytes)
    expect(log.entries[0]).toMatchObject({ start: content.indexOf('[') + 1 })
    const { output } = await runForBytes(['decode', sharedPath(`cases/hostile/${name}`), '--format', 'ndjson'])
    expect(output.toString('latin1')).toBe(`${own(log, 0)}\n`)
    expect(Buffer.from(log.bytes).toString('latin1')).toContain(own(log, 0))
  })
})
