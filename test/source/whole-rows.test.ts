import { describe, expect, it } from 'vitest'
import { COUNT, END, ROW_LENGTH, START, scanState } from '../../src/source/item-rows.js'
import { COMMA, NEW_LINE } from '../../src/source/scan.js'
import { countLines, countShort, isRowJson } from '../../src/source/whole-rows.js'
import { utf8 } from '../support/logs.js'
import { SCANNERS } from '../support/scanners.js'

/** Scans a string, and counts its rows with both scanners. */
function counted<A>(content: string, separator: number, count: (bytes: Uint8Array, rows: Float64Array, found: number) => A): A {
  const bytes = utf8(content)
  const [first, ...others] = SCANNERS.map(([, scanner]) => {
    const state = scanState(separator)
    scanner.scan(bytes, 0, bytes.length, true, 0, state)
    return count(bytes, scanner.rows, state[COUNT] ?? 0)
  })
  for (const other of others) expect(other).toEqual(first)
  return first as A
}

describe('rows that are records as they stand', () => {
  it('are at most as long as a record may be', () => {
    const rows = new Float64Array(3 * ROW_LENGTH)
    for (const [i, length] of [262_144, 262_145, 2].entries()) {
      rows[i * ROW_LENGTH + START] = 10
      rows[i * ROW_LENGTH + END] = 10 + length
    }
    expect([countShort(rows, 1), countShort(rows, 3)]).toEqual([1, 1])
  })

  it.each([
    ['{"a":1}\n{"b":[2]}\n', 2],
    ['{"a":1}\n{"Records":[]}\n{"b":2}\n', 1],
    ['{"\\u0052ecords":[]}\n{"b":2}\n', 0],
    ['{"a":1}\n{"b":\n2}\n', 1],
  ])('are lines of their own: %j', (content, lines) => {
    expect(counted(content, NEW_LINE, (bytes, rows, found) => countLines(bytes, rows, found, 0))).toBe(lines)
  })

  it('are JSON', () => {
    const seen = counted('{"a":1},{"b":,},{"c":[2,]},', COMMA, (bytes, rows, found) =>
      Array.from({ length: found }, (_, i) => isRowJson(bytes, rows, i, 0)),
    )
    expect(seen).toEqual([true, false, false])
  })
})
