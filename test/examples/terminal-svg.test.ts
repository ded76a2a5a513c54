/** Pictures of a terminal: styles, columns, escaping. */
import { describe, expect, it } from 'vitest'
import { terminalSvg } from '../../examples/terminal-svg.js'

const elementsOf = (output: string): ReadonlyArray<string> =>
  terminalSvg(output, { columns: 20, name: 'name', says: 'says' })
    .split('\n')
    .filter((line) => line.startsWith('  <text') && !line.includes('class="name"'))
    .map((line) => line.trim())

describe('terminalSvg', () => {
  it('puts each run of characters in its columns and its line', () => {
    expect(elementsOf('ab  c d\n\n e')).toEqual([
      '<text x="20" y="54" textLength="16.8">ab</text>',
      '<text x="53.6" y="54" textLength="25.2">c d</text>',
      '<text x="28.4" y="94" textLength="8.4">e</text>',
    ])
  })

  it('takes colours and weights from escape sequences, which have no width', () => {
    expect(elementsOf('\u001b[1m\u001b[36mab\u001b[39mc\u001b[22md\n\u001b[31me\u001b[0mf')).toEqual([
      '<text class="bold cyan" x="20" y="54" textLength="16.8">ab</text>',
      '<text class="bold" x="36.8" y="54" textLength="8.4">c</text>',
      '<text x="45.2" y="54" textLength="8.4">d</text>',
      '<text class="red" x="20" y="74" textLength="8.4">e</text>',
      '<text x="28.4" y="74" textLength="8.4">f</text>',
    ])
  })

  it('escapes markup', () => {
    expect(elementsOf('<a&"b>')).toEqual(['<text x="20" y="54" textLength="50.4">&lt;a&amp;&quot;b&gt;</text>'])
  })
})
