import { gunzipSync, gzipSync } from 'node:zlib'
import { isGlueRecord } from 'glue-trail'
import { bytesOf, type DecodedLog, decodeLog, formatLogIssues } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { joined, memberOf } from '../support/gzip-file.js'
import { codes, raws, someRecords, textCodes, textOf, utf8 } from '../support/logs.js'

const records = someRecords(4)
const minified = JSON.stringify({ Records: records })

/** Every entry's bytes parse to its value. */
function expectRanges(log: DecodedLog): void {
  for (const entry of log.entries) expect(JSON.parse(textOf(bytesOf(log, entry)))).toEqual(entry.raw)
}

const WRAPPED: ReadonlyArray<readonly [name: string, bytes: Uint8Array]> = [
  ['plain', utf8(minified)],
  ['with a line after it', utf8(`${minified}\n`)],
  ['pretty-printed', utf8(JSON.stringify({ Records: records }, null, 2))],
  ['pretty-printed with tabs', utf8(JSON.stringify({ Records: records }, null, '\t'))],
  ['with CRLF', utf8(JSON.stringify({ Records: records }, null, 2).replaceAll('\n', '\r\n'))],
  ['with a byte order mark', utf8(`\ufeff${minified}`)],
  ['with Records last', utf8(JSON.stringify({ a: [{ Records: [1] }], b: '"Records":[2]', Records: records }))],
  ['with an escaped name', utf8(minified.replace('Records', '\\u0052ecor\\u0064s'))],
  ['with a Records that is null', utf8(`{"Records":null,${minified.slice(1)}`)],
  ['one record a line of the list', utf8(`{"Records":[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}`)],
  ['a list', utf8(JSON.stringify(records))],
  ['a pretty-printed list', utf8(JSON.stringify(records, null, 1))],
  ['one a line', utf8(records.map((record) => JSON.stringify(record)).join('\n'))],
  [
    'one a line, with CRLF, blank lines and a byte order mark',
    utf8(`\ufeff${records.map((record) => `${JSON.stringify(record)}\r\n\r\n`).join('')}`),
  ],
  ['one file a line', utf8(records.map((record) => JSON.stringify({ Records: [record] })).join('\n'))],
]

