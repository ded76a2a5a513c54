/**
 * What became of a table: the calls that changed it, in order, each against what was known before.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { type Actor, actorOf } from './actor.js'
import { deduplicate } from './deduplicate.js'
import { eventTimeOf } from './event-time.js'
import { fingerprintOf } from './fingerprint.js'
import { type Concern, concernOf, type TableAsked, tableAsked } from './history-match.js'
import type { MissingKind } from './missing.js'
import { type CallOutcome, outcomeOf } from './outcome.js'
import { present } from './present.js'
import { stringAt } from './string-at.js'
import { changeBetween, type TableChange } from './table-change.js'
import { definitionOf, type TableDefinition } from './table-definition.js'
import { kindOfActions, kindOfChange } from './table-kind.js'
import { type CallVia, viaOf } from './via.js'

/**
 * What a call did to a table, or tried to: `outcome` says whether it succeeded.
 *
 * - `CREATED`, `DROPPED`: the table; dropped also with its database or its catalog.
 * - `SCHEMA`, `LOCATION`, `PARAMETERS`: an update that changed columns; else where the data lies; else anything that is none of the others, or nothing.
 * - `PARTITIONS`: partition keys, partitions or their indexes.
 * - `DATA_COMMIT`: an update that changed only parameters that engines keep for themselves, as Iceberg's commits do.
 * - `DENIED`: the call was denied, whatever it was.
 * - `UNKNOWN`: what it did cannot be told; `why` says for what reason.
 *
 * @category insights
 * @since 0.1.0
 */
export type TableEventKind =
  | 'CREATED'
  | 'SCHEMA'
  | 'LOCATION'
  | 'PARAMETERS'
  | 'PARTITIONS'
  | 'DATA_COMMIT'
  | 'DROPPED'
  | 'DENIED'
  | 'UNKNOWN'

/**
 * One call that changed a table, or may have.
 *
 * @category insights
 * @since 0.1.0
 */
export interface TableEvent<R = unknown> {
  /** The record of the call. */
  readonly record: R
  /** When; left out where the record has no readable time, which puts it last. */
  readonly time?: Date
  /** Whether other calls of the list have the same second, so that their order is not told. */
  readonly tied: boolean
  /** Who. */
  readonly actor: Actor
  /** Through what. */
  readonly via: CallVia
  /** The API that was called. */
  readonly api: string
  /** Whether it succeeded. */
  readonly outcome: CallOutcome
  /** What it did, or tried to. */
  readonly kind: TableEventKind
  /** Whether the call names the table. `false`: it may be about it, and says too little to be sure: its request was omitted, hidden or denied. */
  readonly certain: boolean
  /** The table's ARN, where the call tells all of it. */
  readonly table?: string
  /**
   * What was known of the table before, from the calls given. `NOTHING`: this is the first that tells of it. `DEFINITION`: what it was.
   * `OUTDATED`: what it was once; changes that cannot be told lie between. `DROPPED`: that it was gone.
   */
  readonly before: 'NOTHING' | 'DEFINITION' | 'OUTDATED' | 'DROPPED'
  /** Of updates: what the request changes against the last known definition. */
  readonly change?: TableChange
  /**
   * Why the kind is `UNKNOWN`, or why it is not certain. `NOTHING_KNOWN_BEFORE`: there is no definition to compare with. `OMITTED`, `REDACTED`, `DENIED`:
   * so was the request. `NONCONFORMING`: parts that matter are hidden or have another form than the model says. `NOT_LOGGED`: the record tells too
   * little.
   */
  readonly why?: Extract<MissingKind, (typeof GAPS)[number] | 'NOT_LOGGED'> | 'NOTHING_KNOWN_BEFORE'
  /** The same call, as another account's log has it too: an earlier entry has its `sharedEventID`. */
  readonly copy: boolean
}

