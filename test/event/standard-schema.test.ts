import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { GlueEvent } from '../../src/event/glue-event.js'
import { toStandardSchema } from '../../src/event/standard-schema.js'
import { glueCall, nonconformingCall } from '../support/records.js'

it('says what it is', () => {
  const { version, vendor } = toStandardSchema(GlueEvent)['~standard']
  expect([version, vendor]).toEqual([1, 'glue-trail'])
})

it('validates to the very value', async () => {
  const result = await toStandardSchema(GlueEvent)['~standard'].validate(glueCall)
  expect('value' in result && result.value).toBe(glueCall)
})

it('gives issues with path and message', async () => {
  expect(await toStandardSchema(t.type({ events: t.array(GlueEvent) }))['~standard'].validate({ events: [nonconformingCall] })).toEqual({
    issues: [
      {
        message: 'events[0].requestParameters.tableInput.name: expected a string, received a number',
        path: ['events', 0, 'requestParameters', 'tableInput', 'name'],
      },
    ],
  })
})

it('carries no value of what another codec refuses', async () => {
  expect(await toStandardSchema(t.type({ a: t.number }))['~standard'].validate({ a: 'secret' })).toEqual({
    issues: [{ message: 'a: expected number', path: ['a'] }],
  })
  expect(await toStandardSchema(t.number)['~standard'].validate('secret')).toEqual({ issues: [{ message: 'expected number', path: [] }] })
})
