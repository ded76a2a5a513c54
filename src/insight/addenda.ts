/**
 * Corrections that CloudTrail delivers after the record they correct.
 *
 * @module
 */
import { requireIterable } from '../codec/argument.js'
import { isObject, type Members } from '../codec/check.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { accountOf } from './account.js'
import { sortByTime } from './sort-by-time.js'
import { stringAt } from './string-at.js'

/**
 * A record with its corrections.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Amended<R> {
  /** The record: as it came where nothing corrects it, else a copy with the corrected members. */
  readonly record: R
  /** The names of the members that were corrected, sorted; empty where none was. */
  readonly changed: ReadonlyArray<string>
  /** The corrections that were applied, in the order of their time. */
  readonly addenda: ReadonlyArray<R>
  /**
   * Of a correction that was not applied, because the record it corrects is not among those given, because it does not
   * say which of its members are corrected, or because eight others of that record were applied: `true`. It then is a
   * record of the result itself.
   */
  readonly unapplied: boolean
}

/**
 * Returns records with the corrections among them applied. A correction is a record whose `addendum` has the reason
 * `UPDATED_DATA`; it names the record it corrects by `originalEventID`, in the same account, and in `updatedFields`
 * which of its members hold for it. Later corrections win. Records that are merely late, by `DELIVERY_DELAY` or
 * `SERVICE_OUTAGE`, correct nothing.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html CloudTrail record contents}.
 *
 * @param records - Records of any kind; all are held in memory.
 * @returns Every record except the applied corrections, in the order they came in, with what changed.
 *
 * @example
 * import { applyAddenda } from 'glue-trail'
 *
 * const record = { eventID: 'e1', eventName: 'CreateTable', responseElements: null, recipientAccountId: '123456789012' }
 * const correction = {
 *   ...record, eventID: 'e2', responseElements: {},
 *   addendum: { reason: 'UPDATED_DATA', updatedFields: 'responseElements', originalEventID: 'e1' },
 * }
 * const [amended] = applyAddenda<object>([record, correction])
 * assert.deepStrictEqual(amended?.record, { ...record, responseElements: {} })
 * assert.deepStrictEqual(amended?.changed, ['responseElements'])
 *
 * @category insights
 * @since 0.1.0
 */
export function applyAddenda<R>(records: Iterable<R>): Array<Amended<R>> {
  requireIterable('applyAddenda', 'an iterable of records', records)
  const all = [...records]
  const originals = new Set(all.filter((record) => correctedBy(record) === undefined).map((record) => idOf(record, 'eventID')))
  const corrections = new Map<string, Array<R>>()
  const standing = all.filter((record) => {
    const id = correctedBy(record)
    if (id === undefined || !originals.has(id) || fieldsOf(record).length === 0) return true
    const others = corrections.get(id) ?? []
    if (others.length === MOST_CORRECTIONS) return true
    corrections.set(id, [...others, record])
    return false
  })
  // Worked out once for each id, which many records may have.
  const amendments = new Map(Array.from(corrections, ([id, records]) => [id, amendmentOf(sortByTime(records))]))
  return standing.map((record) => {
    const unapplied = correctedBy(record) !== undefined
    const id = unapplied ? undefined : idOf(record, 'eventID')
    const { members, addenda } = (id === undefined ? undefined : amendments.get(id)) ?? NOTHING
    const changed = Object.keys(members)
    const amended = changed.length === 0 ? record : ({ ...(record as Members), ...members } as R)
    return { record: amended, changed, addenda: addenda as ReadonlyArray<R>, unapplied }
  })
}

/** Merges all corrections of a record: the members with their last values, sorted by name. */
interface Amendment {
  readonly members: Members
  readonly addenda: ReadonlyArray<unknown>
}

const NOTHING: Amendment = { members: {}, addenda: [] }

function amendmentOf(addenda: ReadonlyArray<unknown>): Amendment {
  const members = new Map<string, unknown>()
  for (const correction of addenda) for (const name of fieldsOf(correction)) members.set(name, memberOf(correction, name))
  return { members: Object.fromEntries([...members].sort(([a], [b]) => (a < b ? -1 : 1))), addenda }
}

/**
 * Returns the key of the record that this one corrects; `undefined` where it is not a correction, or cannot be read.
 */
function correctedBy(record: unknown): string | undefined {
  return total(readCorrected, record)
}

function readCorrected(record: unknown): string | undefined {
  const addendum = memberOf(record, 'addendum')
  if (stringAt(addendum, 'reason') !== 'UPDATED_DATA') return undefined
  return keyOf(stringAt(addendum, 'originalEventID') ?? '', record)
}

function idOf(record: unknown, name: string): string | undefined {
  const id = total((value) => stringAt(value, name), record)
  return id === undefined ? undefined : keyOf(id, record)
}

const keyOf = (id: string, record: unknown): string => JSON.stringify([id, accountOf(record) ?? ''])

const SEPARATOR = /[\s,]+/

/** Records have fewer members: more names are not names of members. */
const MOST_FIELDS = 64

/** Many records may have one id: with all that thousands of corrections add to each, they would fill the memory. */
const MOST_CORRECTIONS = 8

/** A correction has its own id and addendum; they are never what it corrects. */
const OWN: ReadonlyArray<string> = ['', 'addendum', 'eventID', '__proto__']

/**
 * The members that a correction corrects: those it names and has. A part such as `userIdentity.arn` means the whole
 * member.
 */
function fieldsOf(correction: unknown): ReadonlyArray<string> {
  const named = memberOf(memberOf(correction, 'addendum'), 'updatedFields')
  const names =
    typeof named === 'string'
      ? named.slice(0, 4096).split(SEPARATOR)
      : Array.isArray(named)
        ? named.slice(0, MOST_FIELDS).filter((name) => typeof name === 'string')
        : []
  const members = names.map((name) => name.split('.')[0] ?? '')
  return [...new Set(members)].filter((name) => !OWN.includes(name) && isObject(correction) && Object.hasOwn(correction, name))
}
