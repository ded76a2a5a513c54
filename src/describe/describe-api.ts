/**
 * An API as data: what is known about its calls without any record.
 *
 * @module
 */
import type { Field } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'
import { glueEventNamed } from '../event/glue-event.js'
import { type AccessLevel, accessLevelOf, type NullResponseBasis, nullResponseOf } from '../event/registry.js'
import { API_PAGE } from '../generated/describe/apis.js'
import { apiFacts, arnForm, enumValues, memberFacts } from './api-facts.js'
import { isSensitive, structureIn, structuresFrom, typeText } from './structures.js'

/**
 * One member of a request, a response or a shape. In a record any member may be missing or null.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface MemberDescription {
  /** As CloudTrail spells it. */
  readonly name: string
  /**
   * Its type in words: `string`, `list of Column`, `map of string`, `timestamp`, `any JSON`, or the name of an enum.
   */
  readonly type: string
  /** The shape in the type: its name among the shapes of the description. */
  readonly shape?: string
  /** The values of the enum in the type. Records may have other values. */
  readonly values?: ReadonlyArray<string>
  /** Whether the API requires it. */
  readonly requiredByApi: boolean
  /** Whether it, or its items, are sensitive: left out by CloudTrail, redacted, or logged. */
  readonly sensitive: boolean
  /** Whether AWS marks it as deprecated. */
  readonly deprecated: boolean
  /** Whether CloudTrail writes it although no API model has it. */
  readonly undocumented: boolean
}

/**
 * A structure within requests and responses.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface ShapeDescription {
  /** AWS's name of it. */
  readonly name: string
  /** In the order of the API model; empty if any object is accepted. */
  readonly members: ReadonlyArray<MemberDescription>
}

/**
 * A type of resource that, by IAM, an API works on.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface ResourceTypeDescription {
  /** IAM's name of the type, such as `table`. */
  readonly name: string
  /** Whether a policy has to name one. */
  readonly required: boolean
  /** The form of its ARNs, with names in braces for values. */
  readonly arn: string
}

/**
 * What is known about an API without any record.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface ApiDescription {
  /** The API's name, as in `eventName`. */
  readonly name: string
  /** Its topic, such as `catalog`, `jobs`, `crawlers`. */
  readonly topic: string
  /** IAM's access level. */
  readonly accessLevel?: AccessLevel
  /** Why its response is expected to be null; missing if a response is expected. */
  readonly nullResponse?: NullResponseBasis
  /**
   * The types of resources it works on, by IAM; empty if the action has no resource, missing if IAM has no action of
   * that name.
   */
  readonly resourceTypes?: ReadonlyArray<ResourceTypeDescription>
  /** AWS's page about it. */
  readonly page: string
  /** The members of `requestParameters`. */
  readonly request: ReadonlyArray<MemberDescription>
  /** The members of `responseElements`. */
  readonly response: ReadonlyArray<MemberDescription>
  /** Every structure that members refer to, directly or not, once; those of the request first. */
  readonly shapes: ReadonlyArray<ShapeDescription>
}

/**
 * Describes a modelled Glue API as plain data.
 *
 * Sources: the API model of the AWS SDK, IAM's service authorization reference, and what records and AWS's guides show
 * in addition.
 *
 * @param name - The name of an API, as in `eventName`.
 * @returns The description, or `undefined` for an API without a model. Structures that contain themselves are listed
 * once, like all others.
 *
 * @example
 * import { describeApi } from 'glue-trail/describe'
 *
 * const api = describeApi('StartJobRun')
 * assert.strictEqual(api?.accessLevel, 'Write')
 * assert.deepStrictEqual(api?.resourceTypes?.map(({ name }) => name), ['job'])
 * const workerType = api?.request.find(({ name }) => name === 'workerType')
 * assert.deepStrictEqual(workerType?.values?.slice(0, 2), ['G.025X', 'G.12X'])
 * assert.strictEqual(describeApi('NoSuchApi'), undefined)
 *
 * @category descriptions
 * @since 0.1.0
 */
export function describeApi(name: string): ApiDescription | undefined {
  const event = glueEventNamed(name)
  const facts = apiFacts(name)
  if (event === undefined || facts === undefined) return undefined
  const payload = (member: string): { readonly name: string; readonly fields: ReadonlyArray<Field> } => {
    const codec = event.fields.flatMap((field) => (field.name === member ? (structureIn(field.shape) ?? []) : []))[0]
    return codec === undefined ? { name: '', fields: [] } : { name: codec.name, fields: fieldsOf(codec) }
  }
  const [request, response] = [payload('requestParameters'), payload('responseElements')]
  const accessLevel = accessLevelOf(name)
  const nullResponse = nullResponseOf(name)
  return {
    name,
    topic: facts.topic,
    ...(accessLevel && { accessLevel }),
    ...(nullResponse && { nullResponse }),
    ...(facts.resourceTypes && { resourceTypes: facts.resourceTypes.map(resourceType) }),
    page: API_PAGE.replace('*', name),
    request: describeFields(request.name, request.fields),
    response: describeFields(response.name, response.fields),
    shapes: [...structuresFrom([...request.fields, ...response.fields])].map((codec) => ({
      name: codec.name,
      members: describeFields(codec.name, fieldsOf(codec)),
    })),
  }
}

function resourceType(content: string): ResourceTypeDescription {
  const required = content.endsWith('!')
  const name = required ? content.slice(0, -1) : content
  return { name, required, arn: arnForm(name) }
}

function describeFields(structure: string, fields: ReadonlyArray<Field>): ReadonlyArray<MemberDescription> {
  return fields.map(({ name, shape, requiredByApi }) => {
    const { enumName, deprecated, undocumented } = memberFacts(structure, name)
    const inner = structureIn(shape)
    return {
      name,
      type: typeText(shape, enumName),
      ...(inner && { shape: inner.name }),
      ...(enumName !== undefined && { values: enumValues(enumName) }),
      requiredByApi,
      sensitive: isSensitive(shape),
      deprecated,
      undocumented,
    }
  })
}
