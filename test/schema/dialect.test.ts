import { describe, expect, it } from 'vitest'
import { anyOf, dialectOf } from '../../src/schema/dialect.js'

const newest = dialectOf('draft-2020-12')
const oldest = dialectOf('openapi-3.0')

describe('a dialect', () => {
  it('adds null to a type, and beside what would refuse it', () => {
    expect(newest.nullable({ type: 'string' })).toEqual({ type: ['string', 'null'] })
    expect(newest.nullable({ const: 'a' })).toEqual({ anyOf: [{ const: 'a' }, { type: 'null' }] })
    expect(newest.nullable({ type: 'string', enum: ['a'] })).toEqual({ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] })
    expect(newest.nullable(true)).toBe(true)
    expect(oldest.nullable({ type: 'string' })).toEqual({ type: 'string', nullable: true })
    expect(oldest.nullable({ $ref: '#/a' })).toEqual({ anyOf: [{ $ref: '#/a' }, { type: 'object', nullable: true, enum: [null] }] })
  })

  it('writes tuples and constants as its target has them', () => {
    expect(newest.tuple([true, false], 1)).toEqual({ type: 'array', prefixItems: [true, false], minItems: 1 })
    expect(dialectOf('draft-07').tuple([true, false], 2)).toEqual({ type: 'array', items: [true, false], minItems: 2 })
    expect(oldest.tuple([{ type: 'string' }], 0)).toEqual({ type: 'array', items: { type: 'string' }, minItems: 0 })
    expect(newest.literal('a')).toEqual({ const: 'a' })
    expect(oldest.literal('a')).toEqual({ type: 'string', enum: ['a'] })
  })

  it('notes nothing beside a reference where the target would ignore it', () => {
    const notes = { description: 'about' }
    expect(newest.annotated({ $ref: '#/a' }, notes)).toEqual({ $ref: '#/a', description: 'about' })
    expect(oldest.annotated({ $ref: '#/a' }, notes)).toEqual({ allOf: [{ $ref: '#/a' }], description: 'about' })
    expect(newest.annotated(true, notes)).toEqual(notes)
    expect(newest.annotated(false, notes)).toEqual({ not: {}, description: 'about' })
    expect(newest.annotated(false, {})).toBe(false)
  })
})

describe('anyOf', () => {
  it('is flat, and nothing around one schema', () => {
    expect(anyOf([{ type: 'string' }])).toEqual({ type: 'string' })
    expect(anyOf([{ anyOf: [true, false] }, { type: 'string' }])).toEqual({ anyOf: [true, false, { type: 'string' }] })
  })
})
