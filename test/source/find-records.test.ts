import { describe, expect, it } from 'vitest'
import { findRecords, type RecordSink } from '../../src/source/find-records.js'
import { END, ROW_LENGTH, START } from '../../src/source/item-rows.js'
import { itemScanner } from '../../src/source/scan-items.js'
import { TextWindow } from '../../src/source/text-window.js'
import { textOf, utf8 } from '../support/logs.js'
import { SCANNERS } from '../support/scanners.js'

/** The calls a sink receives for bytes that come in pieces, and the most bytes that were held. */
function callsInPieces(content: string, piece: number, limit: number): { readonly words: ReadonlyArray<string>; readonly most: number } {
  const bytes = utf8(content)
  const seen = SCANNERS.map(([, scanner]) => {
    const words: Array<string> = []
    const window = piece >= bytes.length ? TextWindow.whole(bytes) : new TextWindow()
    const part = (start: number, end: number): string => textOf(bytes.subarray(start, end))
    let most = 0
    const sink: RecordSink = {
      rows: (rows, count) => {
        for (let row = 0; row < count * ROW_LENGTH; row += ROW_LENGTH) words.push(part(rows[row + START] ?? 0, rows[row + END] ?? 0))
      },
      value: (start, end) => words.push(part(start, end)),
      damaged: (start, end) => words.push(`damaged: ${part(start, end)}`),
      unfinished: (start, end, isRecord) => words.push(`${isRecord ? 'record' : 'file'} unfinished: ${part(start, end)}`),
      broken: (start, end, expected) => words.push(`${expected}, not: ${part(start, end)}`),
      log: () => words.push('log'),
      large: () => undefined,
      flush: () => undefined,
      isFull: () => false,
    }
    const finding = findRecords(window, 0, limit, sink, scanner)
    for (let at = 0; finding.next().done !== true; at += piece) {
      window.append(bytes.subarray(at, at + piece))
      window.isEnd = at + piece >= bytes.length
      most = Math.max(most, window.bytes.length)
    }
    return { words, most }
  })
  const [first] = seen
  if (first === undefined) throw new Error('no scanner')
  for (const { words } of seen) expect(words).toEqual(first.words)
  return { words: first.words, most: Math.max(...seen.map(({ most }) => most)) }
}

/** The same for the whole, and for pieces of one byte and of seven. */
function callsFor(content: string, limit = 1000): ReadonlyArray<string> {
  const { words } = callsInPieces(content, Number.POSITIVE_INFINITY, limit)
  for (const piece of content.length < 2000 ? [1, 7] : [])
    expect([piece, callsInPieces(content, piece, limit).words]).toEqual([piece, words])
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
  ])('%j', (content) => {
    expect(callsFor(content)).toEqual(['log', '{"a":1}', '{"b":2}'])
  })

  it('has the records of all lists, and what is neither a list nor null is reported', () => {
    expect(callsFor('{"Records":[1,2],"Records":[3]}')).toEqual(['log', '1', '2', 'log', '3'])
    expect(callsFor('{"Records":[1,2],"\\u0052ecords":[3],"x":4}')).toEqual(['log', '1', '2', 'log', '3'])
    expect(callsFor('{"Records":null,"Records":[1,2],"Records":null}')).toEqual(['log', '1', '2'])
    expect(callsFor('{"Records":[1,2],"Records":3}')).toEqual(['log', '1', '2', 'a list Records, not: '])
    expect(callsFor('{"Records":{"Records":[3]},"Records":[1]}')).toEqual(['log', '1', 'a list Records, not: '])
    expect(callsFor('{"Records":3}')).toEqual(['{"Records":3}'])
  })

  it('may be empty', () => {
    expect(callsFor('{"Records":[]}')).toEqual(['log'])
    expect(callsFor('{"Records":[ \n ]}')).toEqual(['log'])
  })

  it('may be one of several', () => {
    expect(callsFor('{"Records":[1]}\n{"Records":[2]}\n')).toEqual(['log', '1', 'log', '2'])
    expect(callsFor('{\n"Records":[1]\n}\n{\n"Records":[2]\n}')).toEqual(['log', '1', 'log', '2'])
    expect(callsFor('{"Records":[1]}{"Records":[2]}')).toEqual(['log', '1', 'log', '2'])
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
  ])('%j', (content, words) => {
    expect(callsFor(content)).toEqual(words)
  })
})

