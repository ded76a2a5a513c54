import { expect, it } from 'vitest'
import { printedRecord } from '../../src/source/printed-record.js'

it('prints a record', () => {
  expect(Buffer.from(printedRecord({ a: [1, 'ä'] }).bytes).toString()).toBe('{"a":[1,"ä"]}')
  expect(printedRecord(undefined)).toEqual({ bytes: new Uint8Array(), hasUnsafeInteger: false })
})

it.each([
  ['{"a":9007199254740991}', false],
  ['{"a":"9007199254740993"}', false],
  ['{"a":0.1234567890123456}', false],
  ['{"a":9007199254740993}', true],
  ['[-9007199254740993]', true],
  ['[[1000000000000000000000000]]', true],
])('says whether an integer may have been changed: %s', (json, is) => expect(printedRecord(JSON.parse(json)).hasUnsafeInteger).toBe(is))
