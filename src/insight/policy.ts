/**
 * The resource policy that a call sets or shows: a JSON document inside a string.
 *
 * @module
 */

import { isObject, type Members } from '../codec/check.js'
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { isOmitted } from '../event/omitted.js'
import { total } from '../event/total.js'
import { parseJson } from '../scalar/json.js'
import { glueApiOf } from './glue-api.js'
import type { MissingKind } from './missing.js'

/**
 * Strings by name, such as the principals of a statement by their kind.
 *
 * @category insights
 * @since 0.1.0
 */
export type PolicyTexts = Readonly<Record<string, ReadonlyArray<string>>>

/**
 * One statement of a policy. Where IAM takes one string or a list, this has a list.
 *
 * @category insights
 * @since 0.1.0
 */
export interface PolicyStatement {
  /** The statement's name. */
  readonly Sid?: string
  /** `Allow` or `Deny`. */
  readonly Effect?: string
  /**
   * Whom it is about, by kind: `AWS`, `Service`, `Federated`; `*` for anyone is `{ AWS: ['*'] }`, which IAM takes for
   * the same.
   */
  readonly Principal?: PolicyTexts
  /** Whom it is not about. */
  readonly NotPrincipal?: PolicyTexts
  /** Which actions, such as `glue:GetTable`. */
  readonly Action?: ReadonlyArray<string>
  /** All actions but these. */
  readonly NotAction?: ReadonlyArray<string>
  /** Which resources, by ARN. */
  readonly Resource?: ReadonlyArray<string>
  /** All resources but these. */
  readonly NotResource?: ReadonlyArray<string>
  /** Under which conditions: values by condition key, by operator such as `StringEquals`. */
  readonly Condition?: Readonly<Record<string, PolicyTexts>>
}

/**
 * A policy document, with IAM's own member names.
 *
 * Source: {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html IAM policy grammar}.
 *
 * @category insights
 * @since 0.1.0
 */
export interface PolicyDocument {
  /** The version of the language, such as `2012-10-17`. */
  readonly Version?: string
  /** The policy's name. */
  readonly Id?: string
  /** The statements, in order. */
  readonly Statement: ReadonlyArray<PolicyStatement>
}

/**
 * The policy of a call.
 *
 * @category insights
 * @since 0.1.0
 */
export interface PolicyFound {
  /** Distinguishes it from `NoPolicy`. */
  readonly kind: 'POLICY'
  /** The document. */
  readonly document: PolicyDocument
  /** The path of the JSON string, from the record's root. */
  readonly path: ReadonlyArray<string | number>
}

/**
 * Why a record has no policy.
 *
 * @category insights
 * @since 0.1.0
 */
export interface NoPolicy {
  /**
   * `NO_POLICY`: the call has none, or the record does not show it. `OMITTED`: the payload was too large to log.
   * `REDACTED`: a redaction marker replaces it. `TOO_LONG`: above 100 KB, which no payload holds. `NOT_JSON`.
   * `NOT_A_POLICY`: JSON of another form.
   */
  readonly kind: Extract<MissingKind, 'OMITTED' | 'REDACTED'> | 'NO_POLICY' | 'TOO_LONG' | 'NOT_JSON' | 'NOT_A_POLICY'
}

/** Payloads above 100 KB are omitted. */
const LONGEST = 100 * 1024

/**
 * Returns the policy of a `PutResourcePolicy` (its request) or `GetResourcePolicy` (its response, where CloudTrail logs
 * one).
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The document, or why it is missing.
 *
 * @example
 * import { policyOf } from 'glue-trail'
 *
 * const policy = policyOf({
 *   eventSource: 'glue.amazonaws.com', eventName: 'PutResourcePolicy', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   requestParameters: { policyInJson: '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "glue:*", "Resource": "*"}}' },
 * })
 * assert.ok(policy.kind === 'POLICY')
 * assert.deepStrictEqual(policy.document.Statement[0]?.Action, ['glue:*'])
 * assert.deepStrictEqual(policy.document.Statement[0]?.Principal, { AWS: ['*'] })
 *
 * @category insights
 * @since 0.1.0
 */
export function policyOf(record: unknown): PolicyFound | NoPolicy {
  return total(readPolicy, record)
}

function readPolicy(record: unknown): PolicyFound | NoPolicy {
  const api = glueApiOf(record)
  const payload = api === 'PutResourcePolicy' ? 'requestParameters' : api === 'GetResourcePolicy' ? 'responseElements' : undefined
  const holder = payload === undefined ? undefined : memberOf(record, payload)
  const content = memberOf(holder, 'policyInJson')
  if (isRedacted(holder) || isRedacted(content)) return { kind: 'REDACTED' }
  if (isOmitted(holder)) return { kind: 'OMITTED' }
  if (payload === undefined || typeof content !== 'string') return { kind: 'NO_POLICY' }
  if (content.length > LONGEST) return { kind: 'TOO_LONG' }
  const json = parseJson(content)?.value
  if (json === undefined) return { kind: 'NOT_JSON' }
  const document = documentOf(json)
  return document === undefined ? { kind: 'NOT_A_POLICY' } : { kind: 'POLICY', document, path: [payload, 'policyInJson'] }
}

/** Returns `undefined`, which JSON cannot hold, for a value of another form than IAM's. */
type Read = (value: unknown) => unknown

const stringOf: Read = (value) => (typeof value === 'string' ? value : undefined)

const stringsOf: Read = (value) => {
  const list: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  // Values of conditions are booleans and numbers as well.
  return list.every((item) => ['string', 'boolean', 'number'].includes(typeof item)) ? list.map(String) : undefined
}

const mapOf =
  (read: Read): Read =>
  (value) => {
    if (!isObject(value)) return undefined
    const entries = Object.entries(value).map(([key, item]) => [key, read(item)] as const)
    return entries.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(entries)
  }

const principal: Read = (value) => mapOf(stringsOf)(value === '*' ? { AWS: '*' } : value)

const STATEMENT: Readonly<Record<string, Read>> = {
  Sid: stringOf,
  Effect: stringOf,
  Principal: principal,
  NotPrincipal: principal,
  Action: stringsOf,
  NotAction: stringsOf,
  Resource: stringsOf,
  NotResource: stringsOf,
  Condition: /* @__PURE__ */ mapOf(/* @__PURE__ */ mapOf(stringsOf)),
}

const statements: Read = (value) => {
  const list = (Array.isArray(value) ? value : [value]).map((statement) => membersOf(statement, STATEMENT))
  return list.includes(undefined) ? undefined : list
}

const DOCUMENT: Readonly<Record<string, Read>> = { Version: stringOf, Id: stringOf, Statement: statements }

function documentOf(json: unknown): PolicyDocument | undefined {
  const document = membersOf(json, DOCUMENT)
  return document?.Statement === undefined ? undefined : (document as unknown as PolicyDocument)
}

/** The known members that are there, each read; unknown ones are left out, because IAM refuses them. */
function membersOf(value: unknown, reads: Readonly<Record<string, Read>>): Members | undefined {
  if (!isObject(value)) return undefined
  const members: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(reads)) {
    if (!Object.hasOwn(value, name)) continue
    const member = read(value[name])
    if (member === undefined) return undefined
    members[name] = member
  }
  return members
}
