/**
 * All measured libraries, each created on demand.
 *
 * @module
 */
import { packageVersion } from '../build.js'
import type { Schemas } from '../schema.js'
import type { Peer } from './peer.js'

type Made = ReadonlyArray<Peer>

/** The libraries by name; some are measured in two forms. */
const LIBRARIES: Readonly<Record<string, (schemas: Schemas) => Promise<Made>>> = {
  'glue-trail': async () => (await import('./glue-trail.js')).glueTrail(packageVersion()),
  'io-ts': async (schemas) => (await import('./io-ts.js')).ioTs(schemas),
  zod: async (schemas) => [(await import('./zod.js')).zod(schemas)],
  valibot: async (schemas) => [(await import('./valibot.js')).valibot(schemas)],
  arktype: async (schemas) => [(await import('./arktype.js')).arktype(schemas)],
  typebox: async (schemas) => [(await import('./typebox.js')).typebox(schemas)],
  ajv: async (schemas) => (await import('./ajv.js')).ajv(schemas),
  typia: async (schemas) => [await (await import('./typia.js')).typia(schemas)],
}

/** Returns every form of every library. */
export async function allPeers(schemas: Schemas): Promise<Made> {
  const made: Array<Peer> = []
  for (const make of Object.values(LIBRARIES)) for (const peer of await make(schemas)) made.push(peer)
  return made
}

/** Returns one form by its name, without loading other libraries. */
export async function onePeer(name: string, schemas: Schemas): Promise<Peer> {
  const library = Object.keys(LIBRARIES).find((known) => name.startsWith(known))
  const peer = library === undefined ? undefined : (await LIBRARIES[library]?.(schemas))?.find((made) => made.name === name)
  if (peer === undefined) throw new Error(`bench: no library called ${name}`)
  return peer
}
