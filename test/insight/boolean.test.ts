import { expect, it } from 'vitest'
import { parseBoolean } from '../../src/insight/boolean.js'

it.each<readonly [unknown, boolean | undefined]>([
  [true, true],
  ['true', true],
  ['True', true],
  [false, false],
  ['false', false],
  ['FALSE', false],
  ['falsehood', undefined],
  ['', undefined],
  ['1', undefined],
  [1, undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
])('parses %j as %s', (value, boolean) => {
  expect(parseBoolean(value)).toBe(boolean)
})
