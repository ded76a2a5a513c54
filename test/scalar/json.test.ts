import { expect, it } from 'vitest'
import { parseJson } from '../../src/scalar/json.js'

it('parses, or answers that it cannot', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ value: { a: [1] } })
  expect(parseJson('null')).toEqual({ value: null })
  expect(parseJson('{a:1}')).toBeUndefined()
  expect(parseJson('')).toBeUndefined()
})
