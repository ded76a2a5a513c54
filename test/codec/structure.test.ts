import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { isObject, optNumber, optString } from '../../src/codec/check.js'
import { extension, fieldsOf, noMembers, structure } from '../../src/codec/structure.js'

interface Point {
  readonly name?: string | null
  readonly x?: number | null
}

const Point = structure<Point>('Point', (u) => isObject(u) && optString(u.name) && optNumber(u.x), 'name,x.s;n')
const Place = extension<Point & { readonly city?: string | null }>('Place', Point, (u) => optString(u.city))
const Nothing = noMembers<Readonly<Record<string, unknown>>>('Nothing')

describe('a structure', () => {
  it('is', () => {
    expect(Point.is({ name: 'a', x: 1, unknown: [] })).toBe(true)
    expect(Point.is({})).toBe(true)
    expect(Point.is({ name: null })).toBe(true)
    expect(Point.is({ x: 'a' })).toBe(false)
    expect(Point.is([])).toBe(false)
    expect(Point.is(null)).toBe(false)
  })

  it('decodes to the very value, unknown members included', () => {
    const value = { name: 'a', unknown: 1 }
    const decoded = Point.decode(value)
    expect(decoded._tag === 'Right' && decoded.right).toBe(value)
  })

  it('encodes to the very value', () => {
    const value = { name: 'a' }
    expect(Point.encode(value)).toBe(value)
  })

  it('rejects with a message and without the value', () => {
    const decoded = Point.decode({ name: 5, x: 'secret' })
    expect(decoded._tag === 'Left' && decoded.left.map((e) => [e.value, e.message])).toEqual([
      [undefined, 'name: expected a string, received a number'],
      [undefined, 'x: expected a number, received a string'],
    ])
  })

  it('has its name, and its fields in order', () => {
    expect(Point.name).toBe('Point')
    expect(Point.fields.map(({ name, requiredByApi }) => [name, requiredByApi])).toEqual([
      ['name', true],
      ['x', false],
    ])
    expect(Point.fields).toBe(Point.fields)
  })
})

describe('an extension', () => {
  it('has the members of both', () => {
    expect(Place.fields.map(({ name }) => name)).toEqual(['name', 'x', 'city'])
    expect(Place.is({ name: 'a', city: 'b' })).toBe(true)
    expect(Place.is({ name: 1, city: 'b' })).toBe(false)
    expect(Place.is({ name: 'a', city: 1 })).toBe(false)
  })

  it('lets its own members win', () => {
    const Named = extension('Named', Point, (u) => optNumber(u.name), 'name.n')
    expect(Named.fields.map(({ name, shape }) => [name, shape.kind])).toEqual([
      ['x', 'number'],
      ['name', 'number'],
    ])
  })
})

describe('a structure without members', () => {
  it('is any object', () => {
    expect(Nothing.is({ a: 1 })).toBe(true)
    expect(Nothing.is(5)).toBe(false)
    expect(Nothing.is([])).toBe(false)
  })
})

describe('fieldsOf', () => {
  it('is empty for codecs of others', () => {
    expect(fieldsOf(t.string)).toEqual([])
    expect(fieldsOf(Point)).toHaveLength(2)
  })
})
