/**
 * Who made a call. The twelve types of `userIdentity` name the caller in different members, and a role and the session
 * that assumed it have two names.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { parseArn } from '../scalar/arn.js'
import { isSince } from '../scalar/event-version.js'
import { callerAccountOf } from './account.js'
import { parseBoolean } from './boolean.js'
import { present } from './present.js'
import { stringAt } from './string-at.js'

/**
 * What kind of caller made a call, by `userIdentity.type`: `ROOT` for Root, `USER` for IAMUser, `ROLE` for AssumedRole
 * and Role, `FEDERATED_USER` for FederatedUser, `SAML_USER`, `WEB_IDENTITY_USER`, `DIRECTORY_USER` for Directory,
 * `ACCOUNT` for AWSAccount (another account; no more is logged), `SERVICE` for AWSService and for identities that have
 * only the service that called, `IDENTITY_CENTER_USER`. `UNKNOWN` is the type Unknown, a type that is new, or no
 * identity at all.
 *
 * @category insights
 * @since 0.1.0
 */
export type ActorKind =
  | 'ROOT'
  | 'USER'
  | 'ROLE'
  | 'FEDERATED_USER'
  | 'SAML_USER'
  | 'WEB_IDENTITY_USER'
  | 'DIRECTORY_USER'
  | 'ACCOUNT'
  | 'SERVICE'
  | 'IDENTITY_CENTER_USER'
  | 'UNKNOWN'

/**
 * Boolean facts about the caller; `undefined` where the record does not show them.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ActorFlags {
  /** The root of an account called, itself or as the issuer of the session. */
  readonly root: boolean | undefined
  /** The credentials were temporary: those of a session, not a long-lived key. */
  readonly temporary: boolean | undefined
  /**
   * A second factor was proved at the start of the session or at sign-in. It does not cover what an identity provider
   * required.
   */
  readonly mfa: boolean | undefined
  /** The call came from the AWS Management Console. `false` only from eventVersion 1.08 on, which logs it. */
  readonly console: boolean | undefined
  /** The caller's account is another than the one the record belongs to. */
  readonly crossAccount: boolean | undefined
  /** An AWS service sent the request, for itself or on behalf of the identity. */
  readonly service: boolean | undefined
  /**
   * The record is the copy, in this account's log, of a call that another account made and has in its own log: the two
   * share `sharedEventID`. `undefined` also where another account called and there is no `sharedEventID`.
   */
  readonly copy: boolean | undefined
}

/**
 * The person for whom a service called, as IAM Identity Center knows them.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ActorOnBehalfOf {
  /** Identifier in the identity store, not a name. */
  readonly userId?: string
  /** The identity store. */
  readonly identityStoreArn?: string
}

/**
 * Who made a call. A member is set only where the record has it; redacted and empty values count as missing.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Actor {
  /** What kind of caller. */
  readonly kind: ActorKind
  /** The name of a user, `root`, or the host name of a service. Roles have `role` and `session` instead. */
  readonly name?: string
  /** The name of the role, without its path. */
  readonly role?: string
  /** The name of the session in which the role was assumed: often a person or a program. */
  readonly session?: string
  /** The ARN of the caller: for a role that of the session, which lacks the role's path. */
  readonly arn?: string
  /** The ARN of what issued the session; for a role its own ARN with its path. */
  readonly issuerArn?: string
  /** The account of the caller, as the record has it; not always twelve digits. */
  readonly accountId?: string
  /** The host name of the AWS service that sent the request, such as `athena.amazonaws.com`. */
  readonly invokedBy?: string
  /** The name set when the first role was assumed, and carried through all further ones. */
  readonly sourceIdentity?: string
  /** The identity provider of the session: a host name or an ARN. */
  readonly federatedProvider?: string
  /** The person for whom a service called. */
  readonly onBehalfOf?: ActorOnBehalfOf
  /** Boolean facts. */
  readonly flags: ActorFlags
}

