/**
 * Values of any structure, generated from its field list: with missing members, nulls, members outside the model, and
 * redaction markers for sensitive members.
 *
 * @module
 */
import * as fc from 'fast-check'
import type { LeafKind, Shape } from '../codec/fields.js'
import { fieldsOf, StructureType } from '../codec/structure.js'
import { json, key, marker, number, objectOf, stringOf, time, type Value } from './value.js'

/** The depth of structures; deeper ones are left out. */
const MAX_DEPTH = 5

/** About so many members of a structure are present, besides the required ones. */
const MEMBERS = 4

/** Requirements for the members of the outermost structure. */
export interface Requirements {
  /** Members that are always present, and their values. */
  readonly holding: Readonly<Record<string, fc.Arbitrary<unknown>>>
  /** Members that are always present, sometimes null. */
  readonly present: ReadonlyArray<string>
}

const NOTHING: Requirements = { holding: {}, present: [] }

/** Returns the structure that a shape refers to. */
export function codecOf(shape: Shape & { readonly kind: 'structure' }): StructureType<unknown> {
  if (shape.codec instanceof StructureType) return shape.codec
  throw new TypeError(`${shape.codec.name} is not a structure`)
}

/** Generates values that match a structure. They shrink to fewer members. */
export function validOf(codec: StructureType<unknown>, requirements: Requirements = NOTHING): fc.Arbitrary<Value> {
  return structureAt(codec, 0, requirements)
}

/** Stands for a missing member. */
const ABSENT = /* @__PURE__ */ Symbol('absent')

function structureAt(codec: StructureType<unknown>, depth: number, { holding, present }: Requirements): fc.Arbitrary<Value> {
  const fields = fieldsOf(codec).filter(
    ({ shape, mustBeThere }) => mustBeThere || (shape.kind !== 'absent' && (depth < MAX_DEPTH || isFlat(shape))),
  )
  const absences = Math.max(1, Math.round(fields.length / MEMBERS) - 1)
  const members = fields.map((field) => {
    const held = Object.hasOwn(holding, field.name) ? holding[field.name] : undefined
    if (held !== undefined) return held
    const member = field.mustBeThere ? valueArbitrary(field.shape, depth) : nullable(field.shape, depth)
    return field.mustBeThere || present.includes(field.name)
      ? member
      : fc.oneof({ withCrossShrink: true }, { weight: absences, arbitrary: fc.constant(ABSENT) }, { weight: 1, arbitrary: member })
  })
  return fc.tuple(fc.tuple(...members), unknownMembers(codec)).map(([values, others]) => {
    const known = fields.map(({ name }, i) => [name, values[i]] as const).filter(([, value]) => value !== ABSENT)
    return objectOf([...others, ...known])
  })
}

const isFlat = (shape: Shape): boolean =>
  shape.kind === 'structure' ? false : shape.kind === 'list' || shape.kind === 'map' ? isFlat(shape.item) : true

function unknownMembers(codec: StructureType<unknown>): fc.Arbitrary<ReadonlyArray<readonly [string, unknown]>> {
  const names = new Set(fieldsOf(codec).map(({ name }) => name))
  const other = fc.tuple(
    key().filter((name) => !names.has(name)),
    json(),
  )
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(other, { maxLength: 2 }) },
  )
}

function valueArbitrary(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const value = plain(shape, depth)
  return shape.sensitive ? fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: marker() }) : value
}

const nullable = (shape: Shape, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: valueArbitrary(shape, depth) }, { weight: 1, arbitrary: fc.constant(null) })

function plain(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'list':
      return fc.array(nullable(shape.item, depth), { maxLength: 3 })
    case 'map': {
      const map = fc.array(fc.tuple(key(), nullable(shape.item, depth)), { maxLength: 3 }).map(objectOf)
      return shape.orString ? fc.oneof({ weight: 9, arbitrary: map }, { weight: 1, arbitrary: leaf('string') }) : map
    }
    case 'structure':
      return inner(codecOf(shape), depth + 1)
    case 'literal':
      return fc.constant(shape.value)
    case 'absent':
      return fc.constant(undefined)
    default:
      return leaf(shape.kind)
  }
}

/** Arbitraries of inner structures, by depth, and of leaves. Each is made once, when a value of it is first drawn. */
const structures = /* @__PURE__ */ new Map<StructureType<unknown>, Array<fc.Arbitrary<Value> | undefined>>()
const leaves = /* @__PURE__ */ new Map<LeafKind, fc.Arbitrary<unknown>>()

function inner(codec: StructureType<unknown>, depth: number): fc.Arbitrary<Value> {
  return fc.constant(codec).chain(() => {
    const byDepth = structures.get(codec) ?? []
    structures.set(codec, byDepth)
    byDepth[depth] ??= structureAt(codec, depth, NOTHING)
    return byDepth[depth]
  })
}

function leaf(kind: LeafKind): fc.Arbitrary<unknown> {
  const made = leaves.get(kind) ?? newLeaf(kind)
  leaves.set(kind, made)
  return made
}

function newLeaf(kind: LeafKind): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'number':
      return number()
    case 'boolean':
      return fc.boolean()
    case 'timestamp':
      return time()
    case 'number or string':
      return fc.oneof(number(), stringOf())
    case 'boolean or string':
      return fc.oneof(fc.boolean(), stringOf())
    case 'document':
      return json()
    default:
      return stringOf()
  }
}
