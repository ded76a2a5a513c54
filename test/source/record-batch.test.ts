import { describe, expect, it } from 'vitest'
import { NON_ASCII } from '../../src/source/item-rows.js'
import { RecordBatch } from '../../src/source/record-batch.js'
import { utf8 } from '../support/logs.js'

/** A batch of the ranges in a string at which these occur, one after the other. */
function batchOf(content: string, records: ReadonlyArray<readonly [json: string, flags: number, follows: boolean]>): RecordBatch {
  const batch = new RecordBatch()
  let at = 0
  for (const [index, [json, flags, follows]] of records.entries()) {
    const start = content.indexOf(json, at)
    at = start + utf8(json).length
    batch.add({ index, start, end: at, flags }, follows)
  }
  return batch
}

describe('a batch', () => {
  it('gives the values of records that follow each other and of those that do not', () => {
    const content = '[{"a":1} , {"b":2},{"c":3},{"d":4}]'
    const batch = batchOf(content, [
      ['{"a":1}', 0, false],
      ['{"b":2}', 0, true],
      ['{"d":4}', 0, false],
    ])
    expect(batch.values(utf8(content), 0)).toEqual([{ a: 1 }, { b: 2 }, { d: 4 }])
    expect([batch.size, batch.records.map(({ index }) => index)]).toEqual([21, [0, 1, 2]])
  })

  it('keeps other characters', () => {
    const content = '[{"a":"\u00e4"},{"b":"\ud83d\ude00"},{"c":1}]'
    const batch = new RecordBatch()
    batch.add({ index: 0, start: 1, end: 11, flags: NON_ASCII }, false)
    batch.add({ index: 1, start: 12, end: 24, flags: NON_ASCII }, true)
    batch.add({ index: 2, start: 25, end: 32, flags: 0 }, true)
    expect(batch.values(utf8(content), 0)).toEqual([{ a: '\u00e4' }, { b: '\ud83d\ude00' }, { c: 1 }])
  })

  it('notices where bytes were replaced, or may have been', () => {
    const has = (content: Uint8Array, flags: number): boolean => {
      const batch = new RecordBatch()
      batch.add({ index: 0, start: 0, end: content.length, flags }, false)
      batch.values(content, 0)
      return batch.hasReplacement
    }
    expect(has(Uint8Array.of(...utf8('{"a":"'), 0xff, ...utf8('"}')), NON_ASCII)).toBe(true)
    expect(has(utf8('{"a":"\ufffd"}'), NON_ASCII)).toBe(true)
    expect(has(utf8('{"a":"\u00e4"}'), NON_ASCII)).toBe(false)
    expect(has(utf8('{"a":"b"}'), 0)).toBe(false)
  })

  it('keeps the order of records with other characters between plain ones, however large they are', () => {
    const content = [`{"a":"${'x'.repeat(200_000)}"}`, '{"a":"\u00e4"}', '{"a":1}', '{"a":"\u00f6"}', '{"a":2}']
    const batch = new RecordBatch()
    let start = 0
    for (const [index, json] of content.entries()) {
      const end = start + utf8(json).length
      batch.add({ index, start, end, flags: index === 1 || index === 3 ? NON_ASCII : 0 }, index > 0)
      start = end + 1
    }
    expect(batch.values(utf8(content.join()), 0)?.map((value) => JSON.stringify(value))).toEqual(content)
  })

  it('counts from the origin of the bytes', () => {
    const batch = new RecordBatch()
    batch.add({ index: 7, start: 1001, end: 1003, flags: 0 }, false)
    expect(batch.values(utf8('[{}]'), 1000)).toEqual([{}])
  })

  it('gives nothing where one is no JSON', () => {
    expect(
      batchOf('{"a":1},{"b"},{"c":3}', [
        ['{"a":1}', 0, false],
        ['{"b"}', 0, true],
        ['{"c":3}', 0, true],
      ]).values(utf8('{"a":1},{"b"},{"c":3}'), 0),
    ).toBeUndefined()
  })
})