const KINDS: Readonly<Record<string, ActorKind>> = {
  Root: 'ROOT',
  IAMUser: 'USER',
  AssumedRole: 'ROLE',
  Role: 'ROLE',
  FederatedUser: 'FEDERATED_USER',
  SAMLUser: 'SAML_USER',
  WebIdentityUser: 'WEB_IDENTITY_USER',
  Directory: 'DIRECTORY_USER',
  AWSAccount: 'ACCOUNT',
  AWSService: 'SERVICE',
  IdentityCenterUser: 'IDENTITY_CENTER_USER',
}

/** Kinds that only ever act through a session. */
const SESSIONS: ReadonlyArray<ActorKind> = ['ROLE', 'FEDERATED_USER']

/** What `userAgent` is for calls that the console makes; with its own words AWS documents both. */
const CONSOLE_AGENTS: ReadonlyArray<string | undefined> = ['console.amazonaws.com', 'signin.amazonaws.com']

/**
 * Returns who made a call: a user, a role and its session, a service, another account. Role and session are separate: a
 * role shows what was allowed, a session usually who it was.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html CloudTrail userIdentity element}.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The caller; kind `UNKNOWN` without names where the record does not show it.
 *
 * @example
 * import { actorOf } from 'glue-trail'
 *
 * const actor = actorOf({
 *   eventVersion: '1.09',
 *   recipientAccountId: '123456789012',
 *   userIdentity: {
 *     type: 'AssumedRole',
 *     arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly',
 *     accountId: '123456789012',
 *     sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::123456789012:role/data/etl', userName: 'etl' } },
 *   },
 * })
 * assert.strictEqual(actor.kind, 'ROLE')
 * assert.strictEqual(actor.role, 'etl')
 * assert.strictEqual(actor.session, 'nightly')
 * assert.strictEqual(actor.issuerArn, 'arn:aws:iam::123456789012:role/data/etl')
 * assert.strictEqual(actor.flags.temporary, true)
 *
 * @category insights
 * @since 0.1.0
 */
export function actorOf(record: unknown): Actor {
  return total(readActor, record)
}

function readActor(record: unknown): Actor {
  const identity = memberOf(record, 'userIdentity')
  const kind = actorKindOf(identity)
  const session = memberOf(identity, 'sessionContext')
  const members = {
    name: nameOf(kind, identity),
    ...roleOf(kind, identity),
    arn: stringAt(identity, 'arn'),
    issuerArn: stringAt(session, 'sessionIssuer', 'arn'),
    accountId: callerAccountOf(record),
    invokedBy: stringAt(identity, 'invokedBy'),
    sourceIdentity: stringAt(session, 'sourceIdentity'),
    federatedProvider: stringAt(session, 'webIdFederationData', 'federatedProvider') ?? stringAt(identity, 'identityProvider'),
    onBehalfOf: onBehalfOf(memberOf(identity, 'onBehalfOf')),
  }
  return { kind, ...present(members), flags: flagsOf(record, identity, kind) }
}

