/**
 * Field lists: the members of a structure as data. Generated code holds each list as one short string, because printed
 * as objects they would be half of the package; it is read when first needed (for issues, schemas, arbitraries), never
 * when decoding succeeds.
 *
 * The string has the members in the model's order, separated by spaces, with those the API requires before a `;`. A
 * member is `name`, or `name:type`; the type is `s` string (left out), `n` number, `b` boolean, `t` timestamp, `N`
 * number or string, `B` boolean or string, `d` document, `x` absent, the index of a reference (a codec, or a string for
 * a literal), `[` and the type of a list's items, `{` and the type of a map's values, `|{` if the map may be a string,
 * `*` and the type of a sensitive member. A `!` after the type means required, a `~` before the list that the structure is recursive.
 *
 * A `.` before the list (after the `~`) means that members are types only, not separated, and their names are those that
 * the check reads, in its order. With each name written twice the package was a third larger. In such a list the letter
 * of a string is written, but strings at the end are left out, and a reference above 9 is in parentheses.
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

/** Reads a packed field list. Names that the list leaves out come from the check. */
export function readFields(packed: string, references: References, check: Check): ReadonlyArray<Field> {
  const list = packed.startsWith('~') ? packed.slice(1) : packed
  const known = references()
  if (list.startsWith('.')) return readTypes(list.slice(1), known, namesIn(check))
  const [first = '', second] = list.split(';')
  return second === undefined
    ? readMembers(first, false, known)
    : [...readMembers(first, true, known), ...readMembers(second, false, known)]
}

type Known = ReadonlyArray<t.Mixed | string>

const TYPE = /[*|[{]*(?:\w|\(\d+\))/g

function readTypes(list: string, known: Known, names: ReadonlyArray<string>): ReadonlyArray<Field> {
  const types = list.match(TYPE) ?? []
  if (types.length > names.length) throw new Error('field list: more types than the check has names')
  const required = list.includes(';') ? (list.split(';')[0]?.match(TYPE)?.length ?? 0) : 0
  return names.map((name, i) => ({ name, shape: readShape(types[i] ?? '', known, false), requiredByApi: i < required, mustBeThere: false }))
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

function readMembers(list: string, requiredByApi: boolean, known: Known): ReadonlyArray<Field> {
  return list.split(' ').flatMap((member) => (member === '' ? [] : [readField(member, requiredByApi, known)]))
}

function readField(member: string, requiredByApi: boolean, known: Known): Field {
  const mustBeThere = member.endsWith('!')
  const [name = '', type = ''] = (mustBeThere ? member.slice(0, -1) : member).split(':')
  return { name, shape: readShape(type, known, false), requiredByApi, mustBeThere }
}

function readShape(type: string, known: Known, sensitive: boolean): Shape {
  const first = type.charAt(0)
  if (first === '*') return readShape(type.slice(1), known, true)
  if (first === '[') return { kind: 'list', item: readShape(type.slice(1), known, false), sensitive }
  if (first === '|') return { ...readShape(type.slice(1), known, sensitive), orString: true } as Shape
  if (first === '{') return { kind: 'map', item: readShape(type.slice(1), known, false), sensitive }
  const leaf = LEAVES[first === '' ? 's' : first]
  if (leaf !== undefined) return { kind: leaf, sensitive }
  const target = known[Number.parseInt(type.replace('(', ''), 10)]
  if (target === undefined) throw new Error(`field list: nothing at reference ${type}`)
  return typeof target === 'string' ? { kind: 'literal', value: target, sensitive } : { kind: 'structure', codec: target, sensitive }
}
