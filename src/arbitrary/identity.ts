/**
 * Identities: of each documented type, of another, and without a type.
 *
 * @module
 */
import * as fc from 'fast-check'
import { TaggedType } from '../codec/tagged.js'
import { AnyIdentity, UserIdentity } from '../generated/record/identity.js'
import { codecOf, validOf } from './structure.js'

/** Generates an identity that matches its model, mostly of a documented type. */
export function identity(): fc.Arbitrary<unknown> {
  const known = UserIdentity instanceof TaggedType ? [...UserIdentity.table().values()] : []
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known).chain((codec) => validOf(codec, { holding: {}, present: ['arn', 'accountId'] })) },
    { weight: 1, arbitrary: validOf(codecOf({ kind: 'structure', codec: AnyIdentity, sensitive: false })) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
}
