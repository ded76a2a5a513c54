/**
 * The cells of the table for one record. Every string in it is safe to print.
 *
 * @module
 */
import { marksOf } from '../archive/marks.js'
import { apiLabel } from '../filter/api-label.js'
import { isRead } from '../filter/mode.js'
import { accountOf } from '../insight/account.js'
import { actorOf } from '../insight/actor.js'
import { actorLabel, outcomeLabel, resourcesLabel, serviceLabel } from '../insight/label.js'
import { outcomeOf } from '../insight/outcome.js'
import { resourcesOf } from '../insight/resources.js'
import { stringAt } from '../insight/string-at.js'
import { cellOf } from './cell.js'
import { integrityWord } from './integrity-word.js'
import type { Shown } from './shown.js'

/** A record in a few words; a cell is empty if the record does not have the value. */
export interface Row {
  readonly date: string
  readonly time: string
  readonly actor: string
  readonly api: string
  readonly resource: string
  /** `ok` or the error code, and the marks. */
  readonly outcome: string
  readonly address: string
  /** The id of the person for whom the actor called. */
  readonly onBehalfOf: string
  readonly account: string
  readonly region: string
  /** What a reader must know before trusting the other cells: `omitted`, `exposed` and so on. */
  readonly marks: ReadonlyArray<string>
  readonly failed: boolean
  readonly read: boolean
}

/** The mark of batch calls of which not all items have a known outcome. */
export const ITEMS_UNKNOWN = 'ok?'

/** Returns the cells of a record. */
export function tableRow(shown: Shown): Row {
  const { record } = shown
  const [date = '', time = ''] = timeIn(record).split(/[TZ]/, 2)
  const actor = actorOf(record)
  const outcome = outcomeOf(record)
  const failed = outcome !== undefined && outcome.kind !== 'SUCCEEDED'
  const { integrity } = shown
  const marks = [
    ...marksOf(shown),
    ...(outcome?.items?.some(({ kind }) => kind === 'UNKNOWN') ? [ITEMS_UNKNOWN] : []),
    ...(integrity === undefined || integrity === 'VERIFIED' ? [] : [integrityWord(integrity)]),
  ]
  // A mark stands for `ok`: it says more.
  const status = failed || marks.length === 0 ? [outcomeLabel(outcome), ...marks] : marks
  return {
    date: cellOf(date),
    time: cellOf(time),
    actor: cellOf(actorLabel(actor)),
    api: cellOf(apiLabel(record)),
    resource: cellOf(resourcesLabel(resourcesOf(record))),
    outcome: cellOf(status.join(', ')),
    onBehalfOf: cellOf(actor.onBehalfOf?.userId ?? ''),
    address: cellOf(serviceLabel(stringAt(record, 'sourceIPAddress') ?? '')),
    account: cellOf(accountOf(record) ?? ''),
    region: cellOf(stringAt(record, 'awsRegion') ?? ''),
    marks,
    failed,
    read: isRead(record) === 'YES',
  }
}

/** Returns the time of a record. Aggregated records have a window of time. */
const timeIn = (record: unknown): string => stringAt(record, 'eventTime') ?? stringAt(record, 'timeWindow', 'windowStart') ?? ''
