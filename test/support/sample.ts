/**
 * Makes a full sample of any structure from its field list: every member is present, lists have one or two items, maps
 * one entry, and recursion ends where a structure would contain itself. The same list always gives the same sample. The
 * sites of a value, which tests change one at a time, are those of `glue-trail/arbitrary`.
 */
import { isValue, type Path, sitesOf } from '../../src/arbitrary/site.js'
import { codecOf } from '../../src/arbitrary/structure.js'
import type { Value } from '../../src/arbitrary/value.js'
import type { Shape } from '../../src/codec/fields.js'
import { fieldsOf, type StructureType } from '../../src/codec/structure.js'

export { type Path, type Site, sitesOf } from '../../src/arbitrary/site.js'
export { codecOf } from '../../src/arbitrary/structure.js'
export type { Value } from '../../src/arbitrary/value.js'

/** The one key of every map in a sample. */
const SAMPLE_KEY = 'sampleKey'

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

/** Returns every object in a value for which the model has a structure, the value itself first. */
export function structuresIn(codec: StructureType<unknown>, value: Value): ReadonlyArray<{ readonly path: Path; readonly value: Value }> {
  const inner = sitesOf(codec, value).flatMap((site) =>
    site.shape.kind === 'structure' && isValue(site.value) ? [{ path: site.path, value: site.value }] : [],
  )
  return [{ path: [], value }, ...inner]
}

/** Returns all structure codecs that are reachable from the given ones, each once. */
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
