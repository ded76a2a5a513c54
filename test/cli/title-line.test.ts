import { expect, it } from 'vitest'
import { titleLine } from '../../src/cli/title-line.js'

it('is a line across the table', () => {
  expect(titleLine('2024-05-14', 20)).toBe('── 2024-05-14 ──────')
  expect(titleLine('a', 300).length).toBe(100)
  expect(titleLine('2024-05-14', 8)).toBe('2024-05…')
})
