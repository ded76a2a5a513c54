import type { Overlay } from '../types.js'

/** Numbers that are strings in some records. */
export const numbersAsStrings: Overlay = {
  evidence: 'retention and numberOfBuckets are suspected to be strings or floats in records; both are accepted and kept',
  types: {
    'TableInput.Retention': 'number or string',
    'Table.Retention': 'number or string',
    'StorageDescriptor.NumberOfBuckets': 'number or string',
  },
}
