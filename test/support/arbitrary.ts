/**
 * fast-check arbitraries made from field lists: valid values of any structure, with members left out, nulls, members the model does not know and
 * marks in sensitive places; and the same with some places changed to anything at all.
 */
import fc from 'fast-check'
import type { Field, Shape } from '../../src/codec/fields.js'
import { fieldsOf, type StructureType } from '../../src/codec/structure.js'
import { codecOf, sitesOf, type Value } from './sample.js'

/** Structures are followed this deep; deeper ones are left out. */
const MAX_DEPTH = 5

/** At most so many members of a structure are present. */
const MAX_MEMBERS = 7

/** Names that objects inherit, as keys of data. */
export const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const

export const MARKS = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '***',
  '****************',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
] as const

const mark = fc.constantFrom(...MARKS)

const text = fc.oneof(
  { weight: 6, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: mark },
)

const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(2 ** 53 + 2, -0))

const time = fc.oneof(
  fc.constantFrom('Jan 22, 2021 12:46:28 AM', 'Jan 22, 2021, 12:46:28\u202fAM', '2021-01-22T00:46:28+0000', 1611276388123, 1611276388.5),
  number,
  text,
)

const key = fc.oneof({ weight: 5, arbitrary: fc.string({ maxLength: 12 }) }, { weight: 1, arbitrary: fc.constantFrom(...INHERITED) })

/** An object with exactly these own members, `__proto__` among them if it is there. */
export function objectOf(entries: Iterable<readonly [string, unknown]>): Value {
  const made: Value = {}
  for (const [name, value] of entries) {
    Object.defineProperty(made, name, { value, writable: true, enumerable: true, configurable: true })
  }
  return made
}

/** A valid value of a structure. */
export function validOf(codec: StructureType<unknown>): fc.Arbitrary<Value> {
  return structureOf(codec, 0)
}

function structureOf(codec: StructureType<unknown>, depth: number): fc.Arbitrary<Value> {
  const fields = fieldsOf(codec)
  const must = fields.filter((field) => field.mustBeThere)
  const may = fields.filter((field) => !field.mustBeThere && field.shape.kind !== 'absent' && (depth < MAX_DEPTH || isFlat(field.shape)))
  return fc
    .subarray(may, { maxLength: Math.min(MAX_MEMBERS, may.length) })
    .chain((chosen) =>
      fc
        .tuple(fc.tuple(...[...must, ...chosen].map((field) => memberOf(field, depth))), unknownMembers(fields))
        .map(([members, others]) => objectOf([...others, ...members])),
    )
}

const isFlat = (shape: Shape): boolean =>
  shape.kind === 'structure' ? false : shape.kind === 'list' || shape.kind === 'map' ? isFlat(shape.item) : true

function memberOf(field: Field, depth: number): fc.Arbitrary<readonly [string, unknown]> {
  const value = shapeOf(field.shape, depth)
  const all = field.mustBeThere ? value : fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
  return all.map((member) => [field.name, member] as const)
}

function unknownMembers(fields: ReadonlyArray<Field>): fc.Arbitrary<ReadonlyArray<readonly [string, unknown]>> {
  const names = new Set(fields.map(({ name }) => name))
  const other = fc.tuple(
    key.filter((name) => !names.has(name)),
    fc.jsonValue({ maxDepth: 2 }),
  )
  return fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(other, { maxLength: 2 }) })
}

function shapeOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const value = plain(shape, depth)
  return shape.sensitive ? fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: mark }) : value
}

function plain(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'list':
      return fc.array(nullable(shape.item, depth), { maxLength: 3 })
    case 'map':
      return fc.array(fc.tuple(key, nullable(shape.item, depth)), { maxLength: 3 }).map(objectOf)
    case 'structure':
      return structureOf(codecOf(shape), depth + 1)
    case 'literal':
      return fc.constant(shape.value)
    case 'string':
      return text
    case 'number':
      return number
    case 'boolean':
      return fc.boolean()
    case 'timestamp':
      return time
    case 'number or string':
      return fc.oneof(number, text)
    case 'boolean or string':
      return fc.oneof(fc.boolean(), text)
    case 'document':
      return fc.jsonValue({ maxDepth: 2 })
    case 'absent':
      return fc.constant(undefined)
  }
}

const nullable = (shape: Shape, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: shapeOf(shape, depth) }, { weight: 1, arbitrary: fc.constant(null) })

/** Values that are wrong in most places: every JSON kind, and what no JSON holds. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, -1, 1.5, Number.NaN, true, false, '', 'text', '*', ...MARKS),
  fc.constant(null).map(() => []),
  fc.constant(null).map(() => ({})),
  fc.constant(null).map(() => [[]]),
  fc.constant(null).map(() => [undefined, 1, 'a', { a: 1 }]),
  // A list with a hole.
  fc.constant(null).map(() => new Array(2)),
  fc.constant(null).map(() => ({ a: undefined, b: 'text', c: 1 })),
  fc.jsonValue({ maxDepth: 2 }),
  fc.anything({ maxDepth: 1, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
)

/** A value of a structure in which up to four places hold anything at all. */
export function changedValueOf(codec: StructureType<unknown>): fc.Arbitrary<Value> {
  const changes = fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 4 })
  return fc.tuple(validOf(codec), changes).map(([value, list]) => {
    const changed = structuredClone(value)
    for (const [place, other] of list) {
      const sites = sitesOf(codec, changed)
      if (sites.length > 0) sites[place % sites.length]?.set(other)
    }
    return changed
  })
}
