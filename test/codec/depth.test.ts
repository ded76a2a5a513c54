import { expect, it } from 'vitest'
import { type Check, isObject } from '../../src/codec/check.js'
import { checkWithin, DEFAULT_MAX_DEPTH, guarded } from '../../src/codec/depth.js'

const chain: Check = guarded((u) => isObject(u) && (u.next === undefined || chain(u.next)))

function nested(levels: number): unknown {
  let value: unknown = {}
  for (let i = 1; i < levels; i++) value = { next: value }
  return value
}

it('takes the default number of levels and no more', () => {
  expect(chain(nested(DEFAULT_MAX_DEPTH))).toBe(true)
  expect(chain(nested(DEFAULT_MAX_DEPTH + 1))).toBe(false)
  expect(chain(nested(100_000))).toBe(false)
})

it('takes another limit for one check, and the default again after it', () => {
  expect(checkWithin(2, chain, nested(2))).toBe(true)
  expect(checkWithin(2, chain, nested(3))).toBe(false)
  expect(chain(nested(DEFAULT_MAX_DEPTH))).toBe(true)
})

it('counts right again after a check that throws', () => {
  const thrower = guarded(() => {
    throw new Error('unreadable')
  })
  for (let i = 0; i < 100; i++) expect(() => thrower({})).toThrow('unreadable')
  expect(() => checkWithin(3, thrower, {})).toThrow('unreadable')
  expect(chain(nested(DEFAULT_MAX_DEPTH))).toBe(true)
})
