import { describe, expect, it } from 'vitest'
import { JsonSyntax } from '../../src/source/json-syntax.js'
import { TextWindow } from '../../src/source/text-window.js'
import { type Finding, WindowReader } from '../../src/source/window-reader.js'
import { utf8 } from '../support/logs.js'

/** Reads a string that comes byte by byte. Returns the result, and where the window began after each wait. */
function run<A>(
  content: string,
  read: (reader: WindowReader) => Finding<A>,
): { readonly result: A; readonly origins: ReadonlyArray<number> } {
  const bytes = utf8(content)
  const window = new TextWindow()
  let flushes = 0
  const reading = read(new WindowReader(window, { flush: () => flushes++ }))
  const origins: Array<number> = []
  for (let at = 0; ; at++) {
    const next = reading.next()
    if (next.done === true) {
      expect(flushes).toBe(origins.length)
      return { result: next.value, origins }
    }
    origins.push(window.origin)
    if (at < bytes.length) window.append(bytes.subarray(at, at + 1))
    else window.isEnd = true
  }
}

describe('A window', () => {
  it('is read past white space, to the next byte or the end of the file', () => {
    expect(run(' \n\tx', (reader) => reader.pastWhite(0))).toEqual({ result: 3, origins: [0, 1, 2, 3] })
    expect(run('  ', (reader) => reader.pastWhite(0)).result).toBe(2)
    expect(run('  x', (reader) => reader.pastWhite(0, () => 0)).origins).toEqual([0, 0, 0])
  })

  it('is read to the end of a value', () => {
    const value = (content: string): number => run(content, (reader) => reader.read(new JsonSyntax(), 0, () => 0)).result
    expect([value('[1,{}],2'), value('[1,{'), value('[1,}')]).toEqual([6, 4, 3])
  })

  it('is filled up to an offset, or the end of the file', () => {
    expect(run('abcdef', (reader) => reader.need(3, 1)).origins).toEqual([0, 1, 1])
    expect(run('ab', (reader) => reader.need(9, 0)).origins).toEqual([0, 0, 0])
  })
})
