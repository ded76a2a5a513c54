import { describe, expect, it } from 'vitest'
import { cellWriter } from '../../src/cli/csv-cell.js'

/** The characters that begin a formula. */
const FORMULAS = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20']

const writtenBy = (write: (slice: string) => string, slices: ReadonlyArray<string>): string => slices.map(write).join('')

describe('cellWriter', () => {
  it('writes each quote twice', () => {
    expect(cellWriter(false)('a"b""\u00e4')).toBe('a""b""""\u00e4')
    expect(cellWriter(true)('{"a":";"}')).toBe('{""a"":"";""}')
  })

  it.each(FORMULAS)('lets nothing run that begins with %s', (formula) => {
    const escaped = `\\u${formula.charCodeAt(0).toString(16).padStart(4, '0')}`
    for (const skipped of ['', ' ', '\u00a0\u3000', "'"]) {
      expect(cellWriter(false)(`${skipped}${formula}1`)).toBe(`${skipped}'${formula}1`)
      expect(cellWriter(false)(`a;${skipped}${formula}1`)).toBe(`a;${skipped}'${formula}1`)
      expect(cellWriter(true)(`["a;${skipped}${formula}1"]`)).toBe(`[""a;${skipped}${escaped}1""]`)
    }
    expect(cellWriter(false)(`a${formula};a ${formula}`)).toBe(`a${formula};a ${formula}`)
    expect(cellWriter(true)(`${formula}1`)).toBe(`'${formula}1`)
  })

  it('knows from slice to slice what came before', () => {
    for (const content of ['=1;  =2', 'a; "\'-1;', 'a;\u00a0@"b"', '\u3000\uff1d;']) {
      for (const isJson of [false, true]) expect(writtenBy(cellWriter(isJson), [...content])).toBe(cellWriter(isJson)(content))
    }
  })

  it('forgets a slice for the next one', () => {
    const write = cellWriter(false)
    expect(writtenBy(write, ['\u00e4'.repeat(100), 'b', '\u00e4', '"'.repeat(300), ''])).toBe(
      `${'\u00e4'.repeat(100)}b\u00e4${'"'.repeat(600)}`,
    )
  })
})
