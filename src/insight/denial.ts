/**
 * Denied calls. Their parameters are null, but most messages name who was denied what on which resource, and for lack of what.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { DENIED_CODES } from '../generated/evidence.js'
import { type Arn, isArn } from '../scalar/arn.js'
import { present } from './present.js'

/**
 * What denied a call: a policy of this type, or permissions of Lake Formation.
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
 * What a record tells of a denial. Members are there only where the message tells.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Denial {
  /** Who was denied, mostly an ARN. */
  readonly principal?: string
  /** The action as policies name it, such as `glue:UpdateTable`; not always the API that was called. */
  readonly action?: string
  /** What it was denied on. Its account need not be the caller's, and it may be a pattern such as `arn:aws:glue:us-east-1:123456789012:job/*`. */
  readonly resource?: Arn
  /** What denied it. */
  readonly cause?: DenialCause
  /** Whether a policy forbids it (`true`) or none allows it (`false`). */
  readonly explicit?: boolean
  /** The message is as long as CloudTrail keeps messages, so that its end is missing; what may be cut is left out here. */
  readonly cut: boolean
}

const USER = 'User: '
const ACTION = ' is not authorized to perform: '
const RESOURCE = ' on resource: '
const EXPLICIT = ' with an explicit deny in a'
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

const LAKE_FORMATION = 'Insufficient Lake Formation permission'

/** Messages are kept up to 1 KB, of which `...` may be the end; where a character of several bytes would not fit, some bytes less. */
const KEPT_BYTES = 1024 - 3

/** Whether a record says that its call was denied: by its code, or in the words of its message. */
export function isDenied(record: unknown): boolean {
  const code = memberOf(record, 'errorCode')
  const message = memberOf(record, 'errorMessage')
  return (
    (typeof code === 'string' && DENIED_CODES.includes(code)) ||
    (typeof message === 'string' && (message.includes(ACTION) || message.startsWith(LAKE_FORMATION)))
  )
}

/**
 * What a denied call tells of its denial: who, which action, on which resource, and what denied it. Read from `errorMessage` in the form that
 * most services write: "User: ARN is not authorized to perform: glue:UpdateTable on resource: ARN because no identity-based policy allows
 * the glue:UpdateTable action".
 *
 * Source: {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html AWS: access denied error messages}.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns What the message tells, as little as `{ cut: false }` where it has another form, or `undefined` where the call was not denied.
 *
 * @example
 * import { denialOf } from 'glue-trail'
 *
 * const denial = denialOf({
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
 * assert.strictEqual(denialOf({ errorCode: 'EntityNotFoundException' }), undefined)
 *
 * @category insights
 * @since 0.1.0
 */
export function denialOf(record: unknown): Denial | undefined {
  if (!isDenied(record)) return undefined
  const message = memberOf(record, 'errorMessage')
  if (typeof message !== 'string') return { cut: false }
  const cut = isCut(message)
  if (message.startsWith(LAKE_FORMATION)) return { cause: 'LAKE_FORMATION', explicit: false, cut }
  const at = message.indexOf(ACTION)
  if (at < 0) return { cut }

  const user = message.lastIndexOf(USER, at)
  const rest = until(message.slice(at + ACTION.length), ENCODED)
  // A name may hold the words of a clause too; the clause is the last.
  const clauseAt = Math.max(rest.lastIndexOf(EXPLICIT), rest.lastIndexOf(IMPLICIT))
  const what = clauseAt < 0 ? rest : rest.slice(0, clauseAt)
  const clause = clauseAt < 0 ? '' : rest.slice(clauseAt)
  const action = until(what, RESOURCE)
  const resource = unquoted(what.slice(action.length + RESOURCE.length))
  // What the message ends with may be cut.
  const whole = clause !== '' || !cut
  const told = {
    principal: user < 0 ? undefined : message.slice(user + USER.length, at),
    action: whole || action !== what ? action : undefined,
    resource: whole && isArn(resource) ? resource : undefined,
    cause: CAUSES.find(([words]) => clause.includes(words))?.[1],
    explicit: clause === '' ? undefined : clause.startsWith(EXPLICIT),
  }
  return { ...present(told), cut }
}

function until(text: string, separator: string): string {
  const at = text.indexOf(separator)
  return at < 0 ? text : text.slice(0, at)
}

/** Some services write the resource in quotes. */
function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

/** Whether a text fills what CloudTrail keeps of messages, counted in bytes of UTF-8. */
function isCut(message: string): boolean {
  let bytes = 0
  for (let i = 0; i < message.length && bytes < KEPT_BYTES; i++) {
    const code = message.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes >= KEPT_BYTES
}
