import { describe, expect, it } from 'vitest'
import { findRecords, type RecordSink } from '../../src/source/find-records.js'
import { END, ROW_LENGTH, type Scanner, START } from '../../src/source/item-rows.js'
import { textOf, utf8 } from '../support/logs.js'
import { inSteps, LEAST_STEP, SCANNERS } from '../support/scanners.js'

/** What a sink is told of a text, in words; a place as the text that stands there. Whatever scans, it is the same. */
function told(text: string, limit = 1000): ReadonlyArray<string> {
  const [words = [], ...others] = SCANNERS.flatMap(([, scanner]) => [scanner, inSteps(scanner, LEAST_STEP)]).map((scanner) =>
    toldBy(scanner, text, limit),
  )
  for (const other of others) expect(other).toEqual(words)
  return words
}

function toldBy(scanner: Scanner, text: string, limit: number): ReadonlyArray<string> {
  const bytes = utf8(text)
  const words: Array<string> = []
  const part = (start: number, end: number): string => textOf(bytes.subarray(start, end))
  const sink: RecordSink<number> = {
    place: (start, end) => words.push(part(start, end)),
    places: (rows, count) => {
      for (let row = 0; row < count * ROW_LENGTH; row += ROW_LENGTH) words.push(part(rows[row + START] ?? 0, rows[row + END] ?? 0))
    },
    unfinished: (start, end, isRecord) => words.push(`${isRecord ? 'record' : 'text'} unfinished: ${part(start, end)}`),
    broken: (start, end, expected, received = 'something else') => words.push(`${expected}, not ${received}: ${part(start, end)}`),
    log: () => words.push('log'),
    mark: () => words.length,
    rewind: (mark) => {
      words.length = mark
    },
  }
  findRecords(bytes, 0, limit, sink, scanner)
  return words
}

describe('a log file', () => {
  it.each([
    '{"Records":[{"a":1},{"b":2}]}',
    '{"Records":[{"a":1},{"b":2}]}\n',
    '\r\n{ "Records" : [ {"a":1} , {"b":2} ] }\r\n',
    '{"x":1,"y":"\\"Records\\":[5]","z":{"Records":[6]},"Records":[{"a":1},{"b":2}]}',
    '{"Records":[{"a":1},{"b":2}],"x":[7,[8]]}',
    '{"\\u0052ecords":[{"a":1},{"b":2}]}',
    '{\n  "Records": [\n    {"a":1},\n    {"b":2}\n  ]\n}\n',
    '{"Records":[\n{"a":1},\n{"b":2}\n]}',
    '{"Records":[\n{"a":1}\n,{"b":2}\n]}',
  ])('%j', (text) => {
    expect(told(text)).toEqual(['log', '{"a":1}', '{"b":2}'])
  })

  it('has the records of the last list, as JSON.parse has it', () => {
    expect(told('{"Records":[1,2],"Records":[3]}')).toEqual(['log', '3'])
    expect(told('{"Records":[1,2],"\\u0052ecords":[3],"x":4}')).toEqual(['log', '3'])
    expect(told('{"Records":[1,2],"Records":3}')).toEqual(['{"Records":[1,2],"Records":3}'])
    expect(told('{"Records":[1,2],"Records":{"Records":[3]}}')).toEqual(['{"Records":[1,2],"Records":{"Records":[3]}}'])
  })

  it('may be empty', () => {
    expect(told('{"Records":[]}')).toEqual(['log'])
    expect(told('{"Records":[ \n ]}')).toEqual(['log'])
  })

  it('may be one of several', () => {
    expect(told('{"Records":[1]}\n{"Records":[2]}\n')).toEqual(['log', '1', 'log', '2'])
    expect(told('{\n"Records":[1]\n}\n{\n"Records":[2]\n}')).toEqual(['log', '1', 'log', '2'])
    expect(told('{"Records":[1]}{"Records":[2]}')).toEqual(['log', '1', 'the end, or a new line, not another value: ', 'log', '2'])
  })
})

describe('records without a log', () => {
  it.each([
    ['{"a":1}', ['{"a":1}']],
    ['{\n  "a": 1\n}\n', ['{\n  "a": 1\n}']],
    ['[{"a":1},5,"x"]', ['{"a":1}', '5', '"x"']],
    ['[\n{"a":1},\n5\n]', ['{"a":1}', '5']],
    ['[]', []],
    ['{"a":1}\n{"b":2}', ['{"a":1}', '{"b":2}']],
    ['\n\n{"a":1}\r\n\r\n  {"b":2}  \r\n', ['{"a":1}', '{"b":2}']],
    ['{"a":1}\n[{"b":2},{"c":3}]\n', ['{"a":1}', '{"b":2}', '{"c":3}']],
    ['{\n"a":1\n}\n{\n"b":2\n}', ['{\n"a":1\n}', '{\n"b":2\n}']],
    ['{"\u2028":1}\n{"b":2}', ['{"\u2028":1}', '{"b":2}']],
  ])('%j', (text, words) => {
    expect(told(text)).toEqual(words)
  })
})

