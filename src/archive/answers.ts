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
import { textOf } from '../source/json.js'
import type { FiledRecord } from './filed-record.js'
import { type Payloads, payloadsIn } from './payload.js'

/** A record and the answers about it. */
export interface Answers extends Omit<FiledRecord, 'raw'> {
  readonly actor: Actor
  readonly outcome: CallOutcome | undefined
  readonly resources: Resources
  readonly sensitive: ReadonlyArray<SensitivePlace>
  readonly payloads: Payloads
  /** Returns the record's bytes as a string, which is made once. */
  readonly raw: () => string
  /** SHA-256 of the record's bytes, in hexadecimal. */
  readonly sha256: string
}

/** Returns the answers about a record. */
export function answersOf(filed: FiledRecord): Answers {
  const { record, bytes } = filed
  let { raw } = filed
  return {
    ...filed,
    actor: actorOf(record),
    outcome: outcomeOf(record),
    resources: resourcesOf(record),
    sensitive: sensitiveIn(record),
    payloads: payloadsIn(bytes),
    raw: () => {
      raw ??= textOf(bytes, 0, bytes.length)
      return raw
    },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
