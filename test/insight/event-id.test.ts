import { expect, it } from 'vitest'
import { eventIdOf } from '../../src/insight/event-id.js'

it('is the id of a record, also of an aggregated one', () => {
  expect(eventIdOf({ eventID: 'a', eventId: 'b' })).toBe('a')
  expect(eventIdOf({ eventId: 'b' })).toBe('b')
  for (const none of [{}, { eventID: '' }, { eventID: 5 }, null, 'a']) expect(eventIdOf(none)).toBeUndefined()
})
