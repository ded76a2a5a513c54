import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonSyntax, LIST, OBJECT } from '../../src/source/json-syntax.js'
import { utf8, verdictOf } from '../support/logs.js'
import { describeShared, sharedBytes, sharedFiles } from '../support/shared.js'

/** Whether bytes are one item of a list, read in pieces of this length. */
function isItem(bytes: Uint8Array, piece: number): boolean {
  const syntax = new JsonSyntax()
  const whole = Uint8Array.from([0x5b, ...bytes, 0x5d])
  for (let at = 0; at < whole.length; ) {
    const to = Math.min(at + piece, whole.length)
    at = syntax.read(whole, at, to, 0)
    if (syntax.isDone) return at === whole.length
    if (syntax.isFaulty) return false
  }
  return false
}

const accepted = (bytes: Uint8Array): boolean => verdictOf(`[${new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)}]`) !== undefined

describe('the grammar', () => {
  it('is that of JSON.parse, wherever reading stops', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\\u00',
      'a0',
      '"x"',
      '1',
      '-',
      '0',
      '.5',
      'e',
      '+',
      'true',
      'null',
      ' ',
      '\n',
      'ä',
    )
    const content = fc.oneof(
      fc.array(token, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.tuple(fc.jsonValue(), fc.nat(), token).map(([value, at, part]) => {
        const json = JSON.stringify(value)
        return json.slice(0, at % json.length) + part + json.slice(at % json.length)
      }),
    )
    fc.assert(
      fc.property(content, fc.integer({ min: 1, max: 9 }), (string, piece) => {
        const bytes = utf8(string)
        expect([string, isItem(bytes, piece)]).toEqual([string, accepted(bytes)])
      }),
      { numRuns: 3000 },
    )
  })

  it('nests without recursion', () => {
    const deep = new Uint8Array(2_000_000).fill(0x5b, 0, 1_000_000).fill(0x5d, 1_000_000)
    const syntax = new JsonSyntax()
    expect([syntax.read(deep, 0, deep.length, 0), syntax.isDone]).toEqual([2_000_000, true])
  })
})

describeShared('JSONTestSuite', () => {
  it('gets the verdicts of JSON.parse', () => {
    for (const folder of ['test_parsing', 'test_transform']) {
      for (const file of sharedFiles(`vectors/json-test-suite/${folder}`)) {
        const bytes = sharedBytes(`vectors/json-test-suite/${folder}/${file}`)
        if (bytes.length < 10_000) expect([file, isItem(bytes, 7)]).toEqual([file, accepted(bytes)])
      }
    }
  })
})

it('says where a fault is, what is open there, and where the last string begins', () => {
  const inflated = utf8('{"a":[{"b:"c"}]}')
  const syntax = new JsonSyntax()
  expect(syntax.read(inflated, 0, inflated.length, 100)).toBe(11)
  expect([syntax.isFaulty, syntax.openCount, syntax.lastString, syntax.isFaultInString]).toEqual([true, 3, 107, false])
  const inString = new JsonSyntax()
  expect([inString.read(utf8('"a\nb"'), 0, 5, 0), inString.isFaultInString]).toEqual([2, true])
})

it('may begin inside of lists and objects, and stop before members', () => {
  const rest = utf8('{"a":1},{"b":2}],"x":{}} {')
  const inside = new JsonSyntax([OBJECT, LIST])
  expect([inside.read(rest, 0, rest.length, 0), inside.isDone]).toEqual([24, true])
  const members = new JsonSyntax([], true)
  const inflated = utf8('{"a":{"b":1},"c":[2]}')
  const first = members.read(inflated, 0, inflated.length, 0)
  expect([first, members.isAtMember, members.lastString]).toEqual([5, true, 1])
  const second = members.read(inflated, first, inflated.length, 0)
  expect([second, members.isAtMember, members.lastString]).toEqual([17, true, 13])
  members.skipValue()
  expect([members.read(inflated, 20, inflated.length, 0), members.isDone]).toEqual([21, true])
})
