/**
 * Field lists: the members of a structure as data. Generated code holds each list as one short string, because printed
 * as objects they would be half of the package; it is read when first needed (for issues, schemas, arbitraries), never
 * when decoding succeeds.
 *
 * The string has types in the model's order, not separated, those of members that the API requires before a `;`. A type
 * is `s` string, `n` number, `b` boolean, `t` timestamp, `N` number or string, `B` boolean or string, `d` document, `x`
 * absent, the index of a reference (a codec, or a string for a literal) in parentheses if above 9, `[` and the type of
 * a list's items, `{` and the type of a map's values, `|{` if the map may be a string, `*` and the type of a sensitive
 * member. A `!` after the type means required. Strings at the end are left out.
 *
 * Before the types are the names, separated by commas, and a `.`. Names that the check reads, in its order, are left
 * out: with each name written twice the package was a third larger. A `~` first of all means that the structure is
 * recursive.
 *
 * @module
 */
import type * as t from 'io-ts'
import type { Check } from './check.js'

/** The form of a value: a leaf, a list, a map, or another structure. */
export type Shape =
  | { readonly kind: LeafKind; readonly sensitive: boolean }
  | { readonly kind: 'literal'; readonly value: string; readonly sensitive: boolean }
  | {
      readonly kind: 'list' | 'map'
      readonly item: Shape
      readonly sensitive: boolean
      /** Of a map: a string is accepted as well. */
      readonly orString?: boolean
    }
  | { readonly kind: 'structure'; readonly codec: t.Mixed; readonly sensitive: boolean }

/** A value without parts. */
export type LeafKind = 'string' | 'number' | 'boolean' | 'timestamp' | 'number or string' | 'boolean or string' | 'document' | 'absent'

/** Returns the `typeof` of the values that a leaf accepts. Documents and absent members are not described by one. */
export const typesOf = (kind: LeafKind): ReadonlyArray<string> => (kind === 'timestamp' ? 'number or string' : kind).split(' or ')

/** One member of a structure. */
export interface Field {
  /** As CloudTrail spells it. */
  readonly name: string
  readonly shape: Shape
  /** Whether the API requires it; CloudTrail may still leave it out. */
  readonly requiredByApi: boolean
  /** Whether a value without it is nonconforming. */
  readonly mustBeThere: boolean
}

/** What the types of a field list refer to: codecs of structures, or strings for literals. */
export type References = () => ReadonlyArray<t.Mixed | string>

/** The field list of a structure whose members are all optional strings. */
export const STRINGS = '.'

/** The references of a structure without any. */
export const none: References = () => []

const LEAVES: Readonly<Record<string, LeafKind>> = {
  s: 'string',
  n: 'number',
  b: 'boolean',
  t: 'timestamp',
  N: 'number or string',
  B: 'boolean or string',
  d: 'document',
  x: 'absent',
}

const TYPE = /[*|[{]*(?:\w|\(\d+\))!?|;/g

/** Reads a packed field list. Names that the list leaves out come from the check. */
export function readFields(packed: string, references: References, check: Check): ReadonlyArray<Field> {
  const [written = '', list = ''] = packed.replace('~', '').split('.')
  const names = written === '' ? namesIn(check) : written.split(',')
  const parts: ReadonlyArray<string> = list.match(TYPE) ?? []
  const types = parts.filter((part) => part !== ';')
  if (types.length > names.length) throw new Error('field list: more types than names')
  const required = parts.indexOf(';')
  const known = references()
  return names.map((name, i) => {
    const type = types[i] ?? 's'
    return { name, shape: readShape(type, known, false), requiredByApi: i < required, mustBeThere: type.endsWith('!') }
  })
}

const PARAMETER = /^(?:function[^(]*)?\(?\s*([\w$]+)/
const ACCESS = /([\w$]+)\.([\w$]+)/g

/**
 * Returns the members that a check reads, in its order. They come from its source: minifiers rename its parameter and
 * keep the members. An engine that keeps no source gets them by running the check on a proxy; elsewhere that is
 * avoided, because engines remember the unusual receiver, and the check was a third slower from then on.
 */
export function namesIn(check: Check, source: string = String(check)): ReadonlyArray<string> {
  const parameter = PARAMETER.exec(source)?.[1]
  const accesses = [...source.matchAll(ACCESS)].filter(([, object]) => object === parameter)
  // A member that may be redacted is read twice.
  return accesses.length === 0 ? namesRead(check) : [...new Set(accesses.map(([, , name = '']) => name))]
}

/**
 * Returns the members that a check reads from an object without members. No list that leaves names out has a required
 * one, so every check passes.
 */
function namesRead(check: Check): ReadonlyArray<string> {
  const names = new Set<string>()
  check(
    new Proxy(
      {},
      {
        get: (_, name) => {
          names.add(String(name))
        },
      },
    ),
  )
  return [...names]
}

function readShape(type: string, known: ReadonlyArray<t.Mixed | string>, sensitive: boolean): Shape {
  const first = type.charAt(0)
  if (first === '*') return readShape(type.slice(1), known, true)
  if (first === '[') return { kind: 'list', item: readShape(type.slice(1), known, false), sensitive }
  if (first === '|') return { ...readShape(type.slice(1), known, sensitive), orString: true } as Shape
  if (first === '{') return { kind: 'map', item: readShape(type.slice(1), known, false), sensitive }
  const leaf = LEAVES[first]
  if (leaf !== undefined) return { kind: leaf, sensitive }
  const target = known[Number.parseInt(type.replace('(', ''), 10)]
  if (target === undefined) throw new Error(`field list: nothing at reference ${type}`)
  return typeof target === 'string' ? { kind: 'literal', value: target, sensitive } : { kind: 'structure', codec: target, sensitive }
}
