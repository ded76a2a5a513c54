/**
 * `resource`: what the call acted on.
 *
 * @module
 */
import { resourcesOf } from '../../insight/resources.js'
import type { Field } from '../field.js'
import { patternField } from '../patterns.js'
import type { Values } from '../subject.js'

/** Patterns of resources. */
export const resource: Field = /* @__PURE__ */ patternField({ valuesOf: namesOf })

/** Returns names, names with what contains them, and ARNs. */
function namesOf(record: unknown): Values {
  const { resources, why } = resourcesOf(record)
  const values = resources.flatMap(({ name, within = [], arn }) => [
    ...(name === undefined ? [] : [name, [...within, name].join('.')]),
    ...(arn === undefined ? [] : [arn]),
  ])
  return { values, gap: why?.[0] }
}
