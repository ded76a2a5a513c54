import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/codec/fields.js'
import { chance } from '../../src/example/chance.js'
import { leafOf, type Making } from '../../src/example/leaf.js'
import { DAY, isoOf } from '../../src/example/moment.js'

const now = Date.UTC(2025, 4, 14, 6, 10)

const making = (seed = 1): Making => ({ words: { table: ['orders', 'items'] }, draw: chance(seed), now, form: isoOf, marker: '****' })

const shape = (kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'number or string' | 'boolean or string' | 'document'): Shape => ({
  kind,
  sensitive: false,
})

const drawn = (kind: Parameters<typeof shape>[0], content: string): ReadonlySet<unknown> =>
  new Set(Array.from({ length: 300 }, (_, seed) => leafOf(shape(kind), content, making(seed))))

describe('leafOf', () => {
  it('fills in templates', () => {
    expect(leafOf(shape('string'), 'raw_{table#}', making(), 1)).toBe('raw_items')
    expect(leafOf(shape('document'), '{table}', making())).toBe('orders')
    expect(leafOf(shape('document'), 'false', making())).toBe(false)
  })

  it('reads numbers, and draws from ranges with both ends', () => {
    expect(leafOf(shape('number'), '0.5', making())).toBe(0.5)
    expect(leafOf(shape('number or string'), '0', making())).toBe(0)
    expect(drawn('number', '3..5')).toEqual(new Set([3, 4, 5]))
    expect(drawn('number', '').size).toBe(10)
  })

  it('reads booleans, and draws them where no template is known', () => {
    expect(leafOf(shape('boolean'), 'true', making())).toBe(true)
    expect(leafOf(shape('boolean or string'), 'false', making())).toBe(false)
    expect(drawn('boolean', '')).toEqual(new Set([true, false]))
  })

  it('counts days from the event, in the form of the call', () => {
    expect(leafOf(shape('timestamp'), '', making())).toBe('2025-05-14T06:10:00Z')
    const ms = { ...making(), form: (moment: number) => moment }
    const before = leafOf(shape('timestamp'), '-30', ms) as number
    const after = leafOf(shape('timestamp'), '90', ms) as number
    expect(now - before).toBeGreaterThanOrEqual(30 * DAY)
    expect(now - before).toBeLessThan(31 * DAY)
    expect(after - now).toBeGreaterThanOrEqual(90 * DAY)
    expect(after - now).toBeLessThan(91 * DAY)
  })
})
