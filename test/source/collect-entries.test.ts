import { isCallTo, type RecordPredicate } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { EntryCollector, type Found, nothing } from '../../src/source/collect-entries.js'
import { MAX_LOG_ISSUES } from '../../src/source/kept.js'
import { TextWindow } from '../../src/source/text-window.js'
import { utf8 } from '../support/logs.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

const MAX = 4096

function collector(content: string, where?: RecordPredicate, maxRecordBytes = MAX, maxOtherValues = 1000): EntryCollector {
  return new EntryCollector(TextWindow.whole(utf8(content)), { maxRecordBytes, maxOtherValues, ...(where && { where }) })
}

/** What a collector found after it received each of these strings. */
function found(parts: ReadonlyArray<string>, where?: RecordPredicate, maxRecordBytes?: number, maxOtherValues?: number): Found {
  const all = collector(parts.join(''), where, maxRecordBytes, maxOtherValues)
  let at = 0
  for (const part of parts) {
    all.value(at, at + utf8(part).length)
    at += utf8(part).length
  }
  const last = all.take(true)
  return { ...last, issues: [...last.issues, ...last.kept.more()] }
}

const [glue, other, nonconforming] = [glueCall, otherServiceCall, nonconformingCall].map((record) => JSON.stringify(record)) as [
  string,
  string,
  string,
]

const counts = { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 }

describe('a value', () => {
  it('becomes an entry: value, outcome and range', () => {
    const { entries, issues, counts: counted } = found([glue, nonconforming, '"ä"', other])
    expect(entries.map(({ index, result, raw, start, end }) => [index, result._tag, raw, start, end])).toEqual([
      [0, 'Right', glueCall, 0, glue.length],
      [1, 'Both', nonconformingCall, glue.length, glue.length + nonconforming.length],
      [2, 'Left', 'ä', glue.length + nonconforming.length, glue.length + nonconforming.length + 4],
      [3, 'Right', otherServiceCall, glue.length + nonconforming.length + 4, glue.length + nonconforming.length + 4 + other.length],
    ])
    expect(entries.some((entry) => 'match' in entry || 'names' in entry)).toBe(false)
    expect(counted).toEqual({ ...counts, records: 4, matched: 3, left: 1, glue: 2 })
    expect(issues).toEqual([])
  })

  it('that is no JSON is an issue', () => {
    const { entries, issues, counts: counted } = found([glue, '{nope}', '', glue])
    expect(entries.map(({ index }) => index)).toEqual([0, 3])
    expect(issues).toEqual([
      { code: 'BROKEN_RECORD', index: 1, offset: glue.length, length: 6, expected: 'JSON', received: 'something else' },
      { code: 'BROKEN_RECORD', index: 2, offset: glue.length + 6, length: 0, expected: 'JSON', received: 'nothing' },
    ])
    expect(counted).toEqual({ ...counts, records: 4, matched: 2, broken: 2, glue: 2 })
  })

  it('that is too large is an entry with its names alone', () => {
    const large = JSON.stringify({ eventName: 'CreateTable', pad: 'x'.repeat(100), eventSource: 'glue.amazonaws.com' })
    const { entries, issues, counts: counted } = found([`[${'1,'.repeat(80)}1]`, large, '{"a":1}'], undefined, 120)
    const [list, named, small] = entries
    expect(list).toEqual({
      index: 0,
      result: {
        _tag: 'Left',
        left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record of at most 120 bytes', received: 'a larger one' }],
      },
      raw: undefined,
      start: 0,
      end: 163,
      names: {},
    })
    expect(named).toMatchObject({ index: 1, raw: undefined, names: { eventName: 'CreateTable' } })
    expect(small?.raw).toEqual({ a: 1 })
    expect(issues).toEqual([
      { code: 'RECORD_TOO_LARGE', index: 0, offset: 0, length: 163, expected: 'at most 120 bytes', received: '163' },
      {
        code: 'RECORD_TOO_LARGE',
        index: 1,
        offset: 163,
        length: large.length,
        expected: 'at most 120 bytes',
        received: String(large.length),
      },
    ])
    expect(counted).toEqual({ ...counts, records: 3, left: 3 })
  })

  it('with an integer beyond 2^53 is an entry and an issue', () => {
    const long = glue.replace('"maxCapacity":2', '"maxCapacity":9007199254740993')
    const { entries, issues } = found([glue, long])
    expect(entries.length).toBe(2)
    expect(issues).toEqual([
      {
        code: 'UNSAFE_INTEGER',
        index: 1,
        offset: glue.length + long.indexOf('9007199254740993'),
        expected: 'an integer up to 2^53',
        received: 'one that JSON.parse may have changed',
      },
    ])
  })
})

