/** Every modelled API with its full sample. */

import { StructureType } from '../../src/codec/structure.js'
import { glueEvents } from '../../src/generated/registry.js'
import { type Path, type Site, sampleOf, sitesOf, type Value } from './sample.js'

export interface Api {
  readonly name: string
  readonly codec: StructureType<unknown>
}

export const APIS: ReadonlyArray<Api> = glueEvents().map((codec) => {
  if (!(codec instanceof StructureType)) throw new TypeError(`${codec.name} is not a structure`)
  return { name: codec.name.replace(/Event$/, ''), codec }
})

export const isOfPayload = ({ path }: { readonly path: Path }): boolean => path[0] === 'requestParameters' || path[0] === 'responseElements'

/** The full sample of an API, and the places in its payloads. */
export function full(api: Api): { readonly record: Value; readonly sites: ReadonlyArray<Site> } {
  const record = sampleOf(api.codec)
  return { record, sites: sitesOf(api.codec, record).filter(isOfPayload) }
}
