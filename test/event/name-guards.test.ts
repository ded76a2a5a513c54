import { expect, it } from 'vitest'
import { isCallOf, isGlueRecord } from '../../src/event/name-guards.js'
import { aggregated, departingCall, glueCall, insight, otherServiceCall, unmodelledCall } from '../support/records.js'

const all = {
  glueCall,
  unmodelledCall,
  otherServiceCall,
  insight,
  aggregated,
  departingCall,
  nothing: undefined,
  halfNamed: { eventSource: 'glue.amazonaws.com' },
}

it.each([
  [isGlueRecord, ['glueCall', 'unmodelledCall', 'departingCall']],
  [isCallOf('UpdateTable'), ['departingCall']],
  [isCallOf('StartJobRun'), ['glueCall']],
])('%# selects by name, departing records included', (guard, names) => {
  expect(Object.entries(all).flatMap(([name, record]) => (guard(record) ? [name] : []))).toEqual(names)
})
