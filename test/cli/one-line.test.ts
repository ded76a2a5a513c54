import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine, oneLineBytes } from '../../src/cli/one-line.js'

const line = (json: string): string => oneLine(Buffer.from(json))

describe('oneLine', () => {
  it('leaves out white space between tokens and nowhere else', () => {
    expect(line('{\r\n  "a b" :\t[ 1 , "  \\" x" ]\n}')).toBe('{"a b":[1,"  \\" x"]}')
    expect(line('"\\\\" ')).toBe('"\\\\"')
  })

  it('keeps numbers and duplicate keys as they are written', () => {
    const json = '{"id":12345678901234567890,"id":1.50e+3,"big":9007199254740993}'
    expect(line(json)).toBe(json)
  })

  it('keeps characters as they are written, but for those a terminal would obey', () => {
    expect(line('{"表":"\\u00e9 é 😀"}')).toBe('{"表":"\\u00e9 é 😀"}')
    expect(line('{"a":"\u009b2J\u007f\u202e\u2028"}')).toBe('{"a":"\\u009b2J\\u007f\\u202e\\u2028"}')
  })

  it('leaves out spaces between tokens of what is on one line already', () => {
    const isolated = fc.string({ unit: fc.constantFrom(' ', ',', ':', '{', ']', '"', 'x', '\\') })
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary-ascii' }), isolated, fc.constantFrom(' ', '  '), (value, content, indent) => {
        const printed = JSON.stringify([value, content], null, indent).replaceAll('\n', '')
        expect(line(printed)).toBe(line(JSON.stringify([value, content])))
      }),
    )
    for (const json of [' 1', '1 ', '[1 ,2]', '[ 1,2]', '[1,2 ]', '{"a" :1}', '{ }']) expect(line(json)).toBe(json.replace(' ', ''))
  })

  it('returns U+FFFD for bytes that are not UTF-8', () => {
    expect(oneLine(Buffer.from([0x22, 0x9b, 0x22]))).toBe('"\ufffd"')
  })

  it('is the same JSON on one line, for any value however indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '  '), (value, indent) => {
        const printed = line(JSON.stringify(value, null, indent))
        expect(printed).not.toMatch(/[\n\r\u2028\u2029\u0085]/)
        expect(JSON.stringify(JSON.parse(printed))).toBe(JSON.stringify(value))
      }),
    )
  })
})

describe('oneLineBytes', () => {
  it('is the same for what is UTF-8', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom('', ' ', '\t'), (value, indent) => {
        const json = Buffer.from(JSON.stringify(value, null, indent))
        expect(oneLineBytes(json).toString()).toBe(oneLine(json))
      }),
    )
  })

  it('keeps all bytes that are not UTF-8, and escapes the characters between them', () => {
    // Lone bytes, a surrogate, an overlong form, a character that is cut short, one beyond Unicode.
    for (const bytes of ['\x9b', '\xff\xfe', '\xed\xa0\x80', '\xc0\x80', '\xe4\xb8', '\xf4\x90\x80\x80']) {
      const json = Buffer.from(`[ "${bytes}\xe2\x80\xae${bytes}\x7f\xc3\xa4" ]`, 'latin1')
      expect(oneLineBytes(json).toString('latin1')).toBe(`["${bytes}\\u202e${bytes}\\u007f\xc3\xa4"]`)
    }
  })

  it('is what is read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (content) => {
        const inside = content.filter((byte) => byte > 0x20 && byte !== 0x22 && byte !== 0x5c)
        const json = Buffer.concat([Buffer.from('"'), inside, Buffer.from('"')])
        expect(JSON.parse(oneLineBytes(json).toString())).toBe(JSON.parse(json.toString()))
      }),
    )
  })
})
