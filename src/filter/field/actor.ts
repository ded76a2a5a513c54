/**
 * `actor`: who made the call, by any of the names a caller has.
 *
 * @module
 */
import { kindOfRecord } from '../../event/kind.js'
import { actorOf } from '../../insight/actor.js'
import type { Field } from '../field.js'
import { patternField } from '../patterns.js'
import type { Told } from '../subject.js'

/** Patterns of callers. */
export const actor: Field = /* @__PURE__ */ patternField('actor', { textsOf: namesOf })

/**
 * The name, the role, the session, the two as `role/session`, and the ARNs. They are all there are where one of them is told, but for the caller of
 * another account, of which no more than the account is, and for records that are no call.
 */
function namesOf(record: unknown): Told {
  const { kind, name, role, session, arn, issuerArn } = actorOf(record)
  const both = role === undefined || session === undefined ? undefined : `${role}/${session}`
  const texts = [name, role, session, both, arn, issuerArn].filter((text) => text !== undefined)
  const family = kindOfRecord(record)
  return { texts, all: texts.length > 0 && kind !== 'ACCOUNT' && family !== 'insight' && family !== 'aggregated' }
}
