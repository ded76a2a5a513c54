import { describe, expect, it } from 'vitest'
import { chance } from '../../src/example/chance.js'
import { fill, oneOf, type Source } from '../../src/example/fill.js'

const source = (): Source => ({
  words: { bucket: ['lake'], table: ['orders', 'items'] },
  draw: chance(5),
  now: Date.UTC(2025, 4, 14, 6, 10),
})

describe('fill', () => {
  it('fills in names, the first or the one with a number', () => {
    expect(fill('s3://{bucket}/{table}/{table#}/', source())).toBe('s3://lake/orders/orders/')
    expect(fill('{table} {table#}', source(), 1)).toBe('orders items')
    expect(fill('{table#}', source(), 2)).toBe('orders')
  })

  it('draws ids', () => {
    expect(fill('{uuid}', source())).toMatch(/^[0-9a-f-]{36}$/)
    expect(fill('jr_{hex:8}', source())).toMatch(/^jr_[0-9a-f]{8}$/)
    expect(fill('{digits:5}', source())).toMatch(/^[1-9]{5}$/)
    expect(fill('AROA{id:10}EXAMPLE', source())).toMatch(/^AROA[A-Z2-7]{10}EXAMPLE$/)
    expect(fill('{base:30}', source())).toMatch(/^[A-Za-z0-9]{30}$/)
  })

  it('counts days back from the event, and items from one', () => {
    expect(fill('{date}', source())).toBe('2025-05-13')
    expect(fill('{date} {number}', source(), 2)).toBe('2025-05-11 3')
  })

  it('leaves all other braces alone', () => {
    for (const content of ['{"a":{"b":1}}', '[A-Z]{2}[0-9]{6}', '%{LOGLEVEL:level}', '{}', '{no such}', '{unheard}', '{toString}']) {
      expect(fill(content, source())).toBe(content)
    }
  })
})

describe('oneOf', () => {
  it('draws each of the alternatives, and a string without any', () => {
    const draw = chance(1)
    expect(new Set(Array.from({ length: 50 }, () => oneOf('a | b|c | d', draw)))).toEqual(new Set(['a', 'b|c', 'd']))
    expect(oneOf('cron(0 2 * * ? *)', draw)).toBe('cron(0 2 * * ? *)')
  })
})
