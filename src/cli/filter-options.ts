/**
 * From the options of the command line to a filter.
 *
 * @module
 */
import { isLiteral, matchesGlob } from '../event/glob.js'
import type { RecordPredicate } from '../event/predicate.js'
import { allOf, anyOf } from '../filter/combine.js'
import { isGlueAlone } from '../filter/field/source.js'
import { FILTER_FIELD_NAMES } from '../filter/field-names.js'
import type { FilterFields } from '../filter/fields.js'
import { compileFilter, type FilterOptions } from '../filter/filter.js'
import { matching } from '../filter/patterns.js'
import { apisOf } from '../filter/subject.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { nearMiss } from './near-miss.js'
import type { SelectionOptions } from './options.js'

/** The service where none is given. */
const GLUE: ReadonlyArray<string> = ['glue']

/** Compiles the filter of the options, in which upper and lower case do not matter in the name of an API. */
export function selectionOf(options: SelectionOptions, clock?: FilterOptions): ReturnType<typeof compileFilter> {
  const { api = [], ...others } = fieldsOf(options)
  const patterns = [api].flat()
  const all = compileFilter(fieldsOf(options), clock)
  const loose = patterns.filter((pattern) => ignoresCase(pattern, others.source))
  if (all._tag === 'Left' || loose.length === 0) return all
  const filters = [others, ...patterns.filter((pattern) => !loose.includes(pattern)).map((pattern) => ({ api: pattern, source: '*' }))]
  const [rest, ...exact] = filters.flatMap((fields) => {
    const filter = compileFilter(fields, clock)
    return filter._tag === 'Left' ? [] : [filter.right]
  })
  return { _tag: 'Right', right: allOf([...(rest ? [rest] : []), anyOf([ignoringCase(loose), ...exact])]) }
}

/**
 * Whether a pattern of APIs is compared in lower case. Names of other services than Glue are not known, but AWS spells
 * all in both cases; as they are written, an index skips other records.
 */
export const ignoresCase = (pattern: string, source: FilterFields['source']): boolean =>
  !isGlueAlone(source) && (pattern === pattern.toLowerCase() || pattern === pattern.toUpperCase())

/** Returns a predicate that requires one of the patterns, in any case. */
const ignoringCase = (patterns: ReadonlyArray<string>): RecordPredicate =>
  matching(
    'api',
    patterns.map((pattern) => pattern.toLowerCase()),
    {
      valuesOf: (record) => {
        const { values, gap } = apisOf(record)
        return { values: values.map((value) => value.toLowerCase()), gap }
      },
    },
  )

/** Returns the fields of the filter. An option that is not given is not among them. */
export function fieldsOf(options: SelectionOptions): FilterFields {
  const source = options.source ?? GLUE
  const api = options.api !== undefined && isGlueAlone(source) ? options.api.flatMap(respelledPatterns) : options.api
  const given = { ...options, source, api }
  return Object.fromEntries(FILTER_FIELD_NAMES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])))
}

const known: ReadonlyArray<string> = [...GLUE_APIS, ...NAME_ONLY_APIS]

/** Returns the name of a Glue API as AWS spells it, where the name differs in upper and lower case alone. */
export function respelled(name: string): string {
  const lower = name.toLowerCase()
  return known.find((api) => api.toLowerCase() === lower) ?? name
}

/**
 * Returns a pattern as AWS spells Glue's APIs. A pattern that matches none in its own case becomes those of the names
 * that it matches in another: `get*` becomes `Get*`, which also matches names that are not known.
 */
function respelledPatterns(pattern: string): ReadonlyArray<string> {
  if (isLiteral(pattern)) return [respelled(pattern)]
  if (known.some((name) => matchesGlob(pattern, name))) return [pattern]
  const lower = pattern.toLowerCase()
  const meant = known.filter((name) => matchesGlob(lower, name.toLowerCase())).map((name) => spelledAs(lower, name))
  return meant.length === 0 ? [pattern] : [...new Set(meant)]
}

/** Returns a pattern in the case of a name that it matches in lower case; the name where that is not a match. */
function spelledAs(pattern: string, name: string): string {
  const lower = name.toLowerCase()
  let end = 0
  const parts = pattern.split(/([*?])/).map((part, i, { length }) => {
    if (part === '?') end++
    if (part === '?' || part === '*') return part
    const start = i === length - 1 ? name.length - part.length : lower.indexOf(part, end)
    end = start + part.length
    return name.slice(start, end)
  })
  const spelled = parts.join('')
  return matchesGlob(spelled, name) ? spelled : name
}

/**
 * Returns a line for each name that is not a known Glue API. It is not an error: AWS may have added the API since this
 * version, but most are misspelled.
 */
export function unknownApis({ api = [], source = GLUE }: SelectionOptions): ReadonlyArray<string> {
  if (!isGlueAlone(source)) return []
  return api
    .filter(isLiteral)
    .map(respelled)
    .filter((name) => !known.includes(name))
    .map((name) => `no known Glue API: ${name} ${nearMiss(name, known)}`.trimEnd())
}