function actorKindOf(identity: unknown): ActorKind {
  const type = memberOf(identity, 'type')
  if (typeof type === 'string') return (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? 'UNKNOWN'
  // Services leave as little as `accountId` and `invokedBy`.
  const named = ['userName', 'principalId', 'arn'].some((name) => stringAt(identity, name) !== undefined)
  return !named && stringAt(identity, 'invokedBy') !== undefined ? 'SERVICE' : 'UNKNOWN'
}

function nameOf(kind: ActorKind, identity: unknown): string | undefined {
  if (kind === 'ROOT') return 'root'
  if (kind === 'SERVICE') return stringAt(identity, 'invokedBy')
  if (kind === 'ROLE') return undefined
  return stringAt(identity, 'userName') ?? named(stringAt(identity, 'arn'), kind === 'FEDERATED_USER' ? 'federated-user' : 'user').at(-1)
}

/** Returns the names after this word in the resource of an ARN; empty if it begins with another word. */
function named(arn: string | undefined, word: string): ReadonlyArray<string> {
  const [first, ...names] = parseArn(arn ?? '')?.resource.split('/') ?? []
  return first === word ? names : []
}

/** Role and session, also of identities of other types whose ARN is that of a session. */
function roleOf(kind: ActorKind, identity: unknown): { readonly role: string | undefined; readonly session: string | undefined } {
  const assumed = named(stringAt(identity, 'arn'), 'assumed-role')
  const issuer = memberOf(memberOf(identity, 'sessionContext'), 'sessionIssuer')
  const issued = kind === 'ROLE' || stringAt(issuer, 'type') === 'Role'
  const role =
    (issued ? (stringAt(issuer, 'userName') ?? named(stringAt(issuer, 'arn'), 'role').at(-1)) : undefined) ??
    assumed[0] ??
    named(stringAt(identity, 'arn'), 'role').at(-1)
  // A role's own id begins with AROA; the session follows the colon.
  const principal = stringAt(identity, 'principalId') ?? ''
  const colon = principal.indexOf(':')
  const session =
    assumed.length > 1
      ? assumed.at(-1)
      : colon > 0 && (kind === 'ROLE' || principal.startsWith('AROA'))
        ? principal.slice(colon + 1)
        : undefined
  return { role, session: kind === 'USER' || session === '' ? undefined : session }
}

function onBehalfOf(value: unknown): ActorOnBehalfOf | undefined {
  const person = present({ userId: stringAt(value, 'userId'), identityStoreArn: stringAt(value, 'identityStoreArn') })
  return Object.keys(person).length === 0 ? undefined : person
}

function flagsOf(record: unknown, identity: unknown, kind: ActorKind): ActorFlags {
  // Nearly everything about another account's caller is left out, so a missing member proves nothing.
  const isLogged = kind !== 'UNKNOWN' && kind !== 'ACCOUNT'
  const session = memberOf(identity, 'sessionContext')
  const caller = callerAccountOf(record)
  const recipient = stringAt(record, 'recipientAccountId')
  const crossAccount = recipient === undefined || caller === undefined ? undefined : caller !== recipient
  return {
    root: kind === 'ROOT' || stringAt(session, 'sessionIssuer', 'type') === 'Root' || (isLogged ? false : undefined),
    temporary: isTemporary(kind, identity, session),
    mfa: parseBoolean(memberOf(memberOf(session, 'attributes'), 'mfaAuthenticated')) ?? signedInWithMfa(record),
    console: isConsole(record),
    crossAccount,
    service: kind === 'SERVICE' || isService(record, identity) || (isLogged ? false : undefined),
    copy: crossAccount && stringAt(record, 'sharedEventID') === undefined ? undefined : crossAccount,
  }
}

/**
 * AWS begins the ids of temporary keys with ASIA and those of long-lived ones with AKIA; a session beside a long-lived
 * key is a contradiction.
 */
function isTemporary(kind: ActorKind, identity: unknown, session: unknown): boolean | undefined {
  const key = stringAt(identity, 'accessKeyId') ?? ''
  if (SESSIONS.includes(kind) || key.startsWith('ASIA') || named(stringAt(identity, 'arn'), 'assumed-role').length > 0) return true
  const began = stringAt(session, 'attributes', 'creationDate') !== undefined
  return key.startsWith('AKIA') ? (began ? undefined : false) : began || undefined
}

function isConsole(record: unknown): boolean | undefined {
  const logged = parseBoolean(memberOf(record, 'sessionCredentialFromConsole'))
  if (logged !== undefined) return logged
  const type = stringAt(record, 'eventType')
  if (type === 'AwsConsoleSignIn' || type === 'AwsConsoleAction') return true
  if (CONSOLE_AGENTS.includes(stringAt(record, 'userAgent'))) return true
  // The member is written only where it is true, from 1.08 on.
  return type === 'AwsApiCall' && isSince(memberOf(record, 'eventVersion'), 1, 8) === true ? false : undefined
}

function isService(record: unknown, identity: unknown): boolean {
  return stringAt(identity, 'invokedBy') !== undefined || stringAt(record, 'eventType') === 'AwsServiceEvent'
}

/** Sign-in records say it in words of their own. */
function signedInWithMfa(record: unknown): boolean | undefined {
  const used = stringAt(record, 'additionalEventData', 'MFAUsed')
  return used === 'Yes' ? true : used === 'No' ? false : undefined
}
