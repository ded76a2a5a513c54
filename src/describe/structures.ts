/**
 * The structures that codecs are made of, and types of members in words.
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

/** The type of a value in words: `list of Column`, `map of string`, `timestamp`; strings by the name of their enum, where they have one. */
export function typeText(shape: Shape, enumName?: string): string {
  switch (shape.kind) {
    case 'list':
    case 'map':
      return `${shape.kind} of ${typeText(shape.item, enumName)}`
    case 'structure':
      return shape.codec.name
    case 'literal':
      return JSON.stringify(shape.value)
    default:
      return enumName ?? LEAVES[shape.kind]
  }
}

/** The codec of the structure that a value is, or is a list or a map of. */
export function structureIn(shape: Shape): t.Mixed | undefined {
  if (shape.kind === 'list' || shape.kind === 'map') return structureIn(shape.item)
  return shape.kind === 'structure' ? shape.codec : undefined
}

/** Whether a value, or what it is a list or a map of, is sensitive. */
export function isSensitive(shape: Shape): boolean {
  return shape.sensitive || ((shape.kind === 'list' || shape.kind === 'map') && isSensitive(shape.item))
}

/** The structures that members lead to, each once: each is followed by those that it mentions first. */
export function structuresFrom(fields: ReadonlyArray<Field>, found: Set<t.Mixed> = new Set()): ReadonlySet<t.Mixed> {
  for (const { shape } of fields) {
    const codec = structureIn(shape)
    if (codec === undefined || found.has(codec)) continue
    found.add(codec)
    structuresFrom(fieldsOf(codec), found)
  }
  return found
}
