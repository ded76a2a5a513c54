import { expect, it } from 'vitest'
import { present } from '../../src/insight/present.js'

it('leaves out what is undefined, and nothing else', () => {
  expect(present({ a: 1, b: undefined, c: null, d: '', e: false })).toStrictEqual({ a: 1, c: null, d: '', e: false })
  expect(present({})).toStrictEqual({})
})
