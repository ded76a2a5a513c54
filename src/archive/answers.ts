/**
 * Answers that several columns need, each computed once for a record.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { type Actor, actorOf } from '../insight/actor.js'
import { type CallOutcome, outcomeOf } from '../insight/outcome.js'
import { type Resources, resourcesOf } from '../insight/resources.js'
import { type SensitivePlace, sensitiveIn } from '../insight/sensitive.js'
import type { FiledRecord } from './filed-record.js'
import { type Payloads, payloadsIn } from './payload.js'

/** A record and the answers about it. */
export interface Answers extends FiledRecord {
  readonly actor: Actor
  readonly outcome: CallOutcome | undefined
  readonly resources: Resources
  readonly sensitive: ReadonlyArray<SensitivePlace>
  readonly payloads: Payloads
  /** SHA-256 of the record's bytes, in hexadecimal. */
  readonly sha256: string
}

/** Returns the answers about a record. */
export function answersOf(filed: FiledRecord): Answers {
  const { record, bytes } = filed
  return {
    ...filed,
    actor: actorOf(record),
    outcome: outcomeOf(record),
    resources: resourcesOf(record),
    sensitive: sensitiveIn(record),
    payloads: payloadsIn(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
