import { expect, it } from 'vitest'
import { printedRecord } from '../../src/source/printed-record.js'

it('prints a record', () => {
  expect(Buffer.from(printedRecord({ a: [1, 'ä'] }).bytes).toString()).toBe('{"a":[1,"ä"]}')
  expect(printedRecord(undefined)).toEqual({ bytes: new Uint8Array(), unsafe: undefined })
})

it.each([
  ['{"a":9007199254740991}', false],
  ['{"a":"9007199254740993"}', false],
  ['{"a":0.1234567890123456}', false],
  ['{"a":9007199254740993}', true],
  ['[-9007199254740993]', true],
  ['[[1000000000000000000000000]]', true],
])('says whether an integer may have been changed: %s', (json, is) =>
  expect(printedRecord(JSON.parse(json)).unsafe).toBe(is ? 'UNSAFE_INTEGER' : undefined),
)

it.each([
  [' {"a":9007199254740993, "a":1.50}\n', '{"a":9007199254740993, "a":1.50}', 'UNSAFE_INTEGER'],
  ['{"a":1e999}', '{"a":1e999}', 'UNSAFE_NUMBER'],
  ['{"a":"9007199254740993"}', '{"a":"9007199254740993"}', undefined],
  // Half of a character is nothing in UTF-8.
  ['{"a":"\ud800","b":1.0}', '{"a":"\\ud800","b":1}', undefined],
])('keeps what was written in a string: %j', (written, bytes, unsafe) => {
  const printed = printedRecord(JSON.parse(written), written)
  expect({ ...printed, bytes: Buffer.from(printed.bytes).toString() }).toEqual({ bytes, unsafe })
})
