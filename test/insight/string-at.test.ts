import { expect, it } from 'vitest'
import { stringAt } from '../../src/insight/string-at.js'

it.each<readonly [unknown, ReadonlyArray<string>, string | undefined]>([
  [{ a: { b: 'text' } }, ['a', 'b'], 'text'],
  ['text', [], 'text'],
  [{ a: '' }, ['a'], undefined],
  [{ a: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, ['a'], undefined],
  [{ a: '***' }, ['a'], undefined],
  [{ a: '*' }, ['a'], '*'],
  [{ a: 5 }, ['a'], undefined],
  [{ a: null }, ['a', 'b'], undefined],
  [{ a: ['text'] }, ['a', '0'], undefined],
  [{}, ['constructor', 'name'], undefined],
  [undefined, ['a'], undefined],
  ['text', ['length'], undefined],
])('%j at %j is %j', (value, path, content) => {
  expect(stringAt(value, ...path)).toBe(content)
})