/**
 * The calls that changed a table, in the order of their time, each with the difference against the last known definition. Records delivered twice count
 * once; copies of a call in several accounts are marked. Tables of one name in several regions, accounts or catalogs are followed each on
 * its own: give the ARN to see one alone.
 *
 * Covered are the calls that create, update or drop the table, its database or its catalog, and those about its partitions and partition indexes. Not covered
 * are column statistics, optimizers, tags, old versions, and permissions. A set of records without any change proves nothing: a trail may not
 * record what is asked for.
 *
 * @param records - Records of any kind, in any order; all that concern the table are held in memory.
 * @param table - `database.table`, apart at the first dot, or the table's ARN.
 * @returns Entries in order; empty where no record concerns the table, or the text names none.
 *
 * @example
 * import { historyOf } from 'glue-trail'
 *
 * const call = {
 *   eventSource: 'glue.amazonaws.com', awsRegion: 'us-east-1', recipientAccountId: '123456789012',
 *   userIdentity: { type: 'IAMUser', userName: 'johndoe', accountId: '123456789012' },
 * }
 * const tableInput = { name: 'orders', storageDescriptor: { columns: [{ name: 'id', type: 'int' }] } }
 * const history = historyOf([
 *   { ...call, eventName: 'DeleteTable', eventTime: '2024-05-02T12:00:00Z', requestParameters: { databaseName: 'sales', name: 'orders' } },
 *   { ...call, eventName: 'CreateTable', eventTime: '2024-05-01T12:00:00Z', requestParameters: { databaseName: 'sales', tableInput } },
 * ], 'sales.orders')
 * assert.deepStrictEqual(history.map(({ actor, kind, before }) => `${actor.name} ${kind} ${before}`), [
 *   'johndoe CREATED NOTHING',
 *   'johndoe DROPPED DEFINITION',
 * ])
 *
 * @category insights
 * @since 0.1.0
 */
export function historyOf<R>(records: Iterable<R>, table: string): Array<TableEvent<R>> {
  const asked = tableAsked(table)
  if (asked === undefined) return []
  const tables: Tables = new Map()
  const shared = new Map<string, TableEvent<R>>()
  return sameSeconds(concerning(records, asked)).flatMap((group) => {
    // Of one second the order is not told: what fits what was known comes first.
    const ranked = group.map((call) => ({ call, rank: rankOf(call, tables) })).sort((a, b) => a.rank - b.rank)
    return ranked.map(({ call }) => {
      const id = stringAt(call.record, 'sharedEventID')
      const first = id === undefined ? undefined : shared.get(id)
      const event = eventOf(call, group.length > 1, first, tables)
      if (id !== undefined && first === undefined) shared.set(id, event)
      return event
    })
  })
}

/** A call that concerns the table. */
interface Call<R> {
  readonly record: R
  readonly concern: Concern
  readonly time: number | undefined
}

/** What is known of a table. */
interface Known {
  readonly before: TableEvent['before']
  readonly definition: TableDefinition | undefined
}

type Tables = Map<string, Known>

const NOTHING: Known = { before: 'NOTHING', definition: undefined }

function concerning<R>(records: Iterable<R>, asked: TableAsked): Array<Call<R>> {
  const isNew = deduplicate({ maxRemembered: Number.POSITIVE_INFINITY })
  const calls: Array<Call<R> & { readonly tie: string }> = []
  for (const record of records) {
    const concern = concernOf(record, asked)
    if (concern === undefined || !isNew(record)) continue
    // The same order whatever the order they came in.
    calls.push({ record, concern, time: eventTimeOf(record), tie: `${stringAt(record, 'eventID')} ${fingerprintOf(record)}` })
  }
  const late = Number.POSITIVE_INFINITY
  return calls.sort((a, b) => compare(a.time ?? late, b.time ?? late) || compare(a.tie, b.tie))
}

/** Not by a difference: between two calls without a time it is no number. */
const compare = <A extends number | string>(a: A, b: A): number => (a < b ? -1 : a > b ? 1 : 0)

function sameSeconds<R>(calls: ReadonlyArray<Call<R>>): ReadonlyArray<ReadonlyArray<Call<R>>> {
  const groups: Array<Array<Call<R>>> = []
  for (const call of calls) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.time === call.time) last.push(call)
    else groups.push([call])
  }
  return groups
}

