import { describe, expect, it } from 'vitest'
import { closingQuote, endOfSegment, skipWhite, trimEnd } from '../../src/source/scan.js'
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
  ])('of %s ends at %i', (text, end) => {
    expect(endOfSegment(utf8(text), 0, utf8(text).length)).toBe(end)
  })

  it.each(['', '1', '"a"', '{}', '[[]]', '{}  '])('of %j ends with the text, between values', (text) => {
    expect(endOfSegment(utf8(text), 0, text.length)).toBe(text.length)
  })

  it.each(['"', '"a', '"a\\"', '"\\', '[', '[1,2', '{"a":"}"', '[{},'])('of %j does not end', (text) => {
    expect(endOfSegment(utf8(text), 0, text.length)).toBe(-1)
  })

  it('looks neither before `from` nor behind `to`', () => {
    const text = utf8('[[1,"a,b",2]]')
    expect(endOfSegment(text, 2, 13)).toBe(3)
    expect(endOfSegment(text, 4, 9)).toBe(9)
    expect(endOfSegment(text, 4, 8)).toBe(-1)
  })

  it('counts ten million brackets without recursion', () => {
    const text = new Uint8Array(20_000_001)
    text.fill(0x5b, 0, 10_000_000)
    text.fill(0x5d, 10_000_000, 20_000_000)
    text[20_000_000] = 0x2c
    expect(endOfSegment(text, 0, text.length)).toBe(20_000_000)
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
    const text = utf8(' \t\r\n1\u00a0\f ')
    expect(skipWhite(text, 0, text.length)).toBe(4)
    expect(skipWhite(text, 5, text.length)).toBe(5)
    expect(skipWhite(text, 0, 3)).toBe(3)
    expect(trimEnd(text, 0, text.length)).toBe(8)
    expect(trimEnd(text, 0, 4)).toBe(0)
    expect(trimEnd(text, 2, 4)).toBe(2)
  })
})
