/**
 * All codecs of structures there are: those of every kind of record and of every API, and all they are made of.
 */
import { AggregatedRecord, InsightRecord, UserIdentity } from 'glue-trail'
import { StructureType } from '../../src/codec/structure.js'
import { TaggedType } from '../../src/codec/tagged.js'
import { anyCall, anyGlueCall } from '../../src/event/other-records.js'
import { glueEvents } from '../../src/generated/registry.js'
import { reachable } from './sample.js'

/** The codec as one with a field list. */
function structureOf(codec: unknown): StructureType<unknown> {
  if (codec instanceof StructureType) return codec
  throw new TypeError('no codec of a structure')
}

/** The codecs of Glue events, one for each API. */
export const EVENTS: ReadonlyArray<StructureType<unknown>> = glueEvents().map(structureOf)

/** The codec of one Glue event by the API's name. */
export function eventNamed(name: string): StructureType<unknown> {
  return structureOf(EVENTS.find((codec) => codec.name === `${name}Event`))
}

/** The codecs that decide over records of the other kinds. */
export const OTHERS: ReadonlyArray<StructureType<unknown>> = [
  structureOf(anyGlueCall),
  structureOf(anyCall),
  structureOf(InsightRecord),
  structureOf(AggregatedRecord),
]

const identities = UserIdentity instanceof TaggedType ? [...UserIdentity.table().values()] : []

/** Every codec of a structure. */
export const STRUCTURES: ReadonlyArray<StructureType<unknown>> = reachable([...EVENTS, ...OTHERS, ...identities])
