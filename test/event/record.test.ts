import { expect, it } from 'vitest'
import { CloudTrailRecord } from '../../src/event/record.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

it.each([glueCall, unmodelledCall, otherServiceCall, insight, aggregated])('takes %j', (record) => {
  expect(CloudTrailRecord.is(record)).toBe(true)
  const decoded = CloudTrailRecord.decode(record)
  expect(decoded._tag === 'Right' && decoded.right).toBe(record)
  expect(CloudTrailRecord.encode(record as CloudTrailRecord)).toBe(record)
})

it.each([
  [nonconformingCall, 'requestParameters.tableInput.name: expected a string, received a number'],
  [{ ...insight, eventName: 'GetTable' }, 'eventName: expected nothing, received a string'],
  [{ ...insight, eventCategory: undefined }, 'eventCategory: expected "Insight", received nothing'],
  [{ ...aggregated, timeWindow: 'PT5M' }, 'timeWindow: expected an object, received a string'],
  [[], 'expected a CloudTrail record, received a list'],
])('rejects %j', (value, message) => {
  expect(CloudTrailRecord.is(value)).toBe(false)
  const decoded = CloudTrailRecord.decode(value)
  expect(decoded._tag === 'Left' && decoded.left.map((error) => error.message)).toEqual([message])
})
