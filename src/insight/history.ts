/**
 * The life of a table: the calls that changed it, in order, each compared with what was known before.
 *
 * @module
 */

import { requireIterable, wrongArgument } from '../codec/argument.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { type Actor, actorOf } from './actor.js'
import { canonical } from './canonical.js'
import { eventIdOf } from './event-id.js'
import { eventTimeOf } from './event-time.js'
import { type Concern, concernOf, parseWantedTable, type WantedTable } from './history-match.js'
import type { MissingKind } from './missing.js'
import { type CallOutcome, hasFailed, outcomeOf } from './outcome.js'
import { present } from './present.js'
import { sha256 } from './sha256.js'
import { stringAt } from './string-at.js'
import { changeBetween, type TableChange } from './table-change.js'
import { definitionOf, type NoDefinition, type TableDefinition } from './table-definition.js'
import { kindOfActions, kindOfChange } from './table-kind.js'
import { type CallVia, viaOf } from './via.js'

/**
 * What a call did to a table.
 *
 * - `CREATED`, `DROPPED`: the table; dropped also with its database or its catalog.
 * - `SCHEMA`, `LOCATION`, `PARAMETERS`: an update that changed columns; else where the data is; else anything besides,
 *   or nothing.
 * - `PARTITIONS`: partition keys, partitions or their indexes.
 * - `DATA_COMMIT`: an update that changed only parameters that engines maintain, as commits of Iceberg do.
 * - `DENIED`, `FAILED`: nothing; the call, or its item for this table, was denied or failed.
 * - `UNKNOWN`: the record does not show what it did; `why` is the reason.
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
  | 'FAILED'
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
  /** Whether other calls of the list have the same second, so that their order is not known. */
  readonly tied: boolean
  /** Who. */
  readonly actor: Actor
  /** Through what. */
  readonly via: CallVia
  /** The API that was called. */
  readonly api: string
  /** How the call ended for this table: of a batch call, the outcome of the table's item. */
  readonly outcome: CallOutcome
  /** What it did. */
  readonly kind: TableEventKind
  /**
   * Whether the record shows that the call was about this table and how it ended. `false`: its request was omitted,
   * redacted or denied; or it is a batch call whose response, which lists the failures, was not logged.
   */
  readonly certain: boolean
  /** The table's ARN, where the call has all parts of it. */
  readonly table?: string
  /**
   * What was known of the table before, from the calls given. `NOTHING`: this is the first call about it. `DEFINITION`:
   * its definition. `OUTDATED`: a former definition; calls whose effect is not known came after it. `DROPPED`: it was
   * dropped.
   */
  readonly before: 'NOTHING' | 'DEFINITION' | 'OUTDATED' | 'DROPPED'
  /** Of updates: what the request changes against the last known definition. */
  readonly change?: TableChange
  /**
   * Why the kind is `UNKNOWN`, or why it is not certain. `NOTHING_KNOWN_BEFORE`: no definition to compare with.
   * `OMITTED`, `REDACTED`, `DENIED`: so was the request. `NONCONFORMING`: parts that matter are redacted or do not
   * match the model. `NOT_LOGGED`: the record has too little.
   */
  readonly why?: Extract<MissingKind, (typeof GAPS)[number] | 'NOT_LOGGED'> | 'NOTHING_KNOWN_BEFORE'
  /** The same call in another account's log: an earlier entry has its `sharedEventID`. */
  readonly copy: boolean
}

