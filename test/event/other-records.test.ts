import { expect, it } from 'vitest'
import { anyCall, anyGlueCall, ServiceEvent, UnmodelledGlueEvent } from '../../src/event/other-records.js'
import { glueCall, otherServiceCall, unmodelledCall } from '../support/records.js'

it('keeps the families apart', () => {
  const is = (value: unknown): ReadonlyArray<boolean> => [
    UnmodelledGlueEvent.is(value),
    ServiceEvent.is(value),
    anyGlueCall.is(value),
    anyCall.is(value),
  ]
  expect(is(unmodelledCall)).toEqual([true, false, true, true])
  expect(is(otherServiceCall)).toEqual([false, true, false, true])
  expect(is(glueCall)).toEqual([false, false, true, true])
  expect(is({ ...otherServiceCall, awsRegion: 5 })).toEqual([false, false, false, false])
})

it.each([
  [UnmodelledGlueEvent, glueCall, 'eventName: expected a name other than those of modelled Glue APIs, received another string'],
  [UnmodelledGlueEvent, otherServiceCall, 'eventSource: expected "glue.amazonaws.com", received another string'],
  [ServiceEvent, glueCall, 'eventSource: expected a service other than Glue, received another string'],
  [ServiceEvent, { ...otherServiceCall, userIdentity: 'root' }, 'userIdentity: expected an object, received a string'],
])('%# rejects with a message', (codec, value, message) => {
  const decoded = codec.decode(value)
  expect(decoded._tag === 'Left' && decoded.left.map((error) => error.message)).toEqual([message])
})
