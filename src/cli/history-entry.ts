/**
 * One entry of a table's history, as plain data for JSON and as cells for CSV. It has what identifies its record in
 * place of the record.
 *
 * @module
 */
import { accountOf } from '../insight/account.js'
import type { TableEvent } from '../insight/history.js'
import { actorLabel } from '../insight/label.js'
import { stringAt } from '../insight/string-at.js'
import { changeLines } from './change-lines.js'

/** An entry of a history as data. */
export type HistoryEntry = Omit<TableEvent, 'record'> & {
  readonly eventID: string | undefined
  readonly accountId: string | undefined
  readonly region: string | undefined
}

/** Returns the entry of an event, without its record. */
export function entryOf({ record, ...event }: TableEvent): HistoryEntry {
  return { ...event, eventID: stringAt(record, 'eventID'), accountId: accountOf(record), region: stringAt(record, 'awsRegion') }
}

/** The columns of CSV by name. */
export const ENTRY_COLUMNS: Readonly<Record<string, (entry: HistoryEntry) => string | undefined>> = {
  event_time: ({ time }) => time?.toISOString(),
  kind: ({ kind }) => kind,
  certain: ({ certain }) => String(certain),
  event_name: ({ api }) => api,
  outcome: ({ outcome }) => outcome.kind,
  error_code: ({ outcome }) => outcome.code,
  actor: ({ actor }) => actorLabel(actor),
  actor_arn: ({ actor }) => actor.arn,
  via: ({ via }) => via.kind,
  table: ({ table }) => table,
  before: ({ before }) => before,
  why: ({ why }) => why,
  change: ({ change }) => (change === undefined ? undefined : changeLines(change).join('; ')),
  tied: ({ tied }) => String(tied),
  copy: ({ copy }) => String(copy),
  event_id: ({ eventID }) => eventID,
  account_id: ({ accountId }) => accountId,
  region: ({ region }) => region,
  actor_on_behalf_of: ({ actor }) => actor.onBehalfOf?.userId,
}
