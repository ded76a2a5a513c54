/**
 * `resource`: what the call acted on.
 *
 * @module
 */
import { resourcesOf } from '../../insight/resources.js'
import type { Field } from '../field.js'
import { patternField } from '../patterns.js'
import type { Told } from '../subject.js'

/** Patterns of resources. */
export const resource: Field = /* @__PURE__ */ patternField('resource', { textsOf: namesOf })

/** Names, names behind those of what they lie in, and ARNs; all there are where the record names everything. */
function namesOf(record: unknown): Told {
  const { resources, complete } = resourcesOf(record)
  const texts = resources.flatMap(({ name, within = [], arn }) => [
    ...(name === undefined ? [] : [name, [...within, name].join('.')]),
    ...(arn === undefined ? [] : [arn]),
  ])
  return { texts, all: complete }
}
