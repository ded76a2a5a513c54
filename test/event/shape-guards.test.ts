import { expect, it } from 'vitest'
import { isConforming, isEvent, isGlueEvent, isIdentity } from '../../src/event/shape-guards.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

const all = { glueCall, unmodelledCall, otherServiceCall, insight, aggregated, nonconformingCall, nothing: undefined }

it.each([
  [isGlueEvent, ['glueCall']],
  [isEvent('StartJobRun'), ['glueCall']],
  [isEvent('UpdateTable'), []],
  [isConforming, ['glueCall', 'unmodelledCall', 'otherServiceCall', 'insight', 'aggregated']],
])('%# holds for exactly its records', (guard, names) => {
  expect(Object.entries(all).flatMap(([name, record]) => (guard(record) ? [name] : []))).toEqual(names)
})

it('isIdentity narrows by type', () => {
  const role = { type: 'AssumedRole', sessionContext: { sessionIssuer: {}, attributes: { mfaAuthenticated: 'false' } } }
  expect(isIdentity('AssumedRole')(role)).toBe(true)
  expect(isIdentity('Root')(role)).toBe(false)
  expect(isIdentity('AssumedRole')({ ...role, arn: 5 })).toBe(false)
  expect(isIdentity('toString' as 'Root')({ type: 'toString' })).toBe(false)
})
