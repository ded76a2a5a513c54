/**
 * From the options of the command line to a filter.
 *
 * @module
 */
import { isGlueAlone } from '../filter/field/source.js'
import type { FilterFields } from '../filter/fields.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { escaped } from './escape.js'
import { nearMiss } from './near-miss.js'
import type { FilterOptions } from './program.js'

const FIELDS: ReadonlyArray<keyof FilterFields & keyof FilterOptions> = [
  'from',
  'to',
  'api',
  'source',
  'account',
  'region',
  'errors',
  'reads',
  'writes',
  'actor',
  'resource',
  'denied',
  'exposed',
  'via',
]

/** The service that is meant where none is given. */
const GLUE: ReadonlyArray<string> = ['glue']

/** The fields of the filter; an option that is not given is not among them. */
export function fieldsOf(options: FilterOptions): FilterFields {
  const given = { ...options, source: options.source ?? GLUE }
  return Object.fromEntries(FIELDS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])))
}

const PATTERN = /[*?]/

/**
 * What is to be said of names of APIs of Glue that nobody knows. AWS may have added them since this version, so that they are no mistake; but most
 * are misspelt.
 */
export function unknownApis({ api = [], source = GLUE }: FilterOptions): ReadonlyArray<string> {
  if (!isGlueAlone(source)) return []
  const known: ReadonlyArray<string> = [...GLUE_APIS, ...NAME_ONLY_APIS]
  return api
    .filter((name) => !PATTERN.test(name) && !known.includes(name))
    .map((name) => escaped(`no API of Glue is known as ${name} ${nearMiss(name, known)}`.trimEnd()))
}
