import { expect, it } from 'vitest'
import { recordLine } from '../../src/cli/record-line.js'

const bytes = Buffer.from('{ "eventName" : "GetTable", "size": 12345678901234567890 }')

it('has the bytes of the record, without white space', () => {
  expect(recordLine({ bytes, match: 'YES' })).toBe('{"eventName":"GetTable","size":12345678901234567890}')
})

it('marks a record the filter cannot decide about', () => {
  expect(recordLine({ bytes, match: 'UNKNOWN' })).toBe('{"eventName":"GetTable","size":12345678901234567890,"glueTrailMatch":"unknown"}')
})
