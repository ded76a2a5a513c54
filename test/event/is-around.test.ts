import { expect, it } from 'vitest'
import { isAround } from '../../src/event/is-around.js'

it('finds a value among those around it', () => {
  const [a, b] = [{}, {}]
  expect([isAround(a, [{}, a, {}]), isAround(b, [a]), isAround(a, [])]).toEqual([true, false, false])
})

it.each([1, 2, 3, 100, 1000])('ends a cycle of %i objects, in at most a few rounds', (length) => {
  const cycle = Array.from({ length }, () => ({}))
  const holders: Array<object> = []
  while (!isAround(cycle[holders.length % length], holders)) {
    holders.push(cycle[holders.length % length] ?? {})
    expect(holders.length).toBeLessThan(4 * length + 200)
  }
  expect(holders.length).toBeGreaterThanOrEqual(length)
})

it.each([99, 100, 101, 5000])('does not find another value at depth %i', (depth) => {
  const holders = Array.from({ length: depth }, () => ({}))
  expect(isAround({}, holders)).toBe(false)
})