describe('damage within a record', () => {
  it.each([
    ['{"Records":[{"a":1},nope,{"b":2}]}', ['log', '{"a":1}', 'damaged: nope', '{"b":2}']],
    ['{"Records":[{"a":1},{"x" 1,},{"b":2}]}', ['log', '{"a":1}', '{"x" 1,}', '{"b":2}']],
    ['{"Records":[{"a":1} {"x":1},{"b":2}]}', ['log', '{"a":1}', 'a comma or ], not: ', '{"x":1}', '{"b":2}']],
    ['{"Records":[{"a":1},{"x":"\n"},{"b":2}]}', ['log', '{"a":1}', '{"x":"\n"}', '{"b":2}']],
    ['{"Records":[{"a":1},[ ,{"b":2}]}', ['log', '{"a":1}', 'damaged: [ ', '{"b":2}']],
    ['{"Records":[{"a":1},[1},{"b":2}]}', ['log', '{"a":1}', 'damaged: [1}', '{"b":2}']],
    ['{"Records":[{"a":1},,{"b":2}]}', ['log', '{"a":1}', 'damaged: ', '{"b":2}']],
    ['{"Records":[,{"b":2}]}', ['log', 'damaged: ', '{"b":2}']],
    ['{"Records":[{"a":1},]}', ['log', '{"a":1}', 'damaged: ']],
    ['{"Records":[{"a":1},{"x":"},{"b":2}]}', ['log', '{"a":1}', 'damaged: {"x":"}', '{"b":2}']],
    ['{"Records":[{"a":1},{"x":[,{"b":2}]}', ['log', '{"a":1}', 'damaged: {"x":[', '{"b":2}']],
    ['{"Records":[{"a":1},{"x":1}},{"b":2}]}', ['log', '{"a":1}', '{"x":1}', 'a comma or ], not: }', '{"b":2}']],
    ['{"Records":[{"a":1},["x"]],{"b":2}]}', ['log', '{"a":1}', '["x"]', 'a member, not: ', 'log', '{"b":2}']],
    [
      '{"Records":[{"a":1},["x"]],{"b":2},{"c":"longer than what is before it"},{"d":4}]}',
      ['log', '{"a":1}', '["x"]', 'a member, not: ', 'log', '{"b":2}', '{"c":"longer than what is before it"}', '{"d":4}'],
    ],
    ['{"Records":[{"a":1},{"b":{"c":1},{"d":2},{"e":3}]}', ['log', '{"a":1}', 'damaged: {"b":{"c":1}', '{"d":2}', '{"e":3}']],
    ['{"Records":[{"a":1},"b":2},{"d":2}]}', ['log', '{"a":1}', '"b"', 'a comma or ], not: :2}', '{"d":2}']],
    ['{"Records":[{"a":1},{"b":"x},{"c":"y"},{"d":2}]}', ['log', '{"a":1}', 'damaged: {"b":"x}', '{"c":"y"}', '{"d":2}']],
  ])('%j', (content, words) => {
    expect(callsFor(content)).toEqual(words)
  })
})

describe('damage on a line', () => {
  it.each([
    ['{"a":1}\n{"x":"\n{"b":2}\n', ['{"a":1}', 'damaged: {"x":"', '{"b":2}']],
    ['{"a":1}\n{"x":{\n{"b":2}\n', ['{"a":1}', 'damaged: {"x":{', '{"b":2}']],
    ['{"a":1}\njunk "\n{"b":2}\n', ['{"a":1}', 'an object or a list, not: junk "', '{"b":2}']],
    ['{"a":1}\n{"b":2} junk\n{"c":3}', ['{"a":1}', '{"b":2}', 'an object or a list, not: junk', '{"c":3}']],
    ['{"x":"\n{"a":1}\n{"b":2}\n', ['damaged: {"x":"', '{"a":1}', '{"b":2}']],
    ['{"x":[\n{"a":1}\n', ['damaged: {"x":[', '{"a":1}']],
    ['{ \n{"a":1}\n', ['damaged: { ', '{"a":1}']],
    ['{"a":1}\n{"Records":[{"b":1},{"c":"},{"d":1}]}\n{"e":1}', ['{"a":1}', 'log', '{"b":1}', 'damaged: {"c":"}', '{"d":1}', '{"e":1}']],
  ])('%j', (content, words) => {
    expect(callsFor(content)).toEqual(words)
  })
})

