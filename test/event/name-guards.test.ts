import { expect, it } from 'vitest'
import { isCallTo, isGlueRecord } from '../../src/event/name-guards.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

const all = {
  glueCall,
  unmodelledCall,
  otherServiceCall,
  insight,
  aggregated,
  nonconformingCall,
  nothing: undefined,
  halfNamed: { eventSource: 'glue.amazonaws.com' },
}

it.each([
  [isGlueRecord, ['glueCall', 'unmodelledCall', 'nonconformingCall']],
  [isCallTo('UpdateTable'), ['nonconformingCall']],
  [isCallTo('StartJobRun'), ['glueCall']],
])('%# selects by name, nonconforming records included', (guard, names) => {
  expect(Object.entries(all).flatMap(([name, record]) => (guard(record) ? [name] : []))).toEqual(names)
})
