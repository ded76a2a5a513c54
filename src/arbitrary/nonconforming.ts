/**
 * Records in which one place departs from the model.
 *
 * @module
 */
import * as fc from 'fast-check'
import type { Shape } from '../codec/fields.js'
import type { StructureType } from '../codec/structure.js'
import { sitesOf } from './site.js'
import type { Value } from './value.js'

/** A value and the structure that it is of. */
export interface Made {
  readonly codec: StructureType<unknown>
  readonly value: Value
}

/** Members that say what a record is: with others, it would be of another kind, or none. */
const NAMES: ReadonlyArray<string | number | undefined> = ['eventSource', 'eventName', 'eventCategory', 'eventType']

/** Values that are wrong where a value of this shape stands; none where anything goes. */
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
    case 'structure':
      return ['text', 0, []]
    default:
      return []
  }
}

/** The same records, each with a wrong value in one place. */
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
