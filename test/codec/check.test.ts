import { describe, expect, it } from 'vitest'
import {
  isBoolean,
  isBooleanOrString,
  isDocument,
  isList,
  isMap,
  isNumber,
  isNumberOrString,
  isObject,
  isString,
  opt,
  optBoolean,
  optBooleanOrString,
  optList,
  optMap,
  optNumber,
  optNumberOrString,
  optString,
} from '../../src/codec/check.js'

const values = { string: 'a', number: 1, boolean: true, list: [], object: {}, null: null, undefined: undefined }

/** The kinds of values that a check accepts. */
const accepted = (check: (v: unknown) => boolean): ReadonlyArray<string> =>
  Object.entries(values).flatMap(([kind, value]) => (check(value) ? [kind] : []))

describe('leaf checks', () => {
  it.each([
    [isString, ['string']],
    [isNumber, ['number']],
    [isBoolean, ['boolean']],
    [isNumberOrString, ['string', 'number']],
    [isBooleanOrString, ['string', 'boolean']],
    [isObject, ['object']],
    [isDocument, Object.keys(values)],
    [optString, ['string', 'null', 'undefined']],
    [optNumber, ['number', 'null', 'undefined']],
    [optBoolean, ['boolean', 'null', 'undefined']],
    [optNumberOrString, ['string', 'number', 'null', 'undefined']],
    [optBooleanOrString, ['string', 'boolean', 'null', 'undefined']],
  ])('%o accepts exactly its kinds', (check, kinds) => {
    expect(accepted(check)).toEqual(kinds)
  })
})

describe('lists and maps', () => {
  it('takes null items and refuses others that fail', () => {
    expect(isList(['a', null], isString)).toBe(true)
    expect(isList(['a', 1], isString)).toBe(false)
    expect(isList([undefined], isString)).toBe(false)
    expect(isList({ length: 0 }, isString)).toBe(false)
    expect(isMap({ a: 'a', b: null }, isString)).toBe(true)
    expect(isMap({ a: 1 }, isString)).toBe(false)
    expect(isMap([], isString)).toBe(false)
  })

  it('lets the optional ones be absent', () => {
    expect(optList(undefined, isString)).toBe(true)
    expect(optList('a', isString)).toBe(false)
    expect(optMap(null, isString)).toBe(true)
    expect(optMap('a', isString)).toBe(false)
    expect(opt(null, isObject)).toBe(true)
    expect(opt(1, isObject)).toBe(false)
  })

  it('looks at a map of own members alone, also one named __proto__', () => {
    const inherited = Object.create({ a: 1 }) as unknown
    expect(isMap(inherited, isString)).toBe(true)
    expect(isMap(JSON.parse('{"__proto__": 1}'), isString)).toBe(false)
    expect(isMap(JSON.parse('{"__proto__": "a"}'), isString)).toBe(true)
  })
})
