import { expect, it } from 'vitest'
import { csvRowsIn } from '../../../src/source/envelope/csv.js'

it.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a","b ""c"", d"\n"line\nbreak",',
    [
      ['a', 'b "c", d'],
      ['line\nbreak', ''],
    ],
  ],
  ['\uFEFFa\n\n"1"x,2', [['a'], ['1', '2']]],
  ['a,"never closed\n1,2', [['a', 'never closed\n1,2']]],
  ['', []],
])('reads the rows of %j', (content, rows) => {
  expect([...csvRowsIn(content)].map(({ fields }) => fields)).toEqual(rows)
})

it.each(['a,b\n', 'a,b\r\n', '"a"\n'])('knows that a line break ends the last row of %j', (content) => {
  expect([...csvRowsIn(content)].at(-1)?.isEnded).toBe(true)
})

it.each(['a,b', 'a,', '"a"', '"a', 'a\n"b\n'])('knows that none ends the last row of %j', (content) => {
  expect([...csvRowsIn(content)].at(-1)?.isEnded).toBe(false)
})
