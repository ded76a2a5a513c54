import { expect, it } from 'vitest'
import { longString } from '../../src/event/long-string.js'

it.each([0, 1, 9_999, 10_000, 10_001, 25_000])('joins %i pieces', (n) => {
  const write = longString()
  const pieces = Array.from({ length: n }, (_, i) => `${i},`)
  for (const piece of pieces) write(piece)
  expect(write() === pieces.join('')).toBe(true)
  write('end')
  expect(write().endsWith('end')).toBe(true)
})