describe('where', () => {
  const drops: RecordPredicate = {
    test: (record) => (isCallTo('UpdateTable')(record) ? 'UNKNOWN' : isCallTo('StartJobRun')(record) ? 'YES' : 'NO'),
  }

  it('keeps yes, unknown and values that are not records; it counts what it does not keep', () => {
    const { entries, counts: counted } = found([other, glue, '5', nonconforming, '{nope}'], drops)
    expect(entries.map(({ index, match }) => [index, match])).toEqual([
      [1, 'YES'],
      [2, undefined],
      [3, 'UNKNOWN'],
    ])
    expect(counted).toEqual({ records: 5, matched: 1, unknown: 1, unmatched: 1, left: 1, broken: 1, glue: 2 })
  })

  it('says nothing of integers in records that are not kept', () => {
    expect(found([other.replace('"192.0.2.7"', '9007199254740993')], drops).issues).toEqual([])
  })

  it('is asked of nonconforming records too', () => {
    const asked: Array<unknown> = []
    found([nonconforming, '5'], {
      test: (record) => {
        asked.push(record)
        return 'YES'
      },
    })
    expect(asked).toEqual([nonconformingCall])
  })
})

describe('what is unfinished', () => {
  it('is cut short', () => {
    const all = collector('{"a":1,\n{"b":')
    all.unfinished(8, 13, true)
    all.unfinished(13, 13, false)
    const { issues, counts: counted } = all.take(true)
    expect(issues).toEqual([
      { code: 'CUT_SHORT', index: 0, offset: 8, length: 5, expected: 'its end', received: 'the end of the file' },
      { code: 'CUT_SHORT', offset: 13, length: 0, expected: 'more', received: 'the end of the file' },
    ])
    expect(counted).toEqual({ ...counts, records: 1, broken: 1 })
  })
})

describe('issues', () => {
  it('are kept up to a number, and counted', () => {
    const all = collector('')
    for (let i = 0; i < MAX_LOG_ISSUES + 5; i++) all.damaged(0, 0)
    const { issues, counts: counted, kept } = all.take(true)
    expect(issues.length).toBe(1000)
    expect(kept.more()).toEqual([{ code: 'MORE_ISSUES', expected: 'at most 1000 issues', received: '5 more' }])
    expect(counted.broken).toBe(1005)
  })
})

describe('values that are not records', () => {
  it('are kept up to a number, share their results, and are counted', () => {
    const { entries, issues, counts: counted } = found([glue, ...Array.from({ length: 8 }, () => '5'), '"x"'], undefined, MAX, 3)
    expect(entries.map(({ raw }) => raw)).toEqual([glueCall, 5, 5, 5])
    expect(entries[1]?.result).toBe(entries[2]?.result)
    expect(counted).toMatchObject({ records: 10, matched: 1, left: 9 })
    expect(issues).toEqual([{ code: 'MORE_VALUES', expected: 'at most 3 values that are not records', received: '6 more' }])
  })
})

describe('batches', () => {
  it('have their own entries, counts and issues, and nothing before the file is known to be a log', () => {
    const all = collector(`5${glue}{x}`)
    all.value(0, 1)
    expect(all.take(false)).toEqual(nothing([]))
    all.value(1, 1 + glue.length)
    const first = all.take(false)
    expect([first.entries.map(({ index }) => index), first.counts]).toEqual([
      [0, 1],
      { ...counts, records: 2, matched: 1, left: 1, glue: 1 },
    ])
    all.value(1 + glue.length, glue.length + 4)
    const last = all.take(true)
    expect([last.entries, last.counts, last.issues.map(({ index }) => index)]).toEqual([[], { ...counts, records: 1, broken: 1 }, [2]])
  })
})

describe('a file without a record', () => {
  const codes = (parts: ReadonlyArray<string>, maxRecordBytes?: number) =>
    found(parts, undefined, maxRecordBytes).issues.map(({ code }) => code)

  it.each([
    ['nothing but other values', ['5', '{"a":1}'], ['NOT_A_LOG']],
    ['a record among them', ['5', glue], []],
    ['something broken', ['5', '{nope}'], ['BROKEN_RECORD']],
    ['nothing at all', [], []],
    ['a digest', ['{"digestStartTime":"","digestEndTime":"","logFiles":[]}'], ['DIGEST_FILE']],
  ])('%s', (_, parts, expected) => {
    expect(codes(parts)).toEqual(expected)
  })

  it('is a log if it says so, or if a large record has a name', () => {
    const all = collector('5')
    all.log()
    all.value(0, 1)
    expect(all.take(true).counts.left).toBe(1)
    expect(codes(['{"eventName":"CreateTable","pad":"xxxxxxxxxxxxxxxxx"}'], 30)).toEqual(['RECORD_TOO_LARGE'])
    expect(codes(['{"other":"CreateTable","pad":"xxxxxxxxxxxxxxxxx"}'], 30)).toEqual(['NOT_A_LOG'])
  })
})

it('takes the records out of a value with a given function', () => {
  const json = JSON.stringify({ _source: glueCall })
  const all = new EntryCollector(TextWindow.whole(utf8(json)), {
    maxRecordBytes: MAX,
    maxOtherValues: 10,
    recordsIn: (value) => [(value as { readonly _source: unknown })._source],
  })
  all.value(0, json.length)
  expect(all.take(true).entries.map(({ raw, start, end }) => [raw, start, end])).toEqual([[glueCall, 0, json.length]])
})
