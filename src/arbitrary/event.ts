/**
 * Glue events: any call that matches its model.
 *
 * @module
 */
import type { Arbitrary } from 'fast-check'
import { wrongName } from '../codec/argument.js'
import type { StructureType } from '../codec/structure.js'
import { glueEventNamed } from '../event/glue-event.js'
import type { GlueEventByName, GlueEventName } from '../generated/registry.js'
import { callEnvelope } from './envelope.js'
import { validOf } from './structure.js'

/** Returns the codec of a modelled API. */
export function codecNamed(name: GlueEventName): StructureType<unknown> {
  const codec = glueEventNamed(name)
  if (codec === undefined) throw wrongName('arbitraryOf', 'the name of a modelled Glue API', name)
  return codec
}

/**
 * Returns a fast-check arbitrary of the events of one Glue API: any event that matches its model and that JSON can
 * represent.
 *
 * The envelope is plausible (times, regions, accounts, addresses in the forms that occur), identities have all types
 * and none, and payloads have anything that the model allows: missing and null members, members outside the model,
 * redaction markers, all forms of timestamps, keys such as `__proto__`. For realistic values use `exampleOf` of
 * `glue-trail/example`.
 *
 * @param name - The name of an API; any other name throws a `TypeError`.
 * @returns An arbitrary of events that decode as `Right`; it shrinks towards fewer members.
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