describe('what stands around the records', () => {
  it.each([
    ['{"Records":[{"a":1}],"x":tru}', ['log', '{"a":1}', 'a member, not: }']],
    [
      '{"x":tru,"Records":[{"a":1},{"b":2}],"y":1}',
      ['a list Records, not: {"x":tru,"Records":[', 'log', '{"a":1}', '{"b":2}', 'an object or a list, not: ,"y":1}'],
    ],
    ['{"Records":[{"a":1}] 5,"x":1}', ['log', '{"a":1}', 'a member, not: 5,"x":1}']],
    ['{"Records":[{"a":1}],}', ['log', '{"a":1}', 'a member, not: }']],
    ['{"Records":[{"a":1}]}]', ['log', '{"a":1}', 'an object or a list, not: ]']],
    ['{"Records":[{"a":1}]} junk\n', ['log', '{"a":1}', 'an object or a list, not: junk']],
    ['{"Records":[{"a":1}]]', ['log', '{"a":1}', 'a member, not: ]']],
    ['{"Records:[{"a":1},{"b":2}]}', ['a list Records, not: {"Records:[', 'log', '{"a":1}', '{"b":2}']],
    ['{"Records":{"a":1},{"b":2}]}', ['a list Records, not: {"Records":{"a":1},', 'log', '{"b":2}']],
    ['{"a":1},{"b":2},{"c":3}]', ['{"a":1}', 'an object or a list, not: ', '{"b":2}', '{"c":3}']],
  ])('%j', (content, words) => {
    expect(callsFor(content)).toEqual(words)
  })
})

describe('a file that is cut', () => {
  it.each([
    ['{"Records":[{"a":1},{"b":2}', ['log', '{"a":1}', '{"b":2}', 'file unfinished: ']],
    ['{"Records":[{"a":1},{"b":2', ['log', '{"a":1}', 'record unfinished: {"b":2']],
    ['{"Records":[{"a":1},', ['log', '{"a":1}', 'file unfinished: ']],
    ['{"Records":[12', ['log', 'record unfinished: 12']],
    ['{"Records":[', ['log', 'file unfinished: ']],
    ['{"Records":[{"a":1}]', ['log', '{"a":1}', 'file unfinished: ']],
    ['{"Records":[{"a":1}],"x":[', ['log', '{"a":1}', 'file unfinished: "x":[']],
    ['{"Records":', ['record unfinished: {"Records":']],
    ['{"a":1', ['record unfinished: {"a":1']],
    ['{', ['record unfinished: {']],
    ['[{"a":1}', ['{"a":1}', 'file unfinished: ']],
    ['{"a":1}\n{"b":', ['{"a":1}', 'record unfinished: {"b":']],
  ])('%j', (content, words) => {
    expect(callsFor(content)).toEqual(words)
  })
})

describe('a value that is too large', () => {
  const pad = 'x'.repeat(1_000_000)

  it.each([
    ['in a list', `[{"a":1},{"pad":["${pad}","${pad}"]},{"b":2}]`],
    ['in a log', `{"Records":[{"pad":["${pad}","${pad}"]},{"b":2}]}`],
    ['beside the records', `{"x":"${pad}${pad}","Records":[{"a":1}],"y":"${pad}${pad}"}`],
    ['alone', `{"pad":"${pad}${pad}"}`],
  ])('%s is not held', (_, content) => {
    const { words, most } = callsInPieces(content, 50_000, 300_000)
    expect(words).toEqual(callsFor(content))
    expect(most).toBeLessThan(400_000)
  })
})

it('takes as long for many values as they have bytes', () => {
  const records = callsFor('{}'.repeat(100_000)).filter((word) => word === '{}')
  expect(records.length).toBe(100_000)
})

it('begins no scan for rows at a value that is not an object', () => {
  const scanner = itemScanner()
  let scans = 0
  const counting = {
    rows: scanner.rows,
    scan: (...args: Parameters<typeof scanner.scan>) => {
      scans++
      return scanner.scan(...args)
    },
  }
  const nothing = (): undefined => undefined
  const sink: RecordSink = {
    rows: nothing,
    value: nothing,
    damaged: nothing,
    unfinished: nothing,
    broken: nothing,
    log: nothing,
    large: nothing,
    flush: nothing,
    isFull: () => false,
  }
  for (const _ of findRecords(TextWindow.whole(utf8(`[${'1,"a",[],'.repeat(1000)}1]`)), 0, 1000, sink, counting));
  expect(scans).toBeLessThan(2)
})
