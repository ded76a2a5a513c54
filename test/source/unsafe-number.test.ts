import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unsafeNumberIn } from '../../src/source/unsafe-number.js'
import { utf8 } from '../support/logs.js'

const at = (json: string): number => unsafeNumberIn(utf8(json), 0, utf8(json).length, json)?.at ?? -1

describe('unsafeNumberIn', () => {
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
    '0.9007199254740993',
    '9007199254740992e-1',
    '1.7976931348623157e308',
    '12345678901234567000.0',
    '0.0000000000000000',
    '0.0000000000000000e99',
    '-0',
    '1e9',
    '0.1',
    '2.5E-3',
    '"9007199254740993"',
    '{"9007199254740993":1}',
    '["\\"9007199254740993",1]',
    '["ä9007199254740993",-5.0e3,12]',
  ])('finds none in %s', (json) => {
    expect(at(json)).toBe(-1)
  })

  it.each(['1e999', '-1e400', '1e-999', '0.12345678901234567890123', '9007199254740993.5', '1611276388.1234567890123456'])(
    'finds %s, which is not an integer',
    (number) => {
      expect(unsafeNumberIn(utf8(`[${number}]`), 0, number.length + 2, `[${number}]`)).toEqual({ code: 'UNSAFE_NUMBER', at: 1 })
    },
  )

  it('finds the first, after strings that look like one', () => {
    expect(at('{"a":"9007199254740993","ä":9007199254740993,"b":12345678901234567890}')).toBe(29)
  })

  it('looks at its segment alone', () => {
    const json = '9007199254740993,9007199254740993,'
    expect(unsafeNumberIn(utf8(json), 17, 33, json.slice(17, 33))?.at).toBe(17)
    expect(unsafeNumberIn(utf8(json), 18, 33, json.slice(18, 33))).toBeUndefined()
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
    expect(at(`0.${'7'.repeat(1_000_000)}`)).toBe(0)
  })
})
