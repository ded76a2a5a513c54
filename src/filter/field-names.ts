/**
 * The names of the fields of the filter language.
 *
 * @module
 */

/** The names in the order in which the fields are tested: what most records fail comes first. */
export const FILTER_FIELD_NAMES = [
  'source',
  'api',
  'from',
  'to',
  'account',
  'region',
  'errors',
  'denied',
  'reads',
  'writes',
  'actor',
  'resource',
  'via',
  'exposed',
] as const

/** The name of a field. */
export type FilterFieldName = (typeof FILTER_FIELD_NAMES)[number]
