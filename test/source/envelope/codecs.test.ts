/**
 * The codecs of envelopes: check and collector agree, and messages carry no values.
 */
import fc from 'fast-check'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../src/codec/collect.js'
import { StructureType } from '../../../src/codec/structure.js'
import * as source from '../../../src/source/index.js'
import { sampleOf } from '../../support/sample.js'

const CODECS = (Object.values(source) as ReadonlyArray<unknown>).filter(
  (value): value is StructureType<unknown> => value instanceof StructureType,
)

const SECRET = 'AKIAIOSFODNN7EXAMPLE'

describe('codecs of envelopes', () => {
  it('are all tried', () => {
    expect(CODECS.length).toBe(23)
  })

  it.each(CODECS.map((codec) => [codec.name, codec] as const))('%s: check and collector agree at every member', (_, codec) => {
    const full = sampleOf(codec)
    expect(codec.is(full)).toBe(true)
    expect(collect(codec, full)).toEqual([])
    const value = fc.oneof(fc.constantFrom<unknown>(undefined, null, 5, SECRET, {}, [], [null], { a: 5 }, [5]), fc.anything())
    fc.assert(
      fc.property(fc.constantFrom(...codec.fields.map(({ name }) => name)), value, (name, changed) => {
        const u = { ...full, [name]: changed }
        const decoded: t.Validation<unknown> = codec.decode(u)
        expect(codec.is(u)).toBe(collect(codec, u).length === 0)
        expect(codec.is(u)).toBe(decoded._tag === 'Right')
        if (decoded._tag === 'Right') expect(decoded.right).toBe(u)
        else expect(decoded.left.map(({ message }) => message ?? '').join()).not.toContain(SECRET)
      }),
    )
  })
})
