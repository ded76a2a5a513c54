import { expect, it } from 'vitest'
import { isSince } from '../../src/scalar/event-version.js'

it.each([
  ['1.08', true],
  ['1.8', true],
  ['1.10', true],
  ['1.11', true],
  ['2.0', true],
  ['1.07', false],
  ['1.0', false],
  ['0.9', false],
  ['1', undefined],
  ['1.08.1', undefined],
  ['1.x', undefined],
  ['', undefined],
  [1.1, undefined],
  [undefined, undefined],
  ['1.'.repeat(1e6), undefined],
])('%j since 1.8: %s', (version, since) => {
  expect(isSince(version, 1, 8)).toBe(since)
})