/**
 * Returns the calls that changed a table, ordered by time, each with the difference from the last known definition.
 * Records delivered twice count once; copies of a call in several accounts are marked. Tables of one name in several
 * regions, accounts or catalogs are followed separately: give the ARN to see one of them. Names compare as Glue stores
 * them, in lower case.
 *
 * Covered are the calls that create, update or drop the table, its database or its catalog, and those about its
 * partitions and partition indexes. Not covered are column statistics, optimizers, tags, old versions, and permissions.
 * Records without any change prove nothing: a trail need not log every kind of call.
 *
 * @param records - Records of any kind, in any order; all that concern the table are held in memory.
 * @param table - `database.table`, split at the first dot, or the table's ARN.
 * @returns Entries in order; empty where no record concerns the table, or where the string is neither form.
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
  requireIterable('historyOf', 'an iterable of records', records)
  if (typeof table !== 'string') throw wrongArgument('historyOf', 'database.table or an ARN', table)
  const wanted = parseWantedTable(table)
  if (wanted === undefined) return []
  const state: State = { tables: new Map(), epoch: 0 }
  const shared = new Map<string, TableEvent<R>>()
  return sameSeconds(concerning(records, wanted)).flatMap((group) => {
    // Within one second the order is not known: what fits what was known comes first.
    const ranked = [...group].sort((a, b) => rankOf(a, state) - rankOf(b, state))
    return ranked.map((call) => {
      const id = stringAt(call.record, 'sharedEventID')
      const first = id === undefined ? undefined : shared.get(id)
      const event = eventOf(call, group.length > 1, first, state)
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
  readonly id: string | undefined
  /** The SHA-256 of the record's canonical JSON; made when it is compared with a call of the same time and id. */
  content?: string
}

/** What is known of a table. */
interface Known {
  readonly before: TableEvent['before']
  readonly definition: TableDefinition | undefined
}

/**
 * What is known of all tables of the name. A definition from an earlier epoch is outdated: a call that may have changed
 * any of them came after it.
 */
interface State {
  readonly tables: Map<string, Known & { readonly epoch: number }>
  epoch: number
}

/** The definition after a call, or why there is none. */
type Next = TableDefinition | NoDefinition

const NOTHING: Known = { before: 'NOTHING', definition: undefined }

function knownOf(key: string | undefined, { tables, epoch }: State): Known {
  // A call that does not name its table may be about the only one.
  const [known] = key !== undefined ? [tables.get(key)] : tables.size === 1 ? tables.values() : []
  if (known === undefined) return NOTHING
  return known.before === 'DEFINITION' && known.epoch < epoch ? { ...known, before: 'OUTDATED' } : known
}

/** Returns the calls that concern the table, once each, in order of time. */
function concerning<R>(records: Iterable<R>, wanted: WantedTable): ReadonlyArray<Call<R>> {
  const calls: Array<Call<R>> = []
  for (const record of records) {
    const concern = concernOf(record, wanted)
    if (concern) calls.push({ record, concern, time: eventTimeOf(record), id: eventIdOf(record) })
  }
  const late = Number.POSITIVE_INFINITY
  // The same order whatever the order of the input. Copies of a record follow each other, and so were compared.
  return calls
    .sort((a, b) => compare(a.time ?? late, b.time ?? late) || compare(a.id ?? '', b.id ?? '') || compare(contentOf(a), contentOf(b)))
    .filter(({ id, content }, i) => !id || !content || content !== calls[i - 1]?.content)
}

function contentOf<R>(call: Call<R>): string {
  call.content ??= sha256(canonical(call.record))
  return call.content
}

/** Not by subtraction: between two calls without a time that is not a number. */
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

function rankOf<R>({ concern: { effect, key } }: Call<R>, state: State): number {
  const { before } = key === undefined ? NOTHING : knownOf(key, state)
  const exists = before === 'DEFINITION' || before === 'OUTDATED'
  if (effect === 'CREATE') return exists ? 3 : 0
  return effect === 'DROP' ? 2 : 1
}

function eventOf<R>(call: Call<R>, tied: boolean, first: TableEvent<R> | undefined, state: State): TableEvent<R> {
  const { record, concern, time } = call
  const outcome = outcomeFor(record, concern)
  const known = knownOf(concern.key, state)
  const request = memberOf(record, 'requestParameters')
  const earlier = concern.effect === 'UPDATE' ? known.definition : undefined
  const next = concern.key ? total((value) => definitionOf(value, earlier), request) : 'NOT_LOGGED'
  const result = first ?? resultOf(call, outcome, known, next)
  if (first === undefined && !hasFailed(outcome.kind)) learn(concern, known, next, request, state)
  const { kind, change, why, before } = result
  // Printed in this order: when and what first, who next.
  return {
    ...present({ time: time === undefined ? undefined : new Date(time), table: concern.arn }),
    api: concern.api,
    kind,
    outcome,
    ...present({ change, why }),
    actor: actorOf(record),
    via: viaOf(record),
    before,
    certain: concern.key !== undefined && concern.outcome !== 'UNKNOWN',
    copy: first !== undefined,
    tied,
    record,
  }
}

