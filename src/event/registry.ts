/**
 * Knowledge about Glue's APIs: access levels, sensitive paths, null responses.
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
 * IAM's access level of a call.
 *
 * @category registry
 * @since 0.1.0
 */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management'

const LEVELS: ReadonlyArray<AccessLevel> = ['Read', 'List', 'Write', 'Tagging', 'Permissions management']

/**
 * Returns the access level of a Glue API: IAM's level of the action of that name. Four reads that IAM files under
 * permissions management, such as `ListConnectionTypes`, are corrected.
 * Names of `NAME_ONLY_APIS` are known too.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html actions of AWS Glue}; for
 * APIs without an action of their name, their verb.
 *
 * @param name - The name of an API, as in `eventName`.
 * @returns The level, or `undefined` for unknown names.
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
  const index = modelled >= 0 ? modelled : GLUE_APIS.length + NAME_ONLY_APIS.indexOf(name)
  if (modelled < 0 && index < GLUE_APIS.length) return undefined
  return LEVELS.find((level) => level.charAt(0) === ACCESS_LETTERS.charAt(index))
}

/**
 * Returns whether AWS documents that CloudTrail logs null instead of this API's response: exactly the members of
 * `NULL_RESPONSE_APIS`. Reads are not all among them: `GetTags` has been seen with its response.
 *
 * @param name - The name of an API, as in `eventName`.
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
 * Why an API's response is expected to be null.
 *
 * - `DOCUMENTED`: AWS names the API.
 * - `OBSERVED`: a public record of a call that succeeded shows it.
 * - `NO_OUTPUT`: the API returns nothing, so there is nothing to log.
 * - `LIKELY`: the API reads or lists, and CloudTrail logs no response for most that do.
 *
 * @category registry
 * @since 0.1.0
 */
export type NullResponseBasis = 'DOCUMENTED' | 'OBSERVED' | 'NO_OUTPUT' | 'LIKELY'

/**
 * Returns why an API's response is expected to be null; of several bases the strongest. Codecs do not depend on it:
 * they accept real responses of any API.
 *
 * @param name - The name of an API, as in `eventName`.
 * @returns The basis, or `undefined` if a response is expected or the name is unknown.
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
 * Returns the sensitive paths of a Glue event: those that the API's model marks, and others that are known to hold
 * secrets. CloudTrail leaves such values out, redacts them, or logs them.
 *
 * @param name - The name of an API.
 * @returns Paths from the record's root, sorted: members separated by dots, `[]` for any item of a list, `{}` for any
 * value of a map. A structure that contains itself is followed once.
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
