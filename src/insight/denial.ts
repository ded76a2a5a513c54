/**
 * Denied calls. Their parameters are null, but most messages name who was denied, which action on which resource, and
 * by what policy.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { type Arn, isArn } from '../scalar/arn.js'
import { batchOf } from './batch.js'
import { LAKE_FORMATION_REFUSED, NOT_AUTHORIZED } from './denied.js'
import { outcomeOf } from './outcome.js'
import { present } from './present.js'

/**
 * What denied a call: a policy of this type, or missing permissions in Lake Formation.
 *
 * @category insights
 * @since 0.1.0
 */
export type DenialCause =
  | 'IDENTITY_POLICY'
  | 'RESOURCE_POLICY'
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'PERMISSIONS_BOUNDARY'
  | 'SESSION_POLICY'
  | 'VPC_ENDPOINT_POLICY'
  | 'ROLE_TRUST_POLICY'
  | 'LAKE_FORMATION'

/**
 * The catalog, database or table on which Lake Formation refused a permission.
 *
 * @category insights
 * @since 0.1.0
 */
export interface DeniedObject {
  /** `UNKNOWN` where the message has a name alone: of a database, of a table, or the location of data. */
  readonly type: 'CATALOG' | 'DATABASE' | 'TABLE' | 'UNKNOWN'
  /** Its name; the catalog has none. */
  readonly name?: string
  /** The database of a table, where the message names it. */
  readonly database?: string
}

/**
 * What a record shows about a denial. A member is set only where the message has it.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Denial {
  /** Who was denied, usually an ARN. */
  readonly principal?: string
  /**
   * The action as policies name it, such as `glue:UpdateTable`. It need not be the API that was called: a refused
   * `iam:PassRole` or `kms:Decrypt` denies the Glue call that needs it.
   */
  readonly action?: string
  /**
   * The resource of the refused action. Its account need not be the caller's, and it may be a pattern such as
   * `arn:aws:glue:us-east-1:123456789012:job/*`.
   */
  readonly resource?: Arn
  /** The permission that Lake Formation required, as its API spells it, such as `CREATE_TABLE` or `DESCRIBE`. */
  readonly permission?: string
  /** The object on which Lake Formation required it. */
  readonly object?: DeniedObject
  /** What denied it. */
  readonly cause?: DenialCause
  /** Whether a policy forbids it (`true`) or none allows it (`false`). */
  readonly explicit?: boolean
  /**
   * The message is as long as CloudTrail keeps messages, so that its end is missing; what may be cut is left out here.
   */
  readonly cut: boolean
}

const USER = 'User: '
const RESOURCE = ' on resource: '
const EXPLICIT = ' with an explicit deny'
const IMPLICIT = ' because no '
const ENCODED = '. Encoded authorization failure message:'

const CAUSES: ReadonlyArray<readonly [words: string, cause: DenialCause]> = [
  ['identity-based policy', 'IDENTITY_POLICY'],
  ['resource-based policy', 'RESOURCE_POLICY'],
  ['service control policy', 'SERVICE_CONTROL_POLICY'],
  ['resource control policy', 'RESOURCE_CONTROL_POLICY'],
  ['permissions boundary', 'PERMISSIONS_BOUNDARY'],
  ['session policy', 'SESSION_POLICY'],
  ['VPC endpoint policy', 'VPC_ENDPOINT_POLICY'],
  ['role trust policy', 'ROLE_TRUST_POLICY'],
]

/**
 * Messages are kept up to 1 KB, and may end with `...` within it; where a character of several bytes would not fit,
 * they are some bytes shorter.
 */
const KEPT_BYTES = 1024 - 3

/**
 * Returns what a denied call shows about its denial: who, which action, on which resource, and what denied it. It reads
 * `errorMessage` in the form of most services, "User: ARN is not authorized to perform: glue:UpdateTable on resource:
 * ARN because no identity-based policy allows the glue:UpdateTable action", and in those of Lake Formation,
 * "Insufficient Lake Formation permission(s): Required Create Table on raw" or "... on orders (Database name: sales,
 * Table Name: orders)".
 *
 * Source:
 * {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html AWS: access denied error messages}.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns What the message shows, at least `{ cut: false }`; `undefined` unless the outcome of `outcomeOf` is
 * `DENIED`.
 *
 * @example
 * import { denialOf } from 'glue-trail'
 *
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
 * const denial = denialOf({
 *   ...call,
 *   errorCode: 'AccessDenied',
 *   errorMessage:
 *     'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: glue:DeleteTable on resource: ' +
 *     'arn:aws:glue:us-east-1:123456789012:table/sales/orders with an explicit deny in a service control policy',
 * })
 * assert.deepStrictEqual(denial, {
 *   principal: 'arn:aws:iam::123456789012:user/ann',
 *   action: 'glue:DeleteTable',
 *   resource: 'arn:aws:glue:us-east-1:123456789012:table/sales/orders',
 *   cause: 'SERVICE_CONTROL_POLICY',
 *   explicit: true,
 *   cut: false,
 * })
 * assert.strictEqual(denialOf({ ...call, errorCode: 'EntityNotFoundException' }), undefined)
 *
 * @category insights
 * @since 0.1.0
 */
