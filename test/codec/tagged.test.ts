import { describe, expect, it } from 'vitest'
import { isObject, optNumber, optString } from '../../src/codec/check.js'
import { structure } from '../../src/codec/structure.js'
import { tagged, untagged } from '../../src/codec/tagged.js'

interface Circle {
  readonly kind: 'circle'
  readonly radius?: number | null
}

const Circle = structure<Circle>(
  'Circle',
  (u) => isObject(u) && u.kind === 'circle' && optNumber(u.radius),
  'kind,radius.0!n',
  () => ['circle'],
)
const Any = structure<{ readonly kind?: string | null }>('Any', (u) => isObject(u) && optString(u.kind))
const Figure = tagged<Circle>('Figure', 'kind', () => [['circle', Circle]], 'a known figure')
const Open = untagged<{ readonly kind?: string | null }>('Open', Any, 'kind', () => new Set(['circle']), 'no known figure')

const messages = (codec: typeof Figure | typeof Open, value: unknown): ReadonlyArray<string | undefined> => {
  const decoded = codec.decode(value)
  return decoded._tag === 'Right' ? [] : decoded.left.map((error) => error.message)
}

describe('a tagged union', () => {
  it('looks the member up and gives the very value', () => {
    const circle = { kind: 'circle', radius: 1 }
    expect(Figure.is(circle)).toBe(true)
    expect(Figure.decode(circle)).toEqual({ _tag: 'Right', right: circle })
    expect(Figure.encode(circle as Circle)).toBe(circle)
  })

  it.each([
    [{ kind: 'circle', radius: 'a' }, 'radius: expected a number, received a string'],
    [{ kind: 'square' }, 'kind: expected a known figure, received another string'],
    [{ kind: 1 }, 'kind: expected a known figure, received a number'],
    [{ kind: '__proto__' }, 'kind: expected a known figure, received another string'],
    [{}, 'kind: expected a known figure, received nothing'],
    ['circle', 'expected an object, received a string'],
    [null, 'expected an object, received null'],
  ])('rejects %j', (value, message) => {
    expect(Figure.is(value)).toBe(false)
    expect(messages(Figure, value)).toEqual([message])
  })
})

describe('the open end of a tagged union', () => {
  it.each([{}, { kind: null }, { kind: 'square' }])('takes %j', (value) => {
    expect(Open.is(value)).toBe(true)
    expect(messages(Open, value)).toEqual([])
  })

  it.each([
    [{ kind: 'circle' }, 'kind: expected no known figure, received another string'],
    [{ kind: 5 }, 'kind: expected a string, received a number'],
    [[], 'expected an object, received a list'],
  ])('rejects %j', (value, message) => {
    expect(Open.is(value)).toBe(false)
    expect(messages(Open, value)).toEqual([message])
  })
})
