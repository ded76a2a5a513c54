/**
 * The sites of a value: every path in it that the model knows, to be changed one at a time.
 *
 * @module
 */
import type { Field, Shape } from '../codec/fields.js'
import { fieldsOf, type StructureType } from '../codec/structure.js'
import { codecOf } from './structure.js'
import type { Value } from './value.js'

/** The path of a site: members, keys and indexes. */
export type Path = ReadonlyArray<string | number>

/** A part of a value that the model knows. */
export interface Site {
  readonly path: Path
  readonly shape: Shape
  /** The member of a structure; `undefined` for items of lists and values of maps. */
  readonly field: Field | undefined
  readonly value: unknown
  /** Replaces the value. */
  readonly set: (value: unknown) => void
  /** Removes the member. */
  readonly remove: () => void
}

/** Returns every site of a value that the model knows and that has a value, outer before inner. */
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
    // Not by assignment, because a key `__proto__` of a map is data.
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

/** Returns whether a value is an object with members. */
export const isValue = (u: unknown): u is Value => typeof u === 'object' && u !== null && !Array.isArray(u)
