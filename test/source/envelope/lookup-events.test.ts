import { expect, it } from 'vitest'
import { lookupEvents } from '../../../src/source/envelope/lookup-events.js'
import { openedAs } from '../../support/envelope.js'

it('is known by the member that holds records', () => {
  expect(lookupEvents.is({ Events: [{ CloudTrailEvent: '{}' }] })).toBe(true)
  expect(lookupEvents.is({ Events: [] })).toBe(true)
  expect(lookupEvents.is({ CloudTrailEvent: '{}' })).toBe(true)
  expect(lookupEvents.is({ Events: [{ EventId: '1' }] })).toBe(false)
})

it('gives each record, all in one message', () => {
  expect(openedAs(lookupEvents, { Events: [{ CloudTrailEvent: 'a' }, {}] })).toEqual([
    ['message'],
    ['inner', 'a', ['Events', 0, 'CloudTrailEvent']],
    ['inner', undefined, ['Events', 1, 'CloudTrailEvent']],
  ])
  expect(openedAs(lookupEvents, { CloudTrailEvent: 'a' })).toEqual([['message'], ['inner', 'a', ['CloudTrailEvent']]])
  expect(openedAs(lookupEvents, { Events: [] })).toEqual([['message'], ['records', []]])
})
