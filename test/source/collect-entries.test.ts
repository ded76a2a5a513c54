import { isCallTo, type RecordPredicate } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { EntryCollector, MAX_LOG_ISSUES } from '../../src/source/collect-entries.js'
import { utf8 } from '../support/logs.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

const MAX = 4096

function collector(text: string, where?: RecordPredicate, maxRecordBytes = MAX): EntryCollector {
  return new EntryCollector(utf8(text), where === undefined ? { maxRecordBytes } : { maxRecordBytes, where })
}

/** A collector that was told each of these texts. */
function told(parts: ReadonlyArray<string>, where?: RecordPredicate, maxRecordBytes?: number): EntryCollector {
  const found = collector(parts.join(''), where, maxRecordBytes)
  let at = 0
  for (const part of parts) {
    found.place(at, at + utf8(part).length)
    at += utf8(part).length
  }
  return found
}

const [glue, other, nonconforming] = [glueCall, otherServiceCall, nonconformingCall].map((record) => JSON.stringify(record)) as [
  string,
  string,
  string,
]

const counts = { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 }

describe('a place', () => {
  it('becomes an entry: value, outcome and range', () => {
    const found = told([glue, nonconforming, '"ä"', other])
    expect(found.entries.map(({ index, result, raw, start, end }) => [index, result._tag, raw, start, end])).toEqual([
      [0, 'Right', glueCall, 0, glue.length],
      [1, 'Both', nonconformingCall, glue.length, glue.length + nonconforming.length],
      [2, 'Left', 'ä', glue.length + nonconforming.length, glue.length + nonconforming.length + 4],
      [3, 'Right', otherServiceCall, glue.length + nonconforming.length + 4, glue.length + nonconforming.length + 4 + other.length],
    ])
    expect(found.entries.some((entry) => 'match' in entry || 'names' in entry)).toBe(false)
    expect(found.counts).toEqual({ ...counts, records: 4, matched: 3, left: 1, glue: 2 })
    expect(found.issues).toEqual([])
  })

  it('that is no JSON is an issue', () => {
    const found = told([glue, '{nope}', '', glue])
    expect(found.entries.map(({ index }) => index)).toEqual([0, 3])
    expect(found.issues).toEqual([
      { code: 'BROKEN_RECORD', index: 1, offset: glue.length, length: 6, expected: 'JSON', received: 'something else' },
      { code: 'BROKEN_RECORD', index: 2, offset: glue.length + 6, length: 0, expected: 'JSON', received: 'nothing' },
    ])
    expect(found.counts).toEqual({ ...counts, records: 4, matched: 2, broken: 2, glue: 2 })
  })

  it('that is too large is an entry with its names alone', () => {
    const large = JSON.stringify({ eventName: 'CreateTable', pad: 'x'.repeat(100), eventSource: 'glue.amazonaws.com' })
    const found = told([`[${'1,'.repeat(80)}1]`, large, '{"a":1}'], undefined, 120)
    const [list, named, small] = found.entries
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
    expect(named).toMatchObject({ index: 1, raw: undefined, names: { eventName: 'CreateTable', eventSource: 'glue.amazonaws.com' } })
    expect(small?.raw).toEqual({ a: 1 })
    expect(found.issues).toEqual([
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
    expect(found.counts).toEqual({ ...counts, records: 3, left: 3 })
  })

  it('with an integer beyond 2^53 is an entry and an issue', () => {
    const long = glue.replace('"maxCapacity":2', '"maxCapacity":9007199254740993')
    const found = told([glue, long])
    expect(found.entries.length).toBe(2)
    expect(found.issues).toEqual([
      {
        code: 'UNSAFE_INTEGER',
        index: 1,
        offset: glue.length + long.indexOf('9007199254740993'),
        expected: 'an integer up to 2^53',
        received: 'a larger one, which JSON.parse may have changed',
      },
    ])
  })
})

describe('where', () => {
  const drops: RecordPredicate = {
    test: (record) => (isCallTo('UpdateTable')(record) ? 'UNKNOWN' : isCallTo('StartJobRun')(record) ? 'YES' : 'NO'),
  }

  it('keeps yes and unknown, and what is no record; it counts what it does not keep', () => {
    const found = told([other, glue, '5', nonconforming, '{nope}'], drops)
    expect(found.entries.map(({ index, match }) => [index, match])).toEqual([
      [1, 'YES'],
      [2, undefined],
      [3, 'UNKNOWN'],
    ])
    expect(found.counts).toEqual({ records: 5, matched: 1, unknown: 1, unmatched: 1, left: 1, broken: 1, glue: 2 })
  })

  it('says nothing of integers in records that are not kept', () => {
    expect(told([other.replace('"192.0.2.7"', '9007199254740993')], drops).issues).toEqual([])
  })

  it('is asked of nonconforming records too', () => {
    const asked: Array<unknown> = []
    told([nonconforming, '5'], {
      test: (record) => {
        asked.push(record)
        return 'YES'
      },
    })
    expect(asked).toEqual([nonconformingCall])
  })
})

describe('rewinding', () => {
  it('forgets what was told since the mark', () => {
    const found = told([glue, '{nope}'])
    const mark = found.mark()
    found.log()
    found.place(0, glue.length)
    found.place(1, 3)
    found.broken(0, 1, 'a member')
    expect(found.isLog).toBe(true)
    found.rewind(mark)
    expect(found.entries.map(({ index }) => index)).toEqual([0])
    expect(found.issues.map(({ index }) => index)).toEqual([1])
    expect(found.counts).toEqual({ ...counts, records: 2, matched: 1, broken: 1, glue: 1 })
    expect(found.isLog).toBe(false)
  })
})

describe('what is unfinished', () => {
  it('is cut short at the end of the text, broken in front of it', () => {
    const found = collector('{"a":1,\n{"b":')
    found.unfinished(0, 7, true)
    found.unfinished(8, 13, true)
    found.unfinished(13, 13, false)
    expect(found.issues).toEqual([
      { code: 'BROKEN_RECORD', index: 0, offset: 0, length: 7, expected: 'its end', received: 'the end of the line' },
      { code: 'CUT_SHORT', index: 1, offset: 8, length: 5, expected: 'its end', received: 'the end of the text' },
      { code: 'CUT_SHORT', offset: 13, length: 0, expected: 'more', received: 'the end of the text' },
    ])
    expect(found.counts).toEqual({ ...counts, records: 2, broken: 2 })
  })
})

describe('issues', () => {
  it('are kept up to a number, and counted', () => {
    const found = collector('')
    for (let i = 0; i < MAX_LOG_ISSUES + 5; i++) found.place(0, 0)
    expect(found.issues.length).toBe(1000)
    expect(found.dropped).toBe(5)
    expect(found.counts.broken).toBe(1005)
  })
})

describe('having no record', () => {
  it.each([
    ['nothing but other values', ['5', '{"a":1}'], true],
    ['a record among them', ['5', glue], false],
    ['something broken', ['5', '{nope}'], false],
    ['nothing at all', [], false],
  ])('%s', (_, parts, expected) => {
    expect(told(parts).hasNoRecord).toBe(expected)
  })

  it('cannot be said of a log, or of a large record with a name', () => {
    const found = told(['5'])
    found.log()
    expect(found.hasNoRecord).toBe(false)
    expect(told(['{"eventName":"CreateTable"}'], undefined, 10).hasNoRecord).toBe(false)
    expect(told(['{"other":"CreateTable"}'], undefined, 10).hasNoRecord).toBe(true)
  })
})
