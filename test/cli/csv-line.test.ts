import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, csvPieces } from '../../src/cli/csv-line.js'

/** RFC 4180 read by its own words. */
function cellsOf(line: string): ReadonlyArray<string> {
  const cells: Array<string> = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i)
    if (quoted && character === '"' && line.charAt(i + 1) === '"') {
      cell += '"'
      i++
    } else if (character === '"') {
      quoted = !quoted
    } else if (character === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else {
      cell += character
    }
  }
  return [...cells, cell]
}

describe('csvLine', () => {
  it('quotes where it must, and nowhere else', () => {
    expect(csvLine(['a', 'b c', '', 'd,e', 'f"g'])).toBe('a,b c,,"d,e","f""g"\r\n')
  })

  it('doubles the quotes of a long cell as of a short one', () => {
    const content = 'a"b,\u00e4\u{1f600}""\n'.repeat(20_000)
    expect(cellsOf(csvLine([content, 'x']).slice(0, -2))).toEqual([content.replaceAll('\n', '\\u000a'), 'x'])
  })

  it('keeps the value of JSON', () => {
    const value = ['a;=1; -1;"@', { b: ';\uff0b' }]
    const [cell] = cellsOf(csvLine([{ json: JSON.stringify(value) }]).slice(0, -2))
    expect(cell).toBe('["a;\\u003d1; \\u002d1;\\"@",{"b":";\\uff0b"}]')
    expect(JSON.parse(cell ?? '')).toEqual(value)
    expect(csvLine([{ json: '"=1"' }])).toBe('"""\'=1"""\r\n')
  })

  it.each([
    ['a', 'a', 'a'],
    ['"', '"', '\\"'],
    [';=', ";'=", ';\\u003d'],
    ['; ', '; ', '; '],
    ['\u202e', '\\u202e', '\\u202e'],
    ['\u{1f600}', '\u{1f600}', '\u{1f600}'],
  ])('is written in short pieces where it is long, as in one: %j', (unit, inText, inJson) => {
    const count = 200_000
    const pieces = [...csvPieces(['x', unit.repeat(count), { json: JSON.stringify([unit.repeat(count)]) }])]
    expect(pieces.join('').endsWith('\r\n')).toBe(true)
    expect(cellsOf(pieces.join('').slice(0, -2))).toEqual(['x', inText.repeat(count), `["${inJson.repeat(count)}"]`])
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(500_000)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', '\\u0009=1'],
    ['\r=1', '\\u000d=1'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=1', 'a=1'],
    [' =1', " '=1"],
    ['\u00a0\u3000@x', "\u00a0\u3000'@x"],
    ['a;=1', "a;'=1"],
    ['a; -1;+2', "a; '-1;'+2"],
    ['"=1', '"""\'=1"'],
    ['a;b', 'a;b'],
  ])('leaves no formula: %j', (value, cell) => {
    expect(csvLine([value])).toBe(`${cell}\r\n`)
  })

  it('is one line of as many cells, none of them run or obeyed by anything', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const line = csvLine(values)
        expect(line.endsWith('\r\n')).toBe(true)
        expect(line.slice(0, -2)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        const cells = cellsOf(line.slice(0, -2))
        expect(cells.length).toBe(values.length)
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }),
    )
  })
})
