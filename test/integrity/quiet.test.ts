import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { named, nullable, nullableString, quiet, shape, string } from '../../src/integrity/quiet.js'
import { Count } from '../../src/scalar/count.js'

const codec = quiet(t.type({ name: string, size: Count, list: t.readonlyArray(nullableString) }, 'Example'))

it('keeps the value it was given', () => {
  const value = { name: 'a', size: 1, list: ['b', null], more: true }
  expect(codec.decode(value)).toEqual({ _tag: 'Right', right: value })
  expect(codec.encode(value)).toBe(value)
})

it('says what is wrong without a value', () => {
  const decoded = codec.decode({ name: 5, size: -1, list: ['x', 7] })
  expect(decoded._tag === 'Left' && decoded.left.map(({ message }) => message)).toEqual([
    'name: expected a string, received a number',
    'size: expected a whole number, received a number',
    'list[1]: expected a string or null, received a number',
  ])
  expect(
    decoded._tag === 'Left' &&
      decoded.left.every(({ value, context }) => value === undefined && context.every(({ actual }) => actual === undefined)),
  ).toBe(true)
})

it('has the parts of io-ts’s codecs, and says so of members that may be missing', () => {
  const pair = shape<object>('Pair', { one: named('a name', t.string) }, { other: nullable(t.number) })
  expect(pair).toMatchObject({ _tag: 'InterfaceType', props: { one: { _tag: 'StringType' }, other: { _tag: 'UnionType' } } })
  expect([{ one: 'a' }, { one: 'a', other: null }, { one: 'a', other: 'b' }, { other: 1 }].map(pair.is)).toEqual([true, true, false, false])
  expect(quiet(pair)).toMatchObject({ _tag: 'InterfaceType' })
  expect(nullableString.name).toBe('a string or null')
})
