/**
 * A full sample of any structure, made from its field list: every member present, lists of one or two items, maps with one entry, recursion
 * cut where a structure would contain itself. The same list always gives the same sample. And the sites of a value: every place in
 * it that the model knows, to be changed one at a time.
 */
import type { Field, Shape } from '../../src/codec/fields.js'
import { fieldsOf, StructureType } from '../../src/codec/structure.js'

/** An object of a sample, to be changed at will. */
export type Value = Record<string, unknown>

export type Path = ReadonlyArray<string | number>

/** The one key of every map in a sample. */
const SAMPLE_KEY = 'sampleKey'

/** The one structure codec that a shape refers to. */
export function codecOf(shape: Shape & { readonly kind: 'structure' }): StructureType<unknown> {
  if (shape.codec instanceof StructureType) return shape.codec
  throw new TypeError(`${shape.codec.name} is no structure`)
}

/** The full sample of a structure. */
export function sampleOf(codec: StructureType<unknown>): Value {
  return sampleStructure(codec, [])
}

function sampleStructure(codec: StructureType<unknown>, above: ReadonlyArray<StructureType<unknown>>): Value {
  const value: Value = {}
  for (const field of fieldsOf(codec)) {
    const member = sampleShape(field.shape, [...above, codec], field.name)
    if (member !== undefined) value[field.name] = member
  }
  return value
}

function sampleShape(shape: Shape, above: ReadonlyArray<StructureType<unknown>>, name: string): unknown {
  switch (shape.kind) {
    case 'list': {
      const item = sampleShape(shape.item, above, name)
      if (item === undefined) return []
      return isLeaf(shape.item) ? [item, sampleShape(shape.item, above, name)] : [item]
    }
    case 'map': {
      const item = sampleShape(shape.item, above, name)
      return item === undefined ? {} : { [SAMPLE_KEY]: item }
    }
    case 'structure':
      return above.includes(codecOf(shape)) ? undefined : sampleStructure(codecOf(shape), above)
    case 'literal':
      return shape.value
    case 'string':
      return `some ${name}`
    case 'number':
      return 42
    case 'boolean':
      return true
    case 'timestamp':
      return 'Jan 22, 2021 12:46:28 AM'
    case 'number or string':
      return 7
    case 'boolean or string':
      return 'true'
    case 'document':
      return { any: ['thing', 1, null] }
    case 'absent':
      return undefined
  }
}

/** Whether a shape has no parts. */
const isLeaf = (shape: Shape): boolean => shape.kind !== 'list' && shape.kind !== 'map' && shape.kind !== 'structure'

/** A place in a value that the model knows. */
export interface Site {
  readonly path: Path
  readonly shape: Shape
  /** The member of a structure that stands here; items of lists and values of maps are no members. */
  readonly field: Field | undefined
  readonly value: unknown
  /** Puts another value here. */
  readonly set: (value: unknown) => void
  /** Takes the member away. */
  readonly remove: () => void
}

/** Every place in a value that the model knows and that holds something, outer before inner. */
export function sitesOf(codec: StructureType<unknown>, value: unknown, path: Path = []): ReadonlyArray<Site> {
  const sites: Array<Site> = []
  addStructure(codec, value, path, sites)
  return sites
}

function addStructure(codec: StructureType<unknown>, value: unknown, path: Path, sites: Array<Site>): void {
  if (!isValue(value)) return
  for (const field of fieldsOf(codec)) {
    if (Object.hasOwn(value, field.name)) addSite(field.shape, field, value, field.name, [...path, field.name], sites)
  }
}

function addSite(shape: Shape, field: Field | undefined, holder: object, key: string | number, path: Path, sites: Array<Site>): void {
  const value: unknown = Reflect.get(holder, key)
  const set = (other: unknown): void => {
    // Not by assignment: a key `__proto__` of a map is data.
    Object.defineProperty(holder, key, { value: other, writable: true, enumerable: true, configurable: true })
  }
  sites.push({ path, shape, field, value, set, remove: () => void Reflect.deleteProperty(holder, key) })
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) addSite(shape.item, undefined, value, i, [...path, i], sites)
  } else if (shape.kind === 'map' && isValue(value)) {
    for (const name of Object.keys(value)) addSite(shape.item, undefined, value, name, [...path, name], sites)
  } else if (shape.kind === 'structure') {
    addStructure(codecOf(shape), value, path, sites)
  }
}

const isValue = (u: unknown): u is Value => typeof u === 'object' && u !== null && !Array.isArray(u)

/** Every object in a value that stands where the model has a structure, the value itself first. */
export function structuresIn(codec: StructureType<unknown>, value: Value): ReadonlyArray<{ readonly path: Path; readonly value: Value }> {
  const inner = sitesOf(codec, value).flatMap((site) =>
    site.shape.kind === 'structure' && isValue(site.value) ? [{ path: site.path, value: site.value }] : [],
  )
  return [{ path: [], value }, ...inner]
}

/** All structure codecs that can be reached from some, each once. */
export function reachable(codecs: Iterable<StructureType<unknown>>): ReadonlyArray<StructureType<unknown>> {
  const seen = new Set<StructureType<unknown>>()
  const visit = (shape: Shape): void => {
    if (shape.kind === 'list' || shape.kind === 'map') visit(shape.item)
    else if (shape.kind === 'structure') add(codecOf(shape))
  }
  const add = (codec: StructureType<unknown>): void => {
    if (seen.has(codec)) return
    seen.add(codec)
    for (const field of fieldsOf(codec)) visit(field.shape)
  }
  for (const codec of codecs) add(codec)
  return [...seen]
}
