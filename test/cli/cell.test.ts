import { expect, it } from 'vitest'
import { cellOf } from '../../src/cli/cell.js'

it.each([
  ['sales.orders', 'sales.orders'],
  ['a\u001b[2J\u202e', 'a\\u001b[2J\\u202e'],
  ['a…b', 'a\\u2026b'],
  ['x'.repeat(400), 'x'.repeat(400)],
  [`${'a'.repeat(1_000_000)}${'b'.repeat(1_000_000)}`, `${'a'.repeat(200)}…${'b'.repeat(200)}`],
])('clips and escapes a value', (value, cell) => {
  expect(cellOf(value)).toBe(cell)
})
