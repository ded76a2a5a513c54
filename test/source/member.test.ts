import { describe, expect, it } from 'vitest'
import { memberAt, valueNamed } from '../../src/source/member.js'
import { utf8 } from '../support/logs.js'

describe('valueNamed', () => {
  it.each([
    ['"Records":1', 10],
    [' "Records" \n: [', 14],
    ['"\\u0052ecords":1', 15],
    ['"\\u0052\\u0065\\u0063\\u006f\\u0072\\u0064\\u0073":1', 45],
  ])('finds the value of %j', (content, at) => {
    expect(valueNamed(utf8(content), 0, content.length, 'Records')).toBe(at)
  })

  it.each([
    '"records":1',
    '"Record":1',
    '"Records2":1',
    '"Rec\\"ords":1',
    '"Records',
    '"Records"',
    '"Records" 1',
    'Records:1',
    '1',
    '',
    '"R\\uecords":1',
  ])('finds none in %j', (content) => {
    expect(valueNamed(utf8(content), 0, content.length, 'Records')).toBe(-1)
  })
})

describe('memberAt', () => {
  const at = (content: string, name: string): number => memberAt(utf8(content), 0, content.length, name)

  it('finds members of the object alone, whatever its values contain', () => {
    expect(at('{"a":{"b":1},"c":"\\"b\\":2","b":3}', 'b')).toBe(31)
    expect(at('{"a":{"b":1},"c":["b"]}', 'b')).toBe(-1)
  })

  it('finds the last of several, however it is written', () => {
    expect(at('{"b":1,"\\u0062":2}', 'b')).toBe(16)
    expect(at('{"\\u0062":2,"b":1}', 'b')).toBe(16)
  })

  it('finds what comes before the bytes break off', () => {
    expect(at('{"b":1,"c":"', 'b')).toBe(5)
    expect(at('{}', 'b')).toBe(-1)
    expect(at('{', 'b')).toBe(-1)
  })
})
