/**
 * What a call acted on, in a few words.
 *
 * @module
 */
import type { GlueResource } from '../insight/glue-resource.js'
import type { Resources } from '../insight/resources.js'

/** The name of a resource behind the names of what it lies in, `sales.orders`; what its ARN ends with where there is no name. */
export function nameOf({ name, within = [], arn, type }: GlueResource): string {
  if (name !== undefined) return [...within, name].join('.')
  // arn:partition:service:region:account:resource
  return arn?.split(':').slice(5).join(':') ?? type
}

/** The first resource and how many more there are; a question mark says that the record may not name all of them. */
export function whatOf({ resources, complete }: Resources): string {
  const [first, ...rest] = resources
  const more = rest.length === 0 ? '' : ` +${rest.length}`
  return first === undefined ? (complete ? '' : '?') : `${nameOf(first)}${more}${complete ? '' : ' ?'}`
}
