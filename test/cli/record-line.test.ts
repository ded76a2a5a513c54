import { expect, it } from 'vitest'
import { recordLine, recordPieces } from '../../src/cli/record-line.js'

const bytes = Buffer.from('{ "eventName" : "GetTable", "size": 12345678901234567890 }')

it('has the bytes of the record, without white space', () => {
  expect(recordLine({ bytes, match: 'YES' }, '', '\n')).toBe('{"eventName":"GetTable","size":12345678901234567890}\n')
})

it('marks a record the filter cannot decide about', () => {
  expect(recordLine({ bytes, match: 'UNKNOWN' }, ',\n', '')).toBe(
    ',\n{"eventName":"GetTable","size":12345678901234567890,"glueTrailMatch":"unknown"}',
  )
})

it('writes bytes that are not UTF-8 as they are', () => {
  const broken = Buffer.from('{ "eventName": "a\xff\xfeb" }', 'latin1')
  expect(Buffer.from(recordLine({ bytes: broken, match: 'YES' }, '', '\n')).toString('latin1')).toBe('{"eventName":"a\xff\xfeb"}\n')
  const marked = recordLine({ bytes: broken, match: 'UNKNOWN', integrity: 'VERIFIED' }, ',\n', '')
  expect(Buffer.from(marked).toString('latin1')).toBe(
    ',\n{"eventName":"a\xff\xfeb","glueTrailMatch":"unknown","glueTrailIntegrity":"VERIFIED"}',
  )
})

it('takes the character U+FFFD for what it is', () => {
  expect(recordLine({ bytes: Buffer.from('{"a":"\ufffd"}'), match: 'YES' }, '', '')).toBe('{"a":"\ufffd"}')
})

it('has why it cannot, with names that are safe to print', () => {
  const matchReasons = [{ field: 'resource', kind: 'OMITTED', path: ['requestParameters', 'a\u202e"', 0] }]
  const line = recordLine({ bytes: Buffer.from('{"a":1}'), match: 'UNKNOWN', matchReasons, integrity: 'VERIFIED' }, '', '')
  expect(line).toBe(
    '{"a":1,"glueTrailMatch":"unknown","glueTrailMatchReasons":[{"field":"resource","kind":"OMITTED","path":["requestParameters","a\\\\u202e\\"",0]}],"glueTrailIntegrity":"VERIFIED"}',
  )
  expect(JSON.parse(String(line)).glueTrailMatchReasons[0].path).toEqual(['requestParameters', 'a\\u202e"', 0])
})

it('is the same in pieces where it is long', () => {
  for (const unit of ['a', ' ', '\u202e', '\u{1f600}', '\u00ff']) {
    const long = Buffer.from(`{ "eventName":"${unit.repeat(200_000)}" }`)
    for (const match of ['YES', 'UNKNOWN'] as const) {
      const pieces = [...recordPieces({ bytes: long, match }, ',\n', '\n')]
      expect(pieces.length).toBeGreaterThan(3)
      expect(pieces.join('') === recordLine({ bytes: long, match }, ',\n', '\n')).toBe(true)
    }
    const broken = Buffer.concat([long.subarray(0, 200_000), Buffer.from('\xff', 'latin1'), long.subarray(200_000)])
    const [piece = '', ...others] = recordPieces({ bytes: broken, match: 'YES' }, '', '')
    expect(others).toEqual([])
    expect(Buffer.from(piece).equals(Buffer.from(recordLine({ bytes: broken, match: 'YES' }, '', '')))).toBe(true)
  }
  expect([...recordPieces({ bytes, match: 'YES' }, '', '')]).toHaveLength(1)
})
