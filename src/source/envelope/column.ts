/**
 * Columns of tables over CloudTrail, back to members of the record. Tables have lower-case names, payloads as JSON in
 * strings, and null for whatever the record does not have.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { printable } from '../../codec/path.js'
import { OMITTABLE } from '../../event/omitted.js'
import type { Opening, Steps } from './envelope.js'
import { FEWER_VALUES, hasTooManyValues, parseValue } from './json-value.js'

/** Names of the record that have capitals, at any depth: what a table lower-cases. */
const NAMES =
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage ' +
  'requestParameters responseElements additionalEventData requestID eventID eventType eventCategory apiVersion managementEvent ' +
  'readOnly recipientAccountId sharedEventID vpcEndpointId vpcEndpointAccountId serviceEventDetails sessionCredentialFromConsole ' +
  'edgeDeviceDetails tlsDetails eventContext principalId accountId invokedBy accessKeyId userName onBehalfOf userId identityStoreArn ' +
  'identityProvider credentialId invokedByDelegate inScopeOf sourceArn sourceAccount issuerType credentialsIssuedTo ' +
  'credentialsIssuedToVersion requestContext tagContext principalTags resourceTags sessionContext mfaAuthenticated creationDate ' +
  'sessionIssuer ec2RoleDelivery webIdFederationData federatedProvider sourceIdentity assumedRoot signInSessionArn ec2IssuedInVpc ' +
  'updatedFields originalRequestID originalEventID tlsVersion cipherSuite clientProvidedHostHeader keyExchange ' +
  'mcpEventDetails sessionId mcpProtocolVersion serverVersion mcpServerName executionTimeMs delegatedViaAWS'

let names: ReadonlyMap<string, string> | undefined

/** How the record spells a column. Unknown ones, such as those of partitions, keep their names. */
export function nameOfColumn(column: string): string {
  names ??= new Map(NAMES.split(' ').map((name) => [name.toLowerCase(), name]))
  return names.get(column.toLowerCase()) ?? column
}

/**
 * Columns that all versions of AWS's table have, and answers about a call rest on: without them, a call that was denied
 * may look as if it had succeeded, made by an unknown caller.
 */
const NEEDED = [
  'useridentity',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'errorcode',
  'errormessage',
  'requestparameters',
  'responseelements',
  'eventid',
  'recipientaccountid',
]

/** Whether a result with these columns is one over AWS's table. */
export const isTable = (columns: ReadonlyArray<string>): boolean => columns.includes('eventname') && columns.includes('eventsource')

/** Returns what is wrong with the columns of a result, if one is missing that records need. */
export function missingColumn(columns: ReadonlyArray<string>): string | undefined {
  const missing = NEEDED.find((name) => !columns.includes(name))
  return missing === undefined ? undefined : `rows of Athena without the column ${missing}: select it as well`
}

/** Whether a member is one that tables keep as JSON in a string. */
export const isPayload = (name: string): boolean => OMITTABLE.some((member) => member === name)

/** CloudTrail writes a null for these where there is nothing; all others it leaves out. */
const WRITTEN_AS_NULL = ['requestParameters', 'responseElements']

const STRUCTURES = ['userIdentity', 'resources', 'addendum', 'tlsDetails', 'eventContext']

const BOOLEANS = ['readOnly', 'managementEvent']

/** How Athena prints a structure, or a list of them. */
const PRINTED = /^\[?\{\w+=/

/** What to do about a structure that is not JSON, by its column. */
type Advice = (column: string) => string

/** Some columns of the one table are JSON in the other, and whatever begins so is taken for it. */
const looksLikeJson = (content: string): boolean => content.startsWith('{') || content.startsWith('[')

/**
 * The record of a row. Null, absent and empty are alike; the record is a new object, values that need no work are the
 * very ones of the row. There is none if a structure cannot be restored: it would be a call by an unknown caller.
 *
 * @param columns - Name and value of each.
 * @param into - Takes what is to be known of columns that could not be restored. Payloads stay as they are.
 */
export function recordOfColumns(
  columns: Iterable<readonly [string, unknown]>,
  steps: Steps,
  into: Opening,
  advice: Advice,
): Readonly<Record<string, unknown>> | undefined {
  const members: Array<readonly [string, unknown]> = []
  for (const [column, value] of columns) {
    const name = nameOfColumn(column)
    const at = [...steps, printable(column)]
    // Lake's column is a map of strings: it would look like a payload, but is not one.
    if (isPayload(name) && isObject(value)) into.remark('LOSSY_SOURCE', at, 'JSON in a string', 'an object')
    else if (value != null && value !== '') {
      const member = STRUCTURES.includes(name) ? structure(name, value) : restored(name, value, at, into)
      if (member === undefined) {
        const received = typeof value === 'string' && PRINTED.test(value) ? 'a structure as {name=value}' : 'another string'
        into.broken('LOSSY_SOURCE', at, 'a structure as JSON', `${received}: ${advice(column)}`)
        return undefined
      }
      members.push([name, member])
    } else if (WRITTEN_AS_NULL.includes(name)) members.push([name, null])
  }
  // Own members, whatever they are called.
  return Object.fromEntries(members)
}

/**
 * A structure with the record's names; `undefined` for a string that is not JSON, or JSON without names. Athena prints
 * structures as {type=IAMUser, arn=...}, in which a comma may belong to a value.
 */
function structure(name: string, value: unknown): unknown {
  const isList = name === 'resources'
  if (typeof value !== 'string') return renamed(value, isList, DEEPEST)
  if (value === 'null') return null
  const json = parseValue(value)?.value
  const items = isList ? json : [json]
  return Array.isArray(items) && items.every(isObject) ? renamed(json, isList, DEEPEST) : undefined
}

function restored(name: string, value: unknown, steps: Steps, into: Opening): unknown {
  if (BOOLEANS.includes(name)) return value === 'true' ? true : value === 'false' ? false : value
  if (!isPayload(name) || typeof value !== 'string') return value
  if (value === 'null') return null
  if (!looksLikeJson(value)) return value
  const json = parseValue(value)
  if (json !== undefined) return json.value
  if (hasTooManyValues(value)) into.remark('TOO_MANY_VALUES', steps, FEWER_VALUES, 'more')
  else into.remark('BROKEN_JSON', steps, 'JSON', 'another string')
  return value
}

/** An identity nests three levels deep, its session's context among them. */
const DEEPEST = 5

const TAGS = ['principalTags', 'resourceTags']

/** A structure with the record's names. Maps keep their keys: those of tags, and the attributes of a web identity. */
function renamed(value: unknown, isResource: boolean, levels: number): unknown {
  if (levels === 0) return value
  if (Array.isArray(value)) return value.map((item) => renamed(item, isResource, levels - 1))
  if (!isObject(value)) return value
  const isWebIdentity = Object.hasOwn(value, 'federatedprovider')
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (inner === null || inner === undefined) return []
      const name = isResource ? nameInResource(key) : nameOfColumn(key)
      const isMap = TAGS.includes(name) || (isWebIdentity && name === 'attributes')
      return [[name, isMap ? inner : renamed(inner, false, levels - 1)] as const]
    }),
  )
}

/** Resources are the one place where the record writes `ARN`. */
const nameInResource = (key: string): string =>
  key.toLowerCase() === 'arn' ? 'ARN' : key.toLowerCase() === 'arnprefix' ? 'ARNPrefix' : nameOfColumn(key)
