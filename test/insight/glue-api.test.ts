import { expect, it } from 'vitest'
import { glueApiOf } from '../../src/insight/glue-api.js'
import { glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

it.each<readonly [unknown, string | undefined]>([
  [glueCall, glueCall.eventName],
  [unmodelledCall, unmodelledCall.eventName],
  [nonconformingCall, nonconformingCall.eventName],
  [otherServiceCall, undefined],
  [insight, undefined],
  [{ ...insight, eventSource: 'glue.amazonaws.com', eventName: { toString: 1 } }, undefined],
  [null, undefined],
])('of %j is %s', (record, name) => {
  expect(glueApiOf(record)).toBe(name)
})
