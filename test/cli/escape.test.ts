import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorLine, escaped, escapedLines } from '../../src/cli/escape.js'

describe('escaped', () => {
  it.each([
    ['an escape sequence', 'orders\u001b[2K', 'orders\\u001b[2K'],
    ['a C1 control', '\u009b31m', '\\u009b31m'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\u000d\\u000a\\u0009b'],
    ['separators', 'a\u2028b\u2029c\u0085', 'a\\u2028b\\u2029c\\u0085'],
    ['what reverses text', 'exe.\u202efdp', 'exe.\\u202efdp'],
    ['isolates and marks of direction', '\u2066a\u2069\u200f\u061c', '\\u2066a\\u2069\\u200f\\u061c'],
    ['invisible characters', 'a\u200bb\u00adc\ufeffd\u3164', 'a\\u200bb\\u00adc\\ufeffd\\u3164'],
    ['tags, as two units', 'a\u{e0041}', 'a\\udb40\\udc41'],
    ['a lone surrogate', 'a\ud800', 'a\\ud800'],
    ['DEL', '\u007f', '\\u007f'],
  ])('writes %s as JSON would', (_, content, expected) => {
    expect(escaped(content)).toBe(expected)
  })

  it('leaves other scripts, combining characters and emoji alone', () => {
    const content = 'größe 表 e\u0301 😀 👍🏽 🇩🇪 ابجد \\ "'
    expect(escaped(content)).toBe(content)
  })

  it('keeps the line ends of JSON in several lines', () => {
    const value = { 'a\u202e': ['\u2028', '\n'] }
    const printed = escapedLines(JSON.stringify(value, undefined, 2))
    expect(printed).toBe('{\n  "a\\u202e": [\n    "\\u2028",\n    "\\n"\n  ]\n}')
    expect(JSON.parse(printed)).toEqual(value)
  })

  it('cuts lines on standard error', () => {
    expect(errorLine('a\u202eb')).toBe('a\\u202eb')
    expect(errorLine('x'.repeat(100_000)).length).toBe(2000)
  })

  it('changes the spelling of JSON, never its value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const printed = escaped(JSON.stringify(content))
        expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(JSON.parse(printed)).toBe(content)
      }),
    )
  })
})
