import { expect, it } from 'vitest'
import { jsonDocumentsIn } from '../../../src/source/envelope/json-documents.js'

const values = (text: string): unknown => jsonDocumentsIn(text)?.map(({ value }) => value)

it.each([
  ['{}{}', [{}, {}]],
  ['{"a":"}"}\t[1]\n"x""y"', [{ a: '}' }, [1], 'x', 'y']],
  ['\uFEFF{"a":"\\"{"}', [{ a: '"{' }]],
  ['[\n1\n]\n[\n2\n]\n', [[1], [2]]],
])('finds the documents of %j', (text, expected) => {
  expect(values(text)).toEqual(expected)
})

it('returns the offset of each', () => {
  expect(jsonDocumentsIn('{} []')).toEqual([
    { value: {}, at: 0 },
    { value: [], at: 3 },
  ])
})

it.each(['', ' ', '{', '{}}', '{},{}', '5', '{} x', '{"a":}', '"open', '[}'])('returns nothing if any part is not JSON: %j', (text) => {
  expect(jsonDocumentsIn(text)).toBeUndefined()
})
