import type { Overlay } from '../types.js'

/** An API that the Glue guide lists and that is not in the public API. */
export const getObjects: Overlay = {
  evidence: 'GetObjects is among the 31 calls of the Glue guide whose response is null, and not in the public API',
  names: ['GetObjects'],
}
