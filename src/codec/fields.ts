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
 * A `.` before the list (behind the `~`): members are types alone, and their names are those the check looks at, in its order. Names would
 * stand twice otherwise, which made the package a third larger. A member the check does not look at, a document, is named all the same.
 *
 * @module
 */
import type * as t from 'io-ts'
import type { Check } from './check.js'

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
  /** The API requires it; CloudTrail may leave it out all the same. */
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

/** Reads a packed field list. The check tells the names that the list leaves out. */
export function readFields(packed: string, references: References, check: Check): ReadonlyArray<Field> {
  const list = packed.startsWith('~') ? packed.slice(1) : packed
  const read: Reading = { known: references(), names: list.startsWith('.') ? namesIn(check).values() : undefined }
  const [first = '', second] = (read.names === undefined ? list : list.slice(1)).split(';')
  return second === undefined ? readMembers(first, false, read) : [...readMembers(first, true, read), ...readMembers(second, false, read)]
}

interface Reading {
  readonly known: ReadonlyArray<t.Mixed | string>
  /** The names still to come, where the list leaves them out. */
  readonly names: IterableIterator<string> | undefined
}

const PARAMETER = /^(?:function[^(]*)?\(?\s*([\w$]+)/
const ACCESS = /([\w$]+)\.([\w$]+)/g

/**
 * Returns the members that a check reads, in its order. They come from its source: minifiers rename its parameter and keep the members. An engine that
 * keeps no source gets them by running the check on a proxy; elsewhere that is avoided, because engines remember the unusual receiver, and the check
 * was a third slower from then on.
 */
export function namesIn(check: Check, source: string = String(check)): ReadonlyArray<string> {
  const parameter = PARAMETER.exec(source)?.[1]
  const accesses = [...source.matchAll(ACCESS)].filter(([, object]) => object === parameter)
  // A member that may be redacted is read twice.
  return accesses.length === 0 ? namesRead(check) : [...new Set(accesses.map(([, , name = '']) => name))]
}

/** Returns the members that a check reads from an object without members. No list that leaves names out has a required one, so every check passes. */
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

function readMembers(list: string, requiredByApi: boolean, reading: Reading): ReadonlyArray<Field> {
  return list.split(' ').flatMap((member) => (member === '' ? [] : [readField(member, requiredByApi, reading)]))
}

function readField(member: string, requiredByApi: boolean, { known, names }: Reading): Field {
  const mustBeThere = member.endsWith('!')
  const [head = '', tail] = (mustBeThere ? member.slice(0, -1) : member).split(':')
  const named = names === undefined || tail !== undefined
  const name = named ? head : names.next().value
  if (name === undefined) throw new Error('field list: more types than the check has names')
  return { name, shape: readShape((named ? tail : head) ?? '', known, false), requiredByApi, mustBeThere }
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
