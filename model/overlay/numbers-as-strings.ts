import type { Overlay } from '../types.js'

/** Numbers that come as strings in some records. */
export const numbersAsStrings: Overlay = {
  evidence: 'retention and numberOfBuckets are suspected to come as strings or floats; both are taken and kept',
  types: {
    'TableInput.Retention': 'number or string',
    'Table.Retention': 'number or string',
    'StorageDescriptor.NumberOfBuckets': 'number or string',
  },
}
