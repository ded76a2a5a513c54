import { expect, it } from 'vitest'
import { recordLine } from '../../src/cli/record-line.js'

const bytes = Buffer.from('{ "eventName" : "GetTable", "size": 12345678901234567890 }')

it('has the bytes of the record, without white space', () => {
  expect(recordLine({ bytes, match: 'YES' })).toBe('{"eventName":"GetTable","size":12345678901234567890}')
})

it('marks a record the filter cannot decide about', () => {
  expect(recordLine({ bytes, match: 'UNKNOWN' })).toBe('{"eventName":"GetTable","size":12345678901234567890,"glueTrailMatch":"unknown"}')
})

it('has why it cannot, with names that are safe to print', () => {
  const matchReasons = [{ field: 'resource', kind: 'OMITTED', path: ['requestParameters', 'a\u202e"', 0] }]
  const line = recordLine({ bytes: Buffer.from('{"a":1}'), match: 'UNKNOWN', matchReasons, integrity: 'VERIFIED' })
  expect(line).toBe(
    '{"a":1,"glueTrailMatch":"unknown","glueTrailMatchReasons":[{"field":"resource","kind":"OMITTED","path":["requestParameters","a\\\\u202e\\"",0]}],"glueTrailIntegrity":"VERIFIED"}',
  )
  expect(JSON.parse(line).glueTrailMatchReasons[0].path).toEqual(['requestParameters', 'a\\u202e"', 0])
})
