/**
 * Values of a request that its response repeats, such as ids and names.
 *
 * @module
 */
import type { Field, Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'

/** The codec of a structure: its name and its field list. */
export type Codec = (Shape & { readonly kind: 'structure' })['codec']

/** An object under construction. */
export type Members = Record<string, unknown>

/** The values of a request. */
export interface RequestValues {
  /** Its values by name and kind, because members of one name may have several kinds. */
  readonly values: ReadonlyMap<string, unknown>
  /** The names of all members that it could have. */
  readonly possible: ReadonlySet<string>
}

/** Members with another name in the response. */
const RENAMED: Readonly<Record<string, string>> = { connectionNameList: 'succeeded', glossaryTermIdentifiers: 'glossaryTerms' }

/** Ids that the service assigns if the request has none. */
const GIVEN = ['jobRunId', 'analysisId', 'schemaVersionId']

/** Collects the values of a request and of its structures; values at the top take precedence. */
export function requestValues(codec: Codec, request: Members): RequestValues {
  const values = new Map<string, unknown>()
  const possible = new Set<string>()
  const add = (fields: ReadonlyArray<Field>, members: Members): void => {
    for (const { name } of fields) {
      if (!GIVEN.includes(name)) possible.add(name)
      const value = members[name]
      if (value !== undefined) values.set(keyOf(RENAMED[name] ?? name, Array.isArray(value) ? 'list' : typeof value), value)
    }
  }
  for (const { name, shape } of fieldsOf(codec)) {
    if (shape.kind === 'structure') add(fieldsOf(shape.codec), (request[name] ?? {}) as Members)
  }
  add(fieldsOf(codec), request)
  return { values, possible }
}

/** Returns whether a request has the value of a member of a response; `undefined` if no request could. */
export function isRepeated(requested: RequestValues, { name, shape }: Field): boolean | undefined {
  return keyIn(requested, name, shape) !== undefined || (requested.possible.has(name) ? false : undefined)
}

/** Returns the value of a request's member of this name and kind, or `undefined`. */
export function repeatedValue(requested: RequestValues, name: string, shape: Shape): unknown {
  const key = keyIn(requested, name, shape)
  return key === undefined ? undefined : requested.values.get(key)
}

const keyOf = (name: string, kind: string): string => `${name} ${kind}`

const keyIn = (requested: RequestValues, name: string, shape: Shape): string | undefined =>
  kindsOf(shape)
    .map((kind) => keyOf(name, kind))
    .find((key) => requested.values.has(key))

function kindsOf(shape: Shape): ReadonlyArray<string> {
  const redacted = shape.sensitive ? ['string'] : []
  switch (shape.kind) {
    case 'list':
      return ['list', ...redacted]
    case 'map':
    case 'structure':
      return ['object', ...redacted]
    case 'number':
    case 'boolean':
    case 'string':
      return [shape.kind]
    default:
      return []
  }
}
