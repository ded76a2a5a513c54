import { expect, it } from 'vitest'
import { eventTimeOf } from '../../src/insight/event-time.js'
import { aggregated, glueCall } from '../support/records.js'

it.each([
  [glueCall, '2024-05-14T06:10:00.000Z'],
  [aggregated, '2024-05-14T06:10:00.000Z'],
  [{ eventTime: 5, timeWindow: { windowStart: '2024-05-14T06:10:00Z' } }, '1970-01-01T00:00:05.000Z'],
  [{ eventTime: 'yesterday' }, undefined],
  [{ eventTime: {} }, undefined],
  [null, undefined],
  ['text', undefined],
])('%j: %s', (record, time) => {
  const milliseconds = eventTimeOf(record)
  expect(milliseconds === undefined ? undefined : new Date(milliseconds).toISOString()).toBe(time)
})
