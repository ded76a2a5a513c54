import fc from 'fast-check'
import { AnyIdentity, UserIdentity } from 'glue-trail'
import { expect, it } from 'vitest'
import { identity } from '../../src/arbitrary/identity.js'

const identities = fc.sample(identity(), { seed: 1, numRuns: 500 })

it('matches the model', () => {
  expect(identities.filter((one) => one !== null && !AnyIdentity.is(one))).toEqual([])
})

it('is of all twelve types, of others, and null', () => {
  const known = identities.filter((one) => UserIdentity.is(one)).map((one) => (one as { readonly type: string }).type)
  expect(new Set(known).size).toBe(12)
  expect(identities.some((one) => one !== null && !UserIdentity.is(one))).toBe(true)
  expect(identities).toContain(null)
})
