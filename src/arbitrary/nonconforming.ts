/**
 * Records with one nonconforming value.
 *
 * @module
 */
import * as fc from 'fast-check'
import type { Shape } from '../codec/fields.js'
import type { StructureType } from '../codec/structure.js'
import { sitesOf } from './site.js'
import type { Value } from './value.js'

/** A value and its structure. */
export interface Made {
  readonly codec: StructureType<unknown>
  readonly value: Value
}

/** Members that classify a record: with other values it would be of another kind, or not a record. */
const NAMES: ReadonlyArray<string | number | undefined> = ['eventSource', 'eventName', 'eventCategory', 'eventType']

/** Returns values that do not match a shape; none if it accepts anything. */
function wrongFor(shape: Shape): ReadonlyArray<unknown> {
  switch (shape.kind) {
    case 'string':
      return [5, true, ['text'], { text: 'text' }]
    case 'number':
      return ['5', false, [], {}]
    case 'boolean':
      return ['true', 1, [], {}]
    case 'timestamp':
    case 'number or string':
      return [true, [1], {}]
    case 'boolean or string':
      return [0, [true], {}]
    case 'list':
      return ['text', 0, {}]
    case 'map':
      return shape.orString ? [0, []] : ['text', 0, []]
    case 'structure':
      return ['text', 0, []]
    default:
      return []
  }
}

/** Generates the same records, each with one nonconforming value. */
export function nonconforming(records: fc.Arbitrary<Made>): fc.Arbitrary<Value> {
  return fc.tuple(records, fc.nat(), fc.nat()).map(([{ codec, value }, place, which]) => {
    const changed = structuredClone(value)
    const sites = sitesOf(codec, changed).filter(({ path, shape }) => !NAMES.includes(path[0]) && wrongFor(shape).length > 0)
    const site = sites[place % sites.length]
    const wrong = site === undefined ? [] : wrongFor(site.shape)
    site?.set(wrong[which % wrong.length])
    return changed
  })
}