describe('sound files', () => {
  it.each(WRAPPED)('%s', async (_, bytes) => {
    for (const stored of [bytes, new Uint8Array(gzipSync(bytes)), Buffer.from(bytes)]) {
      const log = await decodeLog(stored)
      expect(raws(log)).toEqual(records)
      expect(log.issues).toEqual([])
      expect(log.counts).toEqual({ records: 4, matched: 4, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 2 })
      expect(log.entries.map(({ index }) => index)).toEqual([0, 1, 2, 3])
      expect(textOf(log.bytes)).toBe(textOf(bytes))
      expectRanges(log)
    }
  })

  it('larger than what is read at once, in one member and in several', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...(records[i % 4] as object), requestID: `${i}`.padStart(40_000, '0') }))
    const bytes = utf8(JSON.stringify({ Records: many }))
    expect(bytes.length).toBeGreaterThan(3 * 512 * 1024)
    const cut = 700_001
    for (const stored of [memberOf(bytes), joined(memberOf(bytes.subarray(0, cut)), memberOf(bytes.subarray(cut)))]) {
      const log = await decodeLog(stored)
      expect(JSON.stringify({ Records: raws(log) }) === textOf(bytes)).toBe(true)
      expect(log.issues).toEqual([])
      expect(Buffer.compare(log.bytes, bytes)).toBe(0)
      expectRanges(log)
    }
    const wrong = await decodeLog(memberOf(bytes, { checksum: 5 }))
    expect([wrong.entries.length, codes(wrong)]).toEqual([40, ['CORRUPT_GZIP']])
  })

  it('of one record', async () => {
    for (const space of [0, 2]) {
      const log = await decodeLog(utf8(JSON.stringify(records[0], null, space)))
      expect(raws(log)).toEqual([records[0]])
      expect(log.issues).toEqual([])
      expectRanges(log)
    }
  })

  it('without records', async () => {
    for (const content of ['{"Records":[]}', '[]', ' [ ] ', '{"a":1,"Records":[\n]}']) {
      const log = await decodeLog(utf8(content))
      expect(log.issues).toEqual([])
      expect(log.entries).toEqual([])
    }
  })

  it('may hold values that are not records: they are entries with Left', async () => {
    const log = await decodeLog(utf8('{"Records":[5,null,{"eventSource":"aws:s3","eventName":"ObjectCreated:Put"},"x",[]]}'))
    expect(log.entries.map(({ result }) => result._tag)).toEqual(['Left', 'Left', 'Left', 'Left', 'Left'])
    expect(raws(log)).toEqual([5, null, { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' }, 'x', []])
    expect(log.issues).toEqual([])
    expect(log.counts.left).toBe(5)
  })

  it.each([1, 400])('with numbers that JSON.parse changes, in %i records, have an issue for each', async (count) => {
    for (const [number, wanted] of [
      ['1e999', ['UNSAFE_NUMBER']],
      ['0.12345678901234567891', ['UNSAFE_NUMBER']],
      ['9007199254740993', ['UNSAFE_INTEGER']],
      ['1.5e9', []],
      ['"1e999"', []],
    ] as const) {
      const record = `{"number":${number},${JSON.stringify(records[0]).slice(1)}`
      const log = await decodeLog(utf8(`{"Records":[${Array.from({ length: count }, () => record).join(',')}]}`))
      expect([number, codes(log)]).toEqual([number, Array.from({ length: count }, () => wanted).flat()])
    }
  })

  it('are read where the view says, and given back as they are', async () => {
    const around = joined(utf8('junk'), utf8(minified), utf8('junk'))
    const log = await decodeLog(around.subarray(4, around.length - 4))
    expect(raws(log)).toEqual(records)
    expect(log.bytes.buffer).toBe(around.buffer)
  })

  it('come out as lines of the same records', async () => {
    for (const [, bytes] of WRAPPED) {
      const log = await decodeLog(bytes)
      const lines = log.entries.map((entry) =>
        textOf(bytesOf(log, entry)).includes('\n') ? JSON.stringify(entry.raw) : textOf(bytesOf(log, entry)),
      )
      const again = await decodeLog(utf8(`${lines.join('\n')}\n`))
      expect(raws(again)).toEqual(records)
      expect(again.issues).toEqual([])
    }
  })
})

describe('other files', () => {
  it.each([
    ['nothing', '', 'EMPTY', 'nothing'],
    ['white space', ' \r\n\t', 'EMPTY', 'nothing'],
    ['a byte order mark', '\ufeff', 'EMPTY', 'nothing'],
    ['HTML', '<!DOCTYPE html>\n<html><body>{"Records":[]}</body></html>', 'NOT_A_LOG', 'content of another kind'],
    ['text', 'AccessDenied', 'NOT_A_LOG', 'content of another kind'],
    ['a number', '5', 'NOT_A_LOG', 'content of another kind'],
    ['an empty object', '{}', 'NOT_A_LOG', 'other JSON'],
    ['other JSON', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}', 'NOT_A_LOG', 'other JSON'],
    ['a list of other things', '[1,{"a":2}]', 'NOT_A_LOG', 'other JSON'],
    ['lines of other things', '{"a":1}\n{"b":2}\n', 'NOT_A_LOG', 'other JSON'],
    ['Records that are not a list', '{"Records":{"a":1}}', 'NOT_A_LOG', 'JSON without a record'],
    ['a record in a member', '{"input":{"event_name":"GetTags"}}', 'NOT_A_LOG', 'JSON without a record'],
    ['other JSON and something else', '{"a":1}\nnope', 'NOT_A_LOG', 'JSON without a record'],
    ['a digest', '{"awsAccountId":"1","digestStartTime":"a","digestEndTime":"b","logFiles":[]}', 'DIGEST_FILE', 'a digest file'],
    ['UTF-16', '\ufffe{\u0000', 'NOT_A_LOG', 'content of another kind'],
  ])('%s is one clear issue', async (_, content, code, received) => {
    for (const bytes of [utf8(content), memberOf(utf8(content))]) {
      const log = await decodeLog(bytes)
      expect(log.entries).toEqual([])
      expect(log.issues.map((issue) => [issue.code, issue.received])).toEqual([[code, received]])
      expect(log.counts.records).toBe(0)
    }
  })

  it('gzipped twice', async () => {
    const log = await decodeLog(memberOf(memberOf(utf8(minified))))
    expect(log.entries).toEqual([])
    expect(formatLogIssues(log.issues)).toEqual(['expected a log file, received gzipped bytes within gzipped bytes'])
  })
})

describe('damage', () => {
  const whole = utf8(minified)
  const ends = records.map((record) => minified.indexOf(JSON.stringify(record)) + JSON.stringify(record).length)

  it('by a cut anywhere loses no record before it', async () => {
    for (let length = 1; length < whole.length; length++) {
      const log = await decodeLog(whole.subarray(0, length))
      expect([length, raws(log)]).toEqual([
        length,
        records.slice(0, ends.filter((end) => utf8(minified.slice(0, end)).length <= length).length),
      ])
      expect(textCodes(log)).toEqual(['CUT_SHORT'])
      const [issue] = log.issues
      expect(issue?.offset).toBeLessThanOrEqual(length)
      expect((issue?.offset ?? 0) + (issue?.length ?? 0)).toBe(length)
    }
  })

  it('by a cut of the gzip file loses no record that was inflated', async () => {
    const stored = memberOf(whole)
    let before = 0
    for (let length = 1; length < stored.length; length++) {
      const log = await decodeLog(stored.subarray(0, length))
      const isWhole = log.bytes.length === whole.length
      expect([length, log.issues[0]?.code, codes(log).length]).toEqual([length, 'CUT_GZIP', isWhole || log.bytes.length === 0 ? 1 : 2])
      const seen = textOf(log.bytes).replace(/\ufffd$/, '')
      expect(raws(log)).toEqual(records.slice(0, ends.filter((end) => end <= seen.length).length))
      expect(log.entries.length).toBeGreaterThanOrEqual(before)
      before = log.entries.length
    }
    expect(before).toBe(4)
  })

  it('by any one bit of the gzip file is overlooked only where gunzip overlooks it', async () => {
    const stored = memberOf(whole)
    const isSound = (bytes: Uint8Array): boolean => {
      try {
        return gunzipSync(bytes).equals(whole)
      } catch {
        return false
      }
    }
    for (let bit = 0; bit < 8 * stored.length; bit++) {
      const wrong = joined(stored)
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const log = await decodeLog(wrong)
      expect([bit, log.issues.length === 0]).toEqual([bit, isSound(wrong)])
    }
  })

  it('of one record leaves the others', async () => {
    const [first, second, third, fourth] = records.map((record) => JSON.stringify(record))
    for (const broken of ['nope', '{"a":}', '{"a":"\t"}', '{,}', "{'a':1}", '{"a":01}', '[1,]', '{"a":1} 5', '\u00a0', '{"a":[1}]']) {
      const log = await decodeLog(utf8(`{"Records":[${first},5,${second}],"x":[],"Records":[${third},${broken},${fourth}]}`))
      const kept = broken === '{"a":1} 5' ? [{ a: 1 }] : []
      expect([broken, raws(log)]).toEqual([broken, [records[0], 5, records[1], records[2], ...kept, records[3]]])
      if (kept.length > 0) continue
      expect(log.issues).toMatchObject([{ code: 'BROKEN_RECORD', index: 4, length: utf8(broken).length }])
      expect(textOf(log.bytes.subarray(log.issues[0]?.offset, (log.issues[0]?.offset ?? 0) + utf8(broken).length))).toBe(broken)
    }
  })

  it('says how many issues were left out', async () => {
    const log = await decodeLog(utf8(`{"Records":[${'x,'.repeat(1500)}5]}`))
    expect(log.issues.length).toBe(1001)
    expect(log.issues.at(-1)).toEqual({ code: 'MORE_ISSUES', expected: 'at most 1000 issues', received: '500 more' })
    expect(log.counts).toMatchObject({ records: 1501, broken: 1500, left: 1 })
  })

  it('never makes an issue that shows what a record holds', async () => {
    const secret = 'hunter2'
    const record = `{"eventSource":"${secret}","eventName":"${secret}","${secret}":9007199254740993}`
    const strings = [
      record,
      `{"Records":[${record},{"${secret}":nope},${record}`,
      `${secret}`,
      `{"${secret}":1}`,
      `{"Records":[1],"${secret}":${secret}}`,
    ]
    for (const content of strings) {
      const log = await decodeLog(utf8(content), { maxRecordBytes: 50 })
      expect(log.issues.length).toBeGreaterThan(0)
      expect(JSON.stringify(log.issues)).not.toContain(secret)
      expect(formatLogIssues(log.issues).join('\n')).not.toContain(secret)
    }
  })
})

describe('options', () => {
  it('where keeps what is asked for', async () => {
    const log = await decodeLog(utf8(minified), { where: { test: (record) => (isGlueRecord(record) ? 'YES' : 'NO') } })
    expect(log.entries.map(({ index, match }) => [index, match])).toEqual([
      [0, 'YES'],
      [3, 'YES'],
    ])
    expect(log.counts).toEqual({ records: 4, matched: 2, unknown: 0, unmatched: 2, left: 0, broken: 0, glue: 2 })
  })

  it('where that answers no to all does not make the file another', async () => {
    const log = await decodeLog(utf8(JSON.stringify(records[0])), { where: { test: () => 'NO' } })
    expect(log.issues).toEqual([])
    expect(log.counts).toMatchObject({ records: 1, unmatched: 1 })
  })

  it('where may throw, and is heard', async () => {
    const failing = decodeLog(utf8(minified), {
      where: {
        test: () => {
          throw new Error('mine')
        },
      },
    })
    await expect(failing).rejects.toThrow('mine')
  })

  it('limits of decoding are handed on', async () => {
    const wrong = { ...(records[0] as object), eventTime: 5, awsRegion: 5 }
    const issues = async (maxIssues: number): Promise<unknown> => {
      const [entry] = (await decodeLog(utf8(JSON.stringify(wrong)), { maxIssues })).entries
      return entry?.result._tag === 'Both' && entry.result.left.length
    }
    expect(await issues(1)).toBe(1)
    expect(await issues(100)).toBe(2)
  })

  it('maxRecordBytes passes over what is larger', async () => {
    const large = { ...(records[0] as object), pad: 'x'.repeat(5_000_000) }
    const log = await decodeLog(utf8(JSON.stringify({ Records: [records[1], large, records[2]] })))
    expect(log.entries.map(({ result }) => result._tag)).toEqual(['Right', 'Left', 'Right'])
    expect(log.entries[1]).toMatchObject({ raw: undefined, names: { eventSource: 'glue.amazonaws.com', eventName: 'GetTable' } })
    expect(codes(log)).toEqual(['RECORD_TOO_LARGE'])
    expect(JSON.parse(textOf(bytesOf(log, log.entries[1] as DecodedLog['entries'][0])))).toEqual(large)
  })

  it('maxBytes cuts the file', async () => {
    const bytes = utf8(minified)
    const log = await decodeLog(bytes, { maxBytes: bytes.length - 3 })
    expect(raws(log)).toEqual(records.slice(0, 3))
    expect(codes(log)).toEqual(['TOO_LARGE', 'CUT_SHORT'])
  })
})

describe('depth', () => {
  it('of a million brackets does no harm', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`
    const log = await decodeLog(utf8(`{"Records":[{"eventSource":"a","eventName":"b","x":${deep}},5]}`))
    expect(log.entries.map(({ result }) => result._tag)).toEqual(['Both', 'Left'])
    expect(codes(await decodeLog(utf8('['.repeat(1_000_000))))).toEqual(['CUT_SHORT'])
    expect(codes(await decodeLog(utf8('{"a":'.repeat(1_000_000))))).toEqual(['CUT_SHORT'])
  })
})
