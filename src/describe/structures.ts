/**
 * The structures inside codecs, and types of members in words.
 *
 * @module
 */
import type * as t from 'io-ts'
import type { Field, LeafKind, Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'

const LEAVES: Readonly<Record<LeafKind, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  timestamp: 'timestamp',
  'number or string': 'number or string',
  'boolean or string': 'boolean or string',
  document: 'any JSON',
  absent: 'absent',
}

/**
 * Returns the type of a value in words: `list of Column`, `map of string`, `timestamp`; for a string with an enum the
 * enum's name.
 */
export function typeText(shape: Shape, enumName?: string): string {
  switch (shape.kind) {
    case 'list':
    case 'map':
      return `${shape.kind} of ${typeText(shape.item, enumName)}${shape.orString ? ', or string' : ''}`
    case 'structure':
      return shape.codec.name
    case 'literal':
      return JSON.stringify(shape.value)
    default:
      return enumName ?? LEAVES[shape.kind]
  }
}

/** Returns the codec of the structure of a value, or of the items of a list or map. */
export function structureIn(shape: Shape): t.Mixed | undefined {
  if (shape.kind === 'list' || shape.kind === 'map') return structureIn(shape.item)
  return shape.kind === 'structure' ? shape.codec : undefined
}

/** Returns whether a value, or the items of a list or map, are sensitive. */
export function isSensitive(shape: Shape): boolean {
  return shape.sensitive || ((shape.kind === 'list' || shape.kind === 'map') && isSensitive(shape.item))
}

/** Returns the structures that members refer to, each once; each is followed by those that it refers to first. */
export function structuresFrom(fields: ReadonlyArray<Field>, found: Set<t.Mixed> = new Set()): ReadonlySet<t.Mixed> {
  for (const { shape } of fields) {
    const codec = structureIn(shape)
    if (codec === undefined || found.has(codec)) continue
    found.add(codec)
    structuresFrom(fieldsOf(codec), found)
  }
  return found
}