/** Returns the outcome of the item that names the table, else that of the call. */
function outcomeFor(record: unknown, { path }: Concern): CallOutcome {
  const { items, ...outcome } = outcomeOf(record) ?? { kind: 'SUCCEEDED' as const }
  const at = JSON.stringify(path)
  const item = items?.find((each) => JSON.stringify(each.path) === at)
  if (item === undefined) return outcome
  return { kind: item.kind === 'UNKNOWN' ? 'SUCCEEDED' : item.kind, ...present({ code: item.code }) }
}

type Result = Pick<TableEvent, 'kind' | 'before'> & { readonly change?: TableChange | undefined; readonly why?: TableEvent['why'] }

/** The gaps that are the reason as they are; any other is `NOT_LOGGED`. */
const GAPS = ['OMITTED', 'REDACTED', 'DENIED', 'NONCONFORMING'] as const

function resultOf<R>({ concern }: Call<R>, outcome: CallOutcome, known: Known, next: Next): Result {
  const { effect, key, gap } = concern
  const { before } = known
  const noResponse = concern.outcome === 'UNKNOWN' ? 'NOT_LOGGED' : undefined
  const why = gap === undefined ? noResponse : (GAPS.find((each) => each === gap) ?? 'NOT_LOGGED')
  if (outcome.kind === 'DENIED') return { kind: 'DENIED', before, why }
  if (outcome.kind === 'FAILED') {
    // What it tried to change is still worth knowing.
    const { change } = effect === 'UPDATE' && key !== undefined ? updateOf(known, next) : {}
    return { kind: 'FAILED', before, change, why }
  }
  if (key === undefined) return { kind: 'UNKNOWN', before, why }
  if (effect === 'UPDATE') return updateOf(known, next)
  return effect === 'RENAME' ? { kind: 'UNKNOWN', before, why: 'NOT_LOGGED' } : { kind: DONE[effect], before, why }
}

/** What a call that succeeded did. */
const DONE = { CREATE: 'CREATED', DROP: 'DROPPED', PARTITIONS: 'PARTITIONS' } as const

function updateOf({ before, definition }: Known, next: Next): Result {
  if (typeof next === 'string') return { kind: 'UNKNOWN', before, why: next }
  if (definition === undefined) {
    const kind = kindOfActions(next.actions)
    return kind === undefined ? { kind: 'UNKNOWN', before, why: 'NOTHING_KNOWN_BEFORE' } : { kind, before }
  }
  const change = changeBetween(definition, next)
  const kind = kindOfChange(change)
  return kind === undefined ? { kind: 'UNKNOWN', before, change, why: 'NONCONFORMING' } : { kind, before, change }
}

/** Updates what is known after a call that did not fail. */
function learn({ effect, key, outcome }: Concern, { before, definition }: Known, next: Next, request: unknown, state: State): void {
  if (effect === 'PARTITIONS') return
  const set = (known: Known): void => void (key !== undefined && state.tables.set(key, { ...known, epoch: state.epoch }))
  if (key === undefined || effect === 'RENAME') {
    // It may have been any of them.
    state.epoch++
  } else if (outcome === 'UNKNOWN') {
    if (definition !== undefined) set({ before: 'OUTDATED', definition })
  } else if (effect === 'DROP') {
    set({ before: 'DROPPED', definition: undefined })
  } else {
    // An update in parts leaves outdated what it does not name.
    const isWhole = effect === 'CREATE' || memberOf(request, 'tableInput') != null || before === 'DEFINITION'
    if (typeof next !== 'string') set({ before: isWhole ? 'DEFINITION' : 'OUTDATED', definition: next })
    else if (definition === undefined || effect === 'CREATE') set(NOTHING)
    else set({ before: 'OUTDATED', definition })
  }
}
