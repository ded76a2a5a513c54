/**
 * What a call acted on, in a few words.
 *
 * @module
 */
import type { GlueResource } from '../insight/glue-resource.js'
import type { ResourceGapKind, Resources } from '../insight/resources.js'

/** The name of a resource behind the names of what it lies in, `sales.orders`; what its ARN ends with where there is no name. */
export function nameOf({ name, within = [], arn, type }: GlueResource): string {
  if (name !== undefined) return [...within, name].join('.')
  // arn:partition:service:region:account:resource
  return arn?.split(':').slice(5).join(':') ?? type
}

/** The name with what it is of, `table sales.orders`. */
export function fullNameOf(resource: GlueResource): string {
  const name = nameOf(resource)
  return name === resource.type ? name : `${resource.type} ${name}`
}

/** Gaps that are no news: of other services' calls, the parameters are never read. */
const EXPECTED: ReadonlyArray<ResourceGapKind> = ['OTHER_SERVICE', 'NO_CALL']

/** The first resource and how many more there are; a question mark says that the call may have named others. */
export function whatOf({ resources, why = [] }: Resources): string {
  const [first, ...rest] = resources
  const parts = [
    ...(first === undefined ? [] : [nameOf(first)]),
    ...(rest.length === 0 ? [] : [`+${rest.length}`]),
    ...(why.every(({ kind }) => EXPECTED.includes(kind)) ? [] : ['?']),
  ]
  return parts.join(' ')
}