function rankOf<R>({ concern: { effect, key } }: Call<R>, tables: Tables): number {
  const { before } = tables.get(key ?? '') ?? NOTHING
  const exists = before === 'DEFINITION' || before === 'OUTDATED'
  if (effect === 'CREATE') return exists ? 3 : 0
  return effect === 'DROP' ? 2 : 1
}

function eventOf<R>(call: Call<R>, tied: boolean, first: TableEvent<R> | undefined, tables: Tables): TableEvent<R> {
  const { record, concern, time } = call
  const outcome = outcomeOf(record) ?? { kind: 'SUCCEEDED' }
  // What is not named may be the one table there is.
  const [only = NOTHING] = concern.key === undefined && tables.size === 1 ? tables.values() : []
  const known = concern.key === undefined ? only : (tables.get(concern.key) ?? NOTHING)
  const told = first ?? resultOf(call, outcome, known)
  if (first === undefined && outcome.kind === 'SUCCEEDED') learn(call, known, tables)
  const { kind, change, why, before } = told
  // Printed in this order: when and what first, who next.
  return {
    ...present({ time: time === undefined ? undefined : new Date(time), table: concern.arn }),
    api: String(memberOf(record, 'eventName')),
    kind,
    outcome,
    ...present({ change, why }),
    actor: actorOf(record),
    via: viaOf(record),
    before,
    certain: concern.key !== undefined,
    copy: first !== undefined,
    tied,
    record,
  }
}

type Result = Pick<TableEvent, 'kind' | 'before'> & { readonly change?: TableChange | undefined; readonly why?: TableEvent['why'] }

/** The gaps that are the reason as they are; any other is `NOT_LOGGED`. */
const GAPS = ['OMITTED', 'REDACTED', 'DENIED', 'NONCONFORMING'] as const

function resultOf<R>({ record, concern }: Call<R>, outcome: CallOutcome, { before, definition }: Known): Result {
  const { effect, key, gap } = concern
  const why = gap === undefined ? undefined : (GAPS.find((each) => each === gap) ?? 'NOT_LOGGED')
  if (outcome.kind === 'DENIED') return { kind: 'DENIED', before, why }
  if (key === undefined) return { kind: 'UNKNOWN', before, why }
  if (effect === 'CREATE') return { kind: 'CREATED', before }
  if (effect === 'DROP') return { kind: 'DROPPED', before }
  if (effect === 'PARTITIONS') return { kind: 'PARTITIONS', before }
  if (effect === 'RENAME') return { kind: 'UNKNOWN', before, why: 'NOT_LOGGED' }
  const next = definitionOf(memberOf(record, 'requestParameters'), definition)
  if (typeof next === 'string') return { kind: 'UNKNOWN', before, why: next }
  if (definition === undefined) {
    const kind = kindOfActions(next.actions)
    return kind === undefined ? { kind: 'UNKNOWN', before, why: 'NOTHING_KNOWN_BEFORE' } : { kind, before }
  }
  const change = changeBetween(definition, next)
  const kind = kindOfChange(change)
  return kind === undefined ? { kind: 'UNKNOWN', before, change, why: 'NONCONFORMING' } : { kind, before, change }
}

/** What is known after a call that succeeded. */
function learn<R>({ record, concern }: Call<R>, { before, definition }: Known, tables: Tables): void {
  const { effect, key } = concern
  if (effect === 'PARTITIONS') return
  if (key === undefined || effect === 'RENAME') {
    // It may have been any of them.
    for (const [each, known] of tables) if (known.before === 'DEFINITION') tables.set(each, { ...known, before: 'OUTDATED' })
  } else if (effect === 'DROP') {
    tables.set(key, { before: 'DROPPED', definition: undefined })
  } else {
    const request = memberOf(record, 'requestParameters')
    const next = definitionOf(request, effect === 'UPDATE' ? definition : undefined)
    // An update in parts leaves as old what it does not name.
    const isWhole = effect === 'CREATE' || memberOf(request, 'tableInput') != null || before === 'DEFINITION'
    if (typeof next !== 'string') tables.set(key, { before: isWhole ? 'DEFINITION' : 'OUTDATED', definition: next })
    else if (definition === undefined || effect === 'CREATE') tables.set(key, NOTHING)
    else tables.set(key, { before: 'OUTDATED', definition })
  }
}
