import type { Overlay } from '../types.js'

/** Maps that some records have as a string. */
export const mapsAsStrings: Overlay = {
  evidence:
    'tableInput.parameters was not a map in a public UpdateTable (its value is masked); a schema inferred over the trail of an organization has storageDescriptor.parameters and skewedColumnValueLocationMaps as strings: empty, null or text',
  types: {
    'TableInput.Parameters': { mapOf: 'string', orString: true },
    'StorageDescriptor.Parameters': { mapOf: 'string', orString: true },
    'SkewedInfo.SkewedColumnValueLocationMaps': { mapOf: 'string', orString: true },
  },
}
