/**
 * Events of Glue: any call that matches its model.
 *
 * @module
 */
import type { Arbitrary } from 'fast-check'
import type { StructureType } from '../codec/structure.js'
import { glueEventNamed } from '../event/glue-event.js'
import type { GlueEventByName, GlueEventName } from '../generated/registry.js'
import { callEnvelope } from './envelope.js'
import { validOf } from './structure.js'

/** The codec of a modelled API. */
export function codecNamed(name: GlueEventName): StructureType<unknown> {
  const codec = glueEventNamed(name)
  if (codec === undefined) throw new TypeError('no modelled Glue API has this name')
  return codec
}

/**
 * A fast-check arbitrary of the events of one Glue API: any event that matches its model and that JSON can hold.
 *
 * What stands around the payloads is plausible (times, regions, accounts, addresses in the forms that occur), identities are of all types and of
 * none, and payloads hold anything that the model allows: members left out and null, members that no model knows, marks in
 * place of secrets, all forms of timestamps, keys such as `__proto__`. For realistic values take `exampleOf` of `glue-trail/example`.
 *
 * @param name - The API. Throws a `TypeError` where no API has this name.
 * @returns An arbitrary whose every value decodes as `Right`; it shrinks towards fewer members.
 *
 * @example
 * import { assert as holds, property } from 'fast-check'
 * import { decodeRecord } from 'glue-trail'
 * import { arbitraryOf } from 'glue-trail/arbitrary'
 *
 * holds(property(arbitraryOf('StartJobRun'), (event) => decodeRecord(event)._tag === 'Right'))
 *
 * @category arbitraries
 * @since 0.1.0
 */
export function arbitraryOf<N extends GlueEventName>(name: N): Arbitrary<GlueEventByName[N]> {
  return validOf(codecNamed(name), callEnvelope()) as unknown as Arbitrary<GlueEventByName[N]>
}
