/**
 * `actor`: who made the call, by any of the caller's names.
 *
 * @module
 */
import { actorOf } from '../../insight/actor.js'
import type { Field, Gap } from '../field.js'
import { patternField } from '../patterns.js'
import { isCall, NO_CALL, type Values } from '../subject.js'

/** Patterns of callers. */
export const actor: Field = /* @__PURE__ */ patternField({ valuesOf: namesOf })

/** Of another account's caller, CloudTrail logs little more than the account. */
const OTHER_ACCOUNT: Gap = { path: ['userIdentity'], kind: 'NOT_LOGGED' }

const NO_CALLER: Gap = { path: ['userIdentity'], kind: 'ABSENT' }

/**
 * Returns the name, the role, the session, both as `role/session`, the ARNs, and the person for whom a service called.
 * A record that has one of them has them all, except where another account called.
 */
function namesOf(record: unknown): Values {
  const { kind, name, role, session, arn, issuerArn, onBehalfOf } = actorOf(record)
  const both = role === undefined || session === undefined ? undefined : `${role}/${session}`
  const values = [name, role, session, both, arn, issuerArn, onBehalfOf?.userId].filter((value) => value !== undefined)
  if (!isCall(record)) return { values, gap: NO_CALL }
  return { values, gap: values.length === 0 ? NO_CALLER : kind === 'ACCOUNT' ? OTHER_ACCOUNT : undefined }
}
