/**
 * What a request says and a response says again: the id that was asked for, the name that was given.
 *
 * @module
 */
import type { Field, Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'

/** The codec of a structure: its name and its field list. */
export type Codec = (Shape & { readonly kind: 'structure' })['codec']

/** An object that is being made. */
export type Members = Record<string, unknown>

/** What a request says. */
export interface Said {
  /** Its values by name and kind: a number is no string and a list no map, whatever they are called. */
  readonly values: ReadonlyMap<string, unknown>
  /** The names of all it could have said. */
  readonly possible: ReadonlySet<string>
}

/** Members that have another name in the response. */
const RENAMED: Readonly<Record<string, string>> = { connectionNameList: 'succeeded', glossaryTermIdentifiers: 'glossaryTerms' }

/** Ids that the service gives where the request has none. */
const GIVEN = ['jobRunId', 'analysisId', 'schemaVersionId']

/** What stands in the members of a request and of the structures in it; those at the top win. */
export function saidIn(codec: Codec, request: Members): Said {
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

/** Whether a request says what a member of a response may hold; `undefined` where no request could. */
export function isSaid(said: Said, { name, shape }: Field): boolean | undefined {
  return keyIn(said, name, shape) !== undefined || (said.possible.has(name) ? false : undefined)
}

/** What a request says in a member of this name and kind; `undefined` where it says nothing. */
export function saidValue(said: Said, name: string, shape: Shape): unknown {
  const key = keyIn(said, name, shape)
  return key === undefined ? undefined : said.values.get(key)
}

const keyOf = (name: string, kind: string): string => `${name} ${kind}`

const keyIn = (said: Said, name: string, shape: Shape): string | undefined =>
  kindsOf(shape)
    .map((kind) => keyOf(name, kind))
    .find((key) => said.values.has(key))

function kindsOf(shape: Shape): ReadonlyArray<string> {
  const hidden = shape.sensitive ? ['string'] : []
  switch (shape.kind) {
    case 'list':
      return ['list', ...hidden]
    case 'map':
    case 'structure':
      return ['object', ...hidden]
    case 'number':
    case 'boolean':
    case 'string':
      return [shape.kind]
    default:
      return []
  }
}
