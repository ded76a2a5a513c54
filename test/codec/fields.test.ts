import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { type Check, isDocument, isObject, type Members, optMap, optNumber, optString } from '../../src/codec/check.js'
import { type Field, namesIn, none, type References, readFields as read } from '../../src/codec/fields.js'
import { STRUCTURES } from '../support/codecs.js'

const readFields = (packed: string, references: References, check: Check = isDocument) => read(packed, references, check)

describe('readFields', () => {
  it('reads leaves', () => {
    const kinds = readFields('a,b,c,d,e,f,g,h.snbtNBdx', none).map(({ name, shape }) => [name, shape.kind])
    expect(kinds).toEqual([
      ['a', 'string'],
      ['b', 'number'],
      ['c', 'boolean'],
      ['d', 'timestamp'],
      ['e', 'number or string'],
      ['f', 'boolean or string'],
      ['g', 'document'],
      ['h', 'absent'],
    ])
  })

  it('reads lists, maps, references and literals', () => {
    const [list, map, codec, literal, nested] = readFields('l,m,c,t,n.[s{n01![{0', () => [t.string, 'glue'])
    expect(list?.shape).toEqual({ kind: 'list', sensitive: false, item: { kind: 'string', sensitive: false } })
    expect(map?.shape).toEqual({ kind: 'map', sensitive: false, item: { kind: 'number', sensitive: false } })
    expect(codec?.shape).toEqual({ kind: 'structure', sensitive: false, codec: t.string })
    expect(literal).toEqual({
      name: 't',
      mustBeThere: true,
      requiredByApi: false,
      shape: { kind: 'literal', value: 'glue', sensitive: false },
    })
    expect(nested?.shape).toMatchObject({ kind: 'list', item: { kind: 'map', item: { kind: 'structure' } } })
  })

  it('knows what is sensitive, of members and of items', () => {
    const [secret, map, list] = readFields('s,m,l.*s*{s[*s', none)
    expect(secret?.shape).toEqual({ kind: 'string', sensitive: true })
    expect(map?.shape).toMatchObject({ kind: 'map', sensitive: true, item: { sensitive: false } })
    expect(list?.shape).toMatchObject({ kind: 'list', sensitive: false, item: { sensitive: true } })
  })

  it('distinguishes members the API requires from others', () => {
    const required = (packed: string): ReadonlyArray<boolean> => readFields(packed, none).map((field) => field.requiredByApi)
    expect(required('a,b,c.ss;')).toEqual([true, true, false])
    expect(required('~a.s;')).toEqual([true])
    expect(required('a,b.')).toEqual([false, false])
  })

  it('takes names from the check where the list has types alone', () => {
    const check: Check = (u) =>
      isObject(u) && optString(u.jobName) && optNumber(u.timeout) && (optMap(u.arguments, isDocument) || u.arguments === '***')
    const fields = readFields('.s;n*{d', none, check)
    expect(fields.map(({ name, shape, requiredByApi }) => [name, shape.kind, requiredByApi])).toEqual([
      ['jobName', 'string', true],
      ['timeout', 'number', false],
      ['arguments', 'map', false],
    ])
  })

  it('takes members after the last type for strings', () => {
    const check: Check = (u) => isObject(u) && optNumber(u.a) && optString(u.b) && optString(u.c)
    const kinds = (list: string) => readFields(list, none, check).map(({ shape, requiredByApi }) => [shape.kind, requiredByApi])
    expect(kinds('.n')).toEqual([
      ['number', false],
      ['string', false],
      ['string', false],
    ])
    expect(kinds('.ns;')).toEqual([
      ['number', true],
      ['string', true],
      ['string', false],
    ])
    expect(kinds('.').map(([kind]) => kind)).toEqual(['string', 'string', 'string'])
  })

  it('reads references above 9 in parentheses', () => {
    const check: Check = (u) => isObject(u) && optString(u.a) && optString(u.b) && optString(u.c)
    const codecs = Array.from({ length: 12 }, (_, i) => `literal ${i}`)
    expect(readFields('.1(11)[(10)', () => codecs, check).map(({ shape }) => shape)).toMatchObject([
      { value: 'literal 1' },
      { value: 'literal 11' },
      { kind: 'list', item: { value: 'literal 10' } },
    ])
  })

  it.each([
    ['an arrow', (u: Members) => optString(u.a) && (optMap(u.b, isDocument) || u.b === '***') && optNumber(u.c)],
    [
      'a function',
      function check(u: Members) {
        return optString(u.a) && optString(u.b) && optNumber(u.c)
      },
    ],
    // What a minifier makes of it.
    ['minified code', Object.assign(() => true, { toString: () => 'e=>t(e)&&a(e.a)&&(n(e.b,o.is)||h(e.b))&&l(e.c)' })],
    ['a parameter like no other', Object.assign(() => true, { toString: () => '$=>t($)&&a($.a)&&n($.b,e.is)&&l($.c)' })],
  ])('reads names out of %s', (_, check) => {
    expect(readFields('.s{dn', none, check as Check).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('refuses more types than names', () => {
    expect(() => readFields('.ss', none, (u) => isObject(u) && optString(u.a))).toThrow('field list: more types than names')
  })

  it('refuses a reference to nothing', () => {
    expect(() => readFields('a.3', none)).toThrow('field list: nothing at reference 3')
  })
})

describe('namesIn', () => {
  const check: Check = (u) =>
    isObject(u) && optString(u.jobName) && optNumber(u.timeout) && (optMap(u.arguments, isDocument) || u.arguments === '***')

  it.each(['function check() { [native code] }', 'function check() { [bytecode] }', ''])(
    'reads the names without a source, given %j',
    (source) => {
      expect(namesIn(check, source)).toEqual(['jobName', 'timeout', 'arguments'])
    },
  )

  it('finds the same names of all structures with and without sources', () => {
    const lists = STRUCTURES.map((codec) => (codec as unknown as { readonly read: () => ReadonlyArray<Field> }).read)
    const names = (): ReadonlyArray<unknown> => lists.map((read) => read().map(({ name }) => name))
    const expected = names()
    const native = Function.prototype.toString
    Function.prototype.toString = () => 'function () { [native code] }'
    try {
      expect(names()).toEqual(expected)
    } finally {
      Function.prototype.toString = native
    }
  })
})
