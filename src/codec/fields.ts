/**
 * Field lists: what a structure's members are, as data. Generated code holds each list as one short string, because printed as objects
 * they would be half of the package; it is read when first needed (for issues, schemas, arbitraries), never when decoding succeeds.
 *
 * The string: members in the model's order, apart by spaces, those the API requires before a `;`. A member is `name`, or
 * `name:type`; the type is `s` string (left out), `n` number, `b` boolean, `t` timestamp, `N` number or string, `B` boolean or string,
 * `d` document, `x` absent, a number that points into the references (a codec, or a text for a literal), `[` and the type of a list's
 * items, `{` and the type of a map's values, `*` and the type of a sensitive member. A `!` behind it: must be there. A `~` before
 * the list: the structure is recursive.
 *
 * @module
 */
import type * as t from 'io-ts'

/** What a value looks like: a leaf, a list, a map, or another structure. */
export type Shape =
  | { readonly kind: LeafKind; readonly sensitive: boolean }
  | { readonly kind: 'literal'; readonly value: string; readonly sensitive: boolean }
  | { readonly kind: 'list' | 'map'; readonly item: Shape; readonly sensitive: boolean }
  | { readonly kind: 'structure'; readonly codec: t.Mixed; readonly sensitive: boolean }

/** A value without parts. */
export type LeafKind = 'string' | 'number' | 'boolean' | 'timestamp' | 'number or string' | 'boolean or string' | 'document' | 'absent'

/** One member of a structure. */
export interface Field {
  /** As CloudTrail spells it. */
  readonly name: string
  readonly shape: Shape
  /** The API requires it; CloudTrail may leave it out all the same [C2]. */
  readonly requiredByApi: boolean
  /** Without it, the value departs from the model. */
  readonly mustBeThere: boolean
}

/** What the types of a field list refer to: codecs of structures, or texts of literals. */
export type References = () => ReadonlyArray<t.Mixed | string>

/** The references of a structure that needs none. */
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

/** Reads a packed field list. */
export function readFields(packed: string, references: References): ReadonlyArray<Field> {
  const known = references()
  const [first = '', second] = (packed.startsWith('~') ? packed.slice(1) : packed).split(';')
  const read = (list: string, requiredByApi: boolean): Array<Field> =>
    list.split(' ').flatMap((member) => (member === '' ? [] : [readField(member, known, requiredByApi)]))
  return second === undefined ? read(first, false) : [...read(first, true), ...read(second, false)]
}

function readField(member: string, known: ReadonlyArray<t.Mixed | string>, requiredByApi: boolean): Field {
  const mustBeThere = member.endsWith('!')
  const [name = '', type = ''] = (mustBeThere ? member.slice(0, -1) : member).split(':')
  return { name, shape: readShape(type, known, false), requiredByApi, mustBeThere }
}

function readShape(type: string, known: ReadonlyArray<t.Mixed | string>, sensitive: boolean): Shape {
  const first = type.charAt(0)
  if (first === '*') return readShape(type.slice(1), known, true)
  if (first === '[') return { kind: 'list', item: readShape(type.slice(1), known, false), sensitive }
  if (first === '{') return { kind: 'map', item: readShape(type.slice(1), known, false), sensitive }
  const leaf = LEAVES[first === '' ? 's' : first]
  if (leaf !== undefined) return { kind: leaf, sensitive }
  const target = known[Number(type)]
  if (target === undefined) throw new Error(`field list: nothing at reference ${type}`)
  return typeof target === 'string' ? { kind: 'literal', value: target, sensitive } : { kind: 'structure', codec: target, sensitive }
}