export function denialOf(record: unknown): Denial | undefined {
  return total(readDenial, record)
}

function readDenial(record: unknown): Denial | undefined {
  if (outcomeOf(record)?.kind !== 'DENIED') return undefined
  const logged = memberOf(record, 'errorMessage') ?? batchOf(record)?.deniedMessage
  if (typeof logged !== 'string') return { cut: false }
  const cut = isCut(logged)
  const message = withoutDetails(logged)
  if (message.startsWith(LAKE_FORMATION_REFUSED)) {
    return { cause: 'LAKE_FORMATION', explicit: false, ...present(lakeFormationRefusal(message, cut)), cut }
  }
  const at = message.indexOf(NOT_AUTHORIZED)
  if (at < 0) return { cut }

  const user = message.lastIndexOf(USER, at)
  const rest = until(message.slice(at + NOT_AUTHORIZED.length), ENCODED)
  // A name may contain the words of a clause too; the clause is the last.
  const clauseAt = Math.max(rest.lastIndexOf(EXPLICIT), rest.lastIndexOf(IMPLICIT))
  const request = clauseAt < 0 ? rest : rest.slice(0, clauseAt)
  const clause = clauseAt < 0 ? '' : rest.slice(clauseAt)
  const action = until(request, ' ')
  // The end of the message may be cut.
  const isWhole = clause !== '' || !cut
  const resourceAt = request.startsWith(RESOURCE, action.length) ? action.length + RESOURCE.length : request.length
  const resource = unwrapped(request.slice(resourceAt))
  return {
    ...present({
      principal: user < 0 ? undefined : message.slice(user + USER.length, at),
      action: isWhole || action !== request ? action : undefined,
      resource: isWhole && isArn(resource) ? resource : undefined,
      cause: CAUSES.find(([words]) => clause.includes(words))?.[1],
      explicit: clause === '' ? undefined : clause.startsWith(EXPLICIT),
    }),
    cut,
  }
}

const until = (value: string, separator: string): string => value.split(separator, 1)[0] ?? ''

const DETAILS = ' (Service: '

/** Client libraries append "(Service: AWSGlue; Status Code: 400; ...)", which is not part of a name. */
function withoutDetails(message: string): string {
  const at = message.lastIndexOf(DETAILS)
  return at >= 0 && message.includes('Status Code:', at) ? message.slice(0, at) : message
}

const WORD_BEFORE_ARN = /^[a-z ]{1,32}(?=arn:)/

/** Some services write the resource in quotes, or a word for its type before the ARN. */
function unwrapped(resource: string): string {
  if (resource.length > 1 && resource.startsWith('"') && resource.endsWith('"')) return resource.slice(1, -1)
  return resource.replace(WORD_BEFORE_ARN, '')
}

const REQUIRED = 'Required '
const ON = ' on '
const NAMES = ' (Database name: '
const TABLE = ', Table Name: '

/**
 * Reads "...: Required PERMISSION on NAME" and "... on NAME", also with "(Database name: D)" or "(Database name: D,
 * Table Name: T)" after the name.
 */
function lakeFormationRefusal(message: string, cut: boolean): { permission?: string | undefined; object?: DeniedObject | undefined } {
  const start = message.indexOf(REQUIRED)
  const on = message.indexOf(ON, start)
  if (on < 0) return {}
  const permission =
    start < 0
      ? undefined
      : message
          .slice(start + REQUIRED.length, on)
          .trim()
          .toUpperCase()
          .replaceAll(' ', '_')
  const rest = message.slice(on + ON.length).trim()
  const namesAt = rest.lastIndexOf(NAMES)
  if (namesAt >= 0 && rest.endsWith(')')) {
    const names = rest.slice(namesAt + NAMES.length, -1)
    const at = names.lastIndexOf(TABLE)
    if (at < 0) return { permission, object: { type: 'DATABASE', name: names } }
    return { permission, object: { type: 'TABLE', name: names.slice(at + TABLE.length), database: names.slice(0, at) } }
  }
  // Where the message is cut, so may be the name.
  if (rest === '' || cut) return { permission }
  if (permission === 'CREATE_DATABASE' || permission === 'CREATE_CATALOG' || rest === 'Catalog')
    return { permission, object: { type: 'CATALOG' } }
  return { permission, object: { type: permission === 'CREATE_TABLE' ? 'DATABASE' : 'UNKNOWN', name: rest } }
}

/** Whether a message is as long as CloudTrail keeps messages, in bytes of UTF-8. */
function isCut(message: string): boolean {
  let bytes = 0
  for (let i = 0; i < message.length && bytes < KEPT_BYTES; i++) {
    const code = message.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes >= KEPT_BYTES
}
