import { describe, expect, it } from 'vitest'
import { mentionTest, stringsIn } from '../../src/filter/mention.js'

describe('mentionTest', () => {
  it.each<readonly [string, ReadonlyArray<string>, boolean]>([
    ['sales.orders', ['sales', 'orders'], true],
    ['sales.orders', ['SELECT * FROM Sales."Orders" LIMIT 1'], true],
    ['sales.orders', ['sales'], false],
    ['orders', ['reorders', 'orders_2024', 'preorders'], false],
    ['orders', ['s3://lake/orders/day=1'], true],
    ['ord*', ['orders_2024'], true],
    ['ord*', ['reorders'], false],
    ['*ord*', ['reorders'], true],
    ['arn:aws:glue:eu-central-1:123456789012:table/sales/orders', ['orders', 'sales'], true],
    ['arn:aws:glue:eu-central-1:123456789012:table/sales/orders', ['table', '123456789012'], false],
    ['arn:aws:glue:*:table/sales/*', ['sales'], true],
    ['*:job/nightly', ['the nightly job'], true],
    ['?', [], true],
  ])('of %s in %j: %s', (pattern, strings, isMentioned) => {
    expect(mentionTest([pattern])(strings)).toBe(isMentioned)
  })
})

describe('stringsIn', () => {
  it('collects values and keys, and reports hidden values', () => {
    const { strings, redacted } = stringsIn([{ a: ['b', 1, { c: null }] }, undefined, 'd'])
    expect([[...strings].sort(), redacted]).toEqual([['a', 'b', 'c', 'd'], false])
    expect(stringsIn([{ queryString: '***OMITTED***' }]).redacted).toBe(true)
    expect(stringsIn([{ password: 'HIDDEN_DUE_TO_SECURITY_REASONS' }]).redacted).toBe(true)
  })

  it('ends on cycles and on any depth', () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    expect(stringsIn([cycle]).strings).toEqual(['self'])
    expect(stringsIn([JSON.parse(`${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`)]).strings).toEqual(['x'])
  })
})
