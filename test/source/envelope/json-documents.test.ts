import { expect, it } from 'vitest'
import { jsonDocumentsIn } from '../../../src/source/envelope/json-documents.js'

const values = (content: string): unknown => [...(jsonDocumentsIn(content) ?? [])].map(({ value }) => value)

it.each([
  ['{}{}', [{}, {}]],
  ['{"a":"}"}\t[1]\n"x""y"', [{ a: '}' }, [1], 'x', 'y']],
  ['\uFEFF{"a":"\\"{"}', [{ a: '"{' }]],
  ['[\n1\n]\n[\n2\n]\n', [[1], [2]]],
])('finds the documents of %j', (content, expected) => {
  expect(values(content)).toEqual(expected)
})

it('returns the offset of each', () => {
  expect([...(jsonDocumentsIn('{} []') ?? [])]).toEqual([
    { value: {}, at: 0, end: 3 },
    { value: [], at: 3, end: 5 },
  ])
})

it.each(['', ' ', '{', '{}}', '{},{}', '5', '{} x', '{"a":}', '"open', '[}'])('returns nothing if any part is not JSON: %j', (content) => {
  expect(jsonDocumentsIn(content)).toBeUndefined()
})
