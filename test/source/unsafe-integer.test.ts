import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unsafeIntegerIn } from '../../src/source/unsafe-integer.js'
import { utf8 } from '../support/logs.js'

const at = (json: string): number => unsafeIntegerIn(utf8(json), 0, utf8(json).length, json)

describe('unsafeIntegerIn', () => {
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '12345678901234567890',
    '100000000000000000000',
    '9007199254740993.0',
    '90071992547409930e-1',
    '9.007199254740993e15',
    '9007199254740993E0',
    '1234567890123456789012345678901234567890e300',
  ])('finds %s', (number) => {
    expect(at(number)).toBe(0)
    expect(at(`{"a":[${number}]}`)).toBe(6)
  })

  it.each([
    '9007199254740992',
    '-9007199254740992',
    '9007199254740991',
    '1000000000000000',
    '9007199254740993.5',
    '0.9007199254740993',
    '1611276388.1234567890123456',
    '9007199254740993e-1',
    '1.7976931348623157e308',
    '12345678901234567000.0',
    '0.0000000000000000',
    '0.0000000000000000e99',
    '"9007199254740993"',
    '{"9007199254740993":1}',
    '["\\"9007199254740993",1]',
    '["ä9007199254740993",-5.0e3,12]',
  ])('finds none in %s', (json) => {
    expect(at(json)).toBe(-1)
  })

  it('finds the first, behind strings that look like one', () => {
    expect(at('{"a":"9007199254740993","ä":9007199254740993,"b":12345678901234567890}')).toBe(29)
  })

  it('looks at its stretch alone', () => {
    const json = '9007199254740993,9007199254740993,'
    expect(unsafeIntegerIn(utf8(json), 17, 33, json.slice(17, 33))).toBe(17)
    expect(unsafeIntegerIn(utf8(json), 18, 33, json.slice(18, 33))).toBe(-1)
  })

  it('agrees with BigInt on whole numbers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), fc.integer({ min: 0, max: 20 }), (value, shift) => {
        const small = value / 10n ** BigInt(shift)
        const magnitude = small < 0n ? -small : small
        expect(at(String(small)) === 0).toBe(magnitude > 2n ** 53n)
      }),
    )
  })

  it('takes a number of a million digits', () => {
    expect(at('7'.repeat(1_000_000))).toBe(0)
    expect(at(`0.${'7'.repeat(1_000_000)}`)).toBe(-1)
  })
})
