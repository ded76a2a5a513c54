/**
 * From the options of the command line to a filter.
 *
 * @module
 */
import { isGlueAlone } from '../filter/field/source.js'
import { FILTER_FIELD_NAMES } from '../filter/field-names.js'
import type { FilterFields } from '../filter/fields.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { nearMiss } from './near-miss.js'
import type { SelectionOptions } from './options.js'

/** The service where none is given. */
const GLUE: ReadonlyArray<string> = ['glue']

/** Returns the fields of the filter. An option that is not given is not among them. */
export function fieldsOf(options: SelectionOptions): FilterFields {
  const source = options.source ?? GLUE
  const api = options.api !== undefined && isGlueAlone(source) ? options.api.map(respelled) : options.api
  const given = { ...options, source, api }
  return Object.fromEntries(FILTER_FIELD_NAMES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])))
}

const PATTERN = /[*?]/

const known: ReadonlyArray<string> = [...GLUE_APIS, ...NAME_ONLY_APIS]

/** Returns the name of a Glue API as AWS spells it, where the name differs in upper and lower case alone. */
export function respelled(name: string): string {
  const lower = name.toLowerCase()
  return known.find((api) => api.toLowerCase() === lower) ?? name
}

/**
 * Returns a line for each name that is not a known Glue API. It is not an error: AWS may have added the API since this
 * version, but most are misspelled.
 */
export function unknownApis({ api = [], source = GLUE }: SelectionOptions): ReadonlyArray<string> {
  if (!isGlueAlone(source)) return []
  return api
    .map(respelled)
    .filter((name) => !PATTERN.test(name) && !known.includes(name))
    .map((name) => `no known Glue API: ${name} ${nearMiss(name, known)}`.trimEnd())
}
