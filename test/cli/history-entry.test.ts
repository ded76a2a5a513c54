import { expect, it } from 'vitest'
import { ENTRY_COLUMNS, entryOf } from '../../src/cli/history-entry.js'
import { historyOf } from '../../src/insight/history.js'
import { LIFE, widened } from '../support/orders.js'

const entries = historyOf(LIFE, 'sales.orders').map(entryOf)

it('is the answer without the record, and with what identifies it', () => {
  expect(entries.map(({ kind, eventID }) => [kind, eventID])).toEqual([
    ['CREATED', 'e1'],
    ['SCHEMA', 'e2'],
    ['UNKNOWN', 'e3'],
    ['DENIED', 'e4'],
    ['DROPPED', 'e5'],
  ])
  expect(entries[1]).toMatchObject({ accountId: '123456789012', region: 'eu-central-1', change: { kind: 'CHANGE' } })
  expect(Object.values(entries[1] ?? {})).not.toContain(widened)
})

it('has no eventID that is not a string, such as deep JSON, which would end the command', () => {
  const eventID: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))
  const [entry] = historyOf([{ ...LIFE[0], eventID }], 'sales.orders').map(entryOf)
  expect(entry?.kind).toBe('DROPPED')
  expect(JSON.parse(JSON.stringify(entry))).not.toHaveProperty('eventID')
})

it('has a cell for each column', () => {
  const cells = (i: number): ReadonlyArray<string | undefined> =>
    Object.values(ENTRY_COLUMNS).map((column) => column(entries[i] as (typeof entries)[number]))
  expect(Object.keys(ENTRY_COLUMNS).length).toBe(cells(1).length)
  expect(cells(1).slice(0, 5)).toEqual(['2024-05-02T09:00:00.000Z', 'SCHEMA', 'true', 'UpdateTable', 'SUCCEEDED'])
  expect(cells(1)).toContain('columns: +note string, id int -> bigint')
  expect(cells(3).slice(4, 6)).toEqual(['DENIED', 'AccessDenied'])
  const [event] = historyOf([{ ...LIFE[0], userIdentity: { type: 'Role', onBehalfOf: { userId: 'person-1' } } }], 'sales.orders')
  expect(event && ENTRY_COLUMNS.actor_on_behalf_of?.(entryOf(event))).toBe('person-1')
})
