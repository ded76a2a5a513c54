/**
 * What is known of Glue's APIs without any record: how much each may do, which paths are sensitive, whose response is null.
 *
 * @module
 */
import type { Field, Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'
import {
  ACCESS_LETTERS,
  GLUE_APIS,
  type GlueEventName,
  NAME_ONLY_APIS,
  NULL_RESPONSE_APIS,
  OBSERVED_NULL_RESPONSE_APIS,
} from '../generated/registry.js'
import { glueEventNamed } from './glue-event.js'

/**
 * How much a call may do, in IAM's words.
 *
 * @category registry
 * @since 0.1.0
 */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management'

const LEVELS: ReadonlyArray<AccessLevel> = ['Read', 'List', 'Write', 'Tagging', 'Permissions management']

/**
 * How much a Glue API may do, by IAM's access level of the action of that name. Names of `NAME_ONLY_APIS` are known too. IAM files some reads, such
 * as `ListConnectionTypes`, under Permissions management; what it says is kept.
 *
 * Source: {@link https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html actions of AWS Glue}; for APIs without
 * an action of their name, their verb.
 *
 * @param name - An API's name, as `eventName` has it.
 * @returns The level, or `undefined` for names that are not known.
 *
 * @example
 * import { accessLevelOf } from 'glue-trail'
 *
 * assert.strictEqual(accessLevelOf('DeleteTable'), 'Write')
 * assert.strictEqual(accessLevelOf('GetTables'), 'Read')
 * assert.strictEqual(accessLevelOf('NoSuchApi'), undefined)
 *
 * @category registry
 * @since 0.1.0
 */
export function accessLevelOf(name: string): AccessLevel | undefined {
  const modelled = (GLUE_APIS as ReadonlyArray<string>).indexOf(name)
  const place = modelled >= 0 ? modelled : GLUE_APIS.length + NAME_ONLY_APIS.indexOf(name)
  if (modelled < 0 && place < GLUE_APIS.length) return undefined
  return LEVELS.find((level) => level.charAt(0) === ACCESS_LETTERS.charAt(place))
}

/**
 * Whether AWS says that CloudTrail logs null in place of this API's response: exactly membership in `NULL_RESPONSE_APIS`. Read-only does not
 * imply it: `GetTags` has been seen with its response.
 *
 * @param name - An API's name, as `eventName` has it.
 *
 * @example
 * import { isNullResponseApi } from 'glue-trail'
 *
 * assert.strictEqual(isNullResponseApi('GetTable'), true)
 * assert.strictEqual(isNullResponseApi('GetTags'), false)
 *
 * @category registry
 * @since 0.1.0
 */
export const isNullResponseApi = (name: string): boolean => NULL_RESPONSE_APIS.includes(name)

/**
 * On what basis an API's response may be expected to be null.
 *
 * - `documented`: AWS names the API.
 * - `observed`: a public record of a call that succeeded shows it.
 * - `no-output`: the API returns nothing, so there is nothing to log.
 * - `likely`: the API reads or lists, and CloudTrail logs no response for most that do.
 *
 * @category registry
 * @since 0.1.0
 */
export type NullResponseBasis = 'DOCUMENTED' | 'OBSERVED' | 'NO_OUTPUT' | 'LIKELY'

/**
 * On what basis an API's response may be expected to be null, the strongest first. Knowledge, no rule: codecs take real responses
 * of any API.
 *
 * @param name - An API's name, as `eventName` has it.
 * @returns The basis, or `undefined` where a response is to be expected or the name is not known.
 *
 * @example
 * import { nullResponseOf } from 'glue-trail'
 *
 * assert.strictEqual(nullResponseOf('GetTable'), 'DOCUMENTED')
 * assert.strictEqual(nullResponseOf('CreateConnection'), 'OBSERVED')
 * assert.strictEqual(nullResponseOf('DeleteCrawler'), 'NO_OUTPUT')
 * assert.strictEqual(nullResponseOf('GetTags'), 'LIKELY')
 * assert.strictEqual(nullResponseOf('StartJobRun'), undefined)
 *
 * @category registry
 * @since 0.1.0
 */
export function nullResponseOf(name: string): NullResponseBasis | undefined {
  if (isNullResponseApi(name)) return 'DOCUMENTED'
  if (OBSERVED_NULL_RESPONSE_APIS.includes(name)) return 'OBSERVED'
  const response = glueEventNamed(name)?.fields.find((field) => field.name === 'responseElements')?.shape
  if (response?.kind === 'structure' && fieldsOf(response.codec).length === 0) return 'NO_OUTPUT'
  const level = accessLevelOf(name)
  return level === 'Read' || level === 'List' ? 'LIKELY' : undefined
}

/**
 * The places of a Glue event that are sensitive: marked so by the API model, or known to hold secrets all the same. CloudTrail leaves
 * them out, hides them behind a mark, or shows them.
 *
 * @param name - An API's name.
 * @returns Paths from the record's root, sorted: members apart by dots, `[]` for any item of a list, `{}` for any value of a map. Below a
 * structure that contains itself the path is not followed a second time.
 *
 * @example
 * import { sensitivePathsOf } from 'glue-trail'
 *
 * assert.deepStrictEqual(sensitivePathsOf('StartJobRun'), ['requestParameters.arguments'])
 *
 * @category registry
 * @since 0.1.0
 */
export function sensitivePathsOf(name: GlueEventName): ReadonlyArray<string> {
  const paths: Array<string> = []
  const walkFields = (fields: ReadonlyArray<Field>, path: string, above: ReadonlyArray<unknown>): void => {
    for (const field of fields) walkShape(field.shape, path === '' ? field.name : `${path}.${field.name}`, above)
  }
  const walkShape = (shape: Shape, path: string, above: ReadonlyArray<unknown>): void => {
    if (shape.sensitive) paths.push(path)
    else if (shape.kind === 'list') walkShape(shape.item, `${path}[]`, above)
    else if (shape.kind === 'map') walkShape(shape.item, `${path}{}`, above)
    else if (shape.kind === 'structure' && !above.includes(shape.codec)) walkFields(fieldsOf(shape.codec), path, [...above, shape.codec])
  }
  walkFields(glueEventNamed(name)?.fields ?? [], '', [])
  return paths.sort()
}
