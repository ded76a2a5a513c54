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
  expect([...csvRowsIn(content)]).toEqual(rows)
})
