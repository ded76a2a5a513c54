import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { GlueEvent } from '../../src/event/glue-event.js'
import { standard } from '../../src/event/standard.js'
import { departingCall, glueCall } from '../support/records.js'

it('says what it is', () => {
  const { version, vendor } = standard(GlueEvent)['~standard']
  expect([version, vendor]).toEqual([1, 'glue-trail'])
})

it('validates to the very value', async () => {
  const result = await standard(GlueEvent)['~standard'].validate(glueCall)
  expect('value' in result && result.value).toBe(glueCall)
})

it('gives issues with path and message', async () => {
  expect(await standard(t.type({ events: t.array(GlueEvent) }))['~standard'].validate({ events: [departingCall] })).toEqual({
    issues: [
      {
        message: 'events[0].requestParameters.tableInput.name: expected a string, received a number',
        path: ['events', 0, 'requestParameters', 'tableInput', 'name'],
      },
    ],
  })
})

it('carries no value of what another codec refuses', async () => {
  expect(await standard(t.type({ a: t.number }))['~standard'].validate({ a: 'secret' })).toEqual({
    issues: [{ message: 'a: expected number', path: ['a'] }],
  })
  expect(await standard(t.number)['~standard'].validate('secret')).toEqual({ issues: [{ message: 'expected number', path: [] }] })
})