describe('damage within a record', () => {
  it.each([
    ['{"Records":[{"a":1},nope,{"b":2}]}', ['log', '{"a":1}', 'nope', '{"b":2}']],
    ['{"Records":[{"a":1},{"x" 1,},{"b":2}]}', ['log', '{"a":1}', '{"x" 1,}', '{"b":2}']],
    ['{"Records":[{"a":1} {"x":1},{"b":2}]}', ['log', '{"a":1} {"x":1}', '{"b":2}']],
    ['{"Records":[{"a":1},{"x":"\n"},{"b":2}]}', ['log', '{"a":1}', '{"x":"\n"}', '{"b":2}']],
    ['{"Records":[{"a":1},[1},{"b":2}]}', ['log', '{"a":1}', '[1}', '{"b":2}']],
    ['{"Records":[{"a":1},,{"b":2}]}', ['log', '{"a":1}', '', '{"b":2}']],
    ['{"Records":[,{"b":2}]}', ['log', '', '{"b":2}']],
    ['{"Records":[{"a":1},]}', ['log', '{"a":1}', '']],
  ])('%j leaves the others', (text, words) => {
    expect(told(text)).toEqual(words)
  })

  it('of which quotes or brackets do not come out even loses the rest, and says so', () => {
    expect(told('{"Records":[{"a":1},{"x":"},{"b":2}]}')).toEqual(['log', '{"a":1}', 'record unfinished: {"x":"},{"b":2}]}'])
    expect(told('{"Records":[{"a":1},{"x":[,{"b":2}]}')).toEqual(['log', '{"a":1}', '{"x":[,{"b":2}]}', 'text unfinished: '])
    expect(told('{"Records":[{"a":1},{"x":1}},{"b":2}]}')).toEqual([
      'log',
      '{"a":1}',
      '{"x":1}',
      'a comma or ], not something else: },{"b":2}]}',
    ])
    expect(told('{"Records":[{"a":1},["x"]],{"b":2}]}')).toEqual(['log', '{"a":1}', '["x"]', 'a comma or }, not something else: ]}'])
  })

  it('costs its line where records stand one a line', () => {
    const broken = (line: string): string => `record unfinished: ${line}`
    expect(told('{"a":1}\n{"x":"\n{"b":2}\n')).toEqual(['{"a":1}', broken('{"x":"'), '{"b":2}'])
    expect(told('{"a":1}\n{"x":{\n{"b":2}\n')).toEqual(['{"a":1}', broken('{"x":{'), '{"b":2}'])
    expect(told('{"a":1}\njunk "\n{"b":2}\n')).toEqual(['{"a":1}', 'an object or a list, not something else: junk "', '{"b":2}'])
    expect(told('{"a":1}\n{"b":2} junk\n{"c":3}')).toEqual([
      '{"a":1}',
      '{"b":2}',
      'an object or a list, not something else: junk',
      '{"c":3}',
    ])
    expect(told('{"x":"\n{"a":1}\n{"b":2}\n')).toEqual([broken('{"x":"'), '{"a":1}', '{"b":2}'])
    expect(told('{"x":[\n{"a":1}\n')).toEqual([broken('{"x":['), '{"a":1}'])
  })
})

describe('a text that is cut', () => {
  it('keeps what is whole', () => {
    expect(told('{"Records":[{"a":1},{"b":2}')).toEqual(['log', '{"a":1}', '{"b":2}', 'text unfinished: '])
    expect(told('{"Records":[{"a":1},{"b":2')).toEqual(['log', '{"a":1}', 'record unfinished: {"b":2'])
    expect(told('{"Records":[{"a":1},')).toEqual(['log', '{"a":1}', 'text unfinished: '])
    expect(told('{"Records":[12')).toEqual(['log', 'record unfinished: 12'])
    expect(told('{"Records":[')).toEqual(['log', 'text unfinished: '])
    expect(told('{"Records":[{"a":1}]')).toEqual(['log', '{"a":1}', 'text unfinished: '])
    expect(told('{"Records":[{"a":1}],"x":[')).toEqual(['log', '{"a":1}', 'text unfinished: "x":['])
    expect(told('{"Records":')).toEqual(['record unfinished: {"Records":'])
    expect(told('{"a":1')).toEqual(['record unfinished: {"a":1'])
    expect(told('{')).toEqual(['record unfinished: {'])
    expect(told('[{"a":1}')).toEqual(['{"a":1}', 'text unfinished: '])
    expect(told('{"a":1}\n{"b":')).toEqual(['{"a":1}', 'record unfinished: {"b":'])
  })
})

describe('what stands around the records', () => {
  it.each([
    ['{"Records":[1],"x":tru}', 'a member, not something else: "x":tru'],
    ['{"x" 5,"Records":[1]}', 'a member, not something else: "x" 5'],
    ['{"Records":[1] 5,"x":1}', 'a member, not something else: "Records":[1] 5'],
    ['{"Records":[1],}', 'a member, not something else: '],
    ['{"Records":[1],,"x":1}', 'a member, not something else: '],
    ['{"Records":[1]}]', 'an object or a list, not something else: ]'],
    ['{"Records":[1]} junk\n', 'an object or a list, not something else: junk\n'],
    ['{"Records":[1]]', 'a comma or }, not something else: ]'],
  ])('%j is checked', (text, word) => {
    expect(told(text)).toEqual(['log', '1', word])
  })

  it('is not checked where it is larger than a record may be', () => {
    expect(told('{"x":[1,2,nope],"Records":[1]}', 10)).toEqual(['log', '1'])
  })

  it('does not matter to the place of a record that stands alone', () => {
    expect(told('{"a":1]')).toEqual(['{"a":1]'])
    expect(told('{"a":nope}')).toEqual(['{"a":nope}'])
  })
})

it('takes as long for many values as they have bytes', () => {
  const places = told('{}'.repeat(100_000)).filter((word) => word === '{}')
  expect(places.length).toBe(100_000)
})
