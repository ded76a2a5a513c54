import { describe, expect, it } from 'vitest'
import { closingQuote, endOfSegment, mayBeObject, skipWhite, trimEnd } from '../../src/source/scan.js'
import { utf8 } from '../support/logs.js'

describe('endOfSegment', () => {
  it.each([
    ['1,2', 1],
    ['1]', 1],
    ['1}', 1],
    ['[1,{"a":[2]}],3', 13],
    ['"a,b]}",1', 7],
    ['"a\\",b",1', 7],
    ['"a\\\\",b', 5],
    ['{"}":"]"} ]', 10],
    ['"\u00e4\u2028\ud83d\ude00",', 11],
    [',', 0],
  ])('of %s ends at %i', (content, end) => {
    expect(endOfSegment(utf8(content), 0, utf8(content).length)).toBe(end)
  })

  it.each(['', '1', '"a"', '{}', '[[]]', '{}  '])('of %j ends with the bytes, between values', (content) => {
    expect(endOfSegment(utf8(content), 0, content.length)).toBe(content.length)
  })

  it.each(['"', '"a', '"a\\"', '"\\', '[', '[1,2', '{"a":"}"', '[{},'])('of %j does not end', (content) => {
    expect(endOfSegment(utf8(content), 0, content.length)).toBe(-1)
  })

  it('looks neither before `from` nor after `to`', () => {
    const bytes = utf8('[[1,"a,b",2]]')
    expect(endOfSegment(bytes, 2, 13)).toBe(3)
    expect(endOfSegment(bytes, 4, 9)).toBe(9)
    expect(endOfSegment(bytes, 4, 8)).toBe(-1)
  })

  it('counts ten million brackets without recursion', () => {
    const bytes = new Uint8Array(20_000_001)
    bytes.fill(0x5b, 0, 10_000_000)
    bytes.fill(0x5d, 10_000_000, 20_000_000)
    bytes[20_000_000] = 0x2c
    expect(endOfSegment(bytes, 0, bytes.length)).toBe(20_000_000)
  })
})

describe('closingQuote', () => {
  it('follows escapes', () => {
    expect(closingQuote(utf8('a"'), 0, 2)).toBe(1)
    expect(closingQuote(utf8('\\"\\\\"'), 0, 5)).toBe(4)
    expect(closingQuote(utf8('\\u0022"'), 0, 7)).toBe(6)
    expect(closingQuote(utf8('\\"'), 0, 2)).toBe(-1)
    expect(closingQuote(utf8('\\'), 0, 1)).toBe(-1)
  })
})

describe('white space', () => {
  it('is what JSON says it is', () => {
    const bytes = utf8(' \t\r\n1\u00a0\f ')
    expect(skipWhite(bytes, 0, bytes.length)).toBe(4)
    expect(skipWhite(bytes, 5, bytes.length)).toBe(5)
    expect(skipWhite(bytes, 0, 3)).toBe(3)
    expect(trimEnd(bytes, 0, bytes.length)).toBe(8)
    expect(trimEnd(bytes, 0, 4)).toBe(0)
    expect(trimEnd(bytes, 2, 4)).toBe(2)
  })
})

it('an object begins with its bracket, after white space, or with bytes that are yet to come', () => {
  expect([undefined, ...utf8('{ \n\t\r')].map(mayBeObject)).toEqual([true, true, true, true, true, true])
  expect([...utf8('[1"]},tn-')].map(mayBeObject)).not.toContain(true)
})
