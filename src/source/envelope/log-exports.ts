/**
 * What CloudWatch Logs answers and exports: `filter-log-events`, `get-log-events`, rows of Insights and of
 * `get-query-results`. Each message is one record, or an EventBridge event, as JSON.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

const MESSAGE = '@message'

const isRow = (u: unknown): boolean => hasText(u, MESSAGE)

/** An event of a log stream: its message and its time. */
const isLogEvent = (u: unknown): boolean => hasText(u, 'message') && typeof memberOf(u, 'timestamp') === 'number'

/** `get-query-results` lists the fields of each row. */
const isFieldRow = (u: unknown): boolean => Array.isArray(u) && u.length > 0 && u.every((cell) => hasText(cell, 'field'))

const messageOf = (row: unknown): unknown =>
  memberOf(
    itemsOf(row, []).items.find((cell) => memberOf(cell, 'field') === MESSAGE),
    'value',
  )

export const logExports: Envelope = {
  kind: 'CLOUDWATCH_LOGS',
  is: (u) =>
    isRow(u) ||
    isFieldRow(u) ||
    isBatch(u, isRow, []) ||
    isLogEvent(u) ||
    isBatch(u, isLogEvent, ['events']) ||
    isBatch(u, isFieldRow, ['results']),
  *open(u, into) {
    into.message()
    if (isRow(u)) yield into.inner(memberOf(u, MESSAGE), [MESSAGE])
    else if (isFieldRow(u)) yield into.inner(messageOf(u), [MESSAGE])
    else if (isLogEvent(u)) yield into.inner(memberOf(u, 'message'), ['message'])
    else {
      const { items, steps } = itemsOf(u, ['events', 'results'])
      if (items.length === 0) into.records([])
      for (const [i, item] of items.entries()) {
        if (isFieldRow(item)) yield into.inner(messageOf(item), [...steps, i, MESSAGE])
        else if (isRow(item)) yield into.inner(memberOf(item, MESSAGE), [...steps, i, MESSAGE])
        else yield into.inner(memberOf(item, 'message'), [...steps, i, 'message'])
      }
    }
  },
}
