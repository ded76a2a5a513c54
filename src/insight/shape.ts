/**
 * The shapes of the parts of a record, for walks that follow the value instead of the model.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'
import { classify } from '../event/classify.js'

/** Walks go no deeper. No record that matches its model is this deep, and `JSON.stringify` still prints what is. */
export const DEEPEST = 2500

const members = /* @__PURE__ */ new WeakMap<object, ReadonlyMap<string, Shape>>()

/** Returns the shape of a value as a record; `undefined` if it is not one. */
export function shapeOfRecord(u: unknown): Shape | undefined {
  const codec = classify(u)?.codec
  return codec && { kind: 'structure', codec, sensitive: false }
}

/** Returns the shape of a part of a value: a member, an item of a list, a value of a map. */
export function shapeOfPart(shape: Shape | undefined, key: string | number): Shape | undefined {
  if (shape?.kind === 'list' || shape?.kind === 'map') return shape.item
  if (shape?.kind !== 'structure') return undefined
  let known = members.get(shape.codec)
  if (known === undefined) {
    known = new Map(fieldsOf(shape.codec).map((field) => [field.name, field.shape]))
    members.set(shape.codec, known)
  }
  return known.get(String(key))
}

/** Returns the key if it is data: of a map, or of a member that the model does not have. */
export function dataKey(holder: Shape | undefined, key: string | number): string | undefined {
  return typeof key === 'string' && (holder?.kind === 'map' || shapeOfPart(holder, key) === undefined) ? key : undefined
}

/**
 * Returns whether a value has the type of its shape: a list for a list, a string where a string is allowed. `false`
 * inside documents.
 */
export function fits(shape: Shape | undefined, value: unknown): boolean {
  switch (shape?.kind) {
    case undefined:
    case 'document':
    case 'absent':
      return false
    case 'list':
      return Array.isArray(value)
    case 'map':
      return isObject(value) || (shape.orString === true && typeof value === 'string')
    case 'structure':
      return isObject(value)
    case 'number':
    case 'boolean':
      return typeof value === 'number' || typeof value === 'boolean'
    default:
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  }
}
