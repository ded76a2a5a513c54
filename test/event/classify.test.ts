import { describe, expect, it } from 'vitest'
import { classify, kindOfRecord } from '../../src/event/classify.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

describe('kindOfRecord', () => {
  it.each([
    [glueCall, 'event'],
    [nonconformingCall, 'event'],
    [unmodelledCall, 'unmodelled'],
    [otherServiceCall, 'otherService'],
    [insight, 'insight'],
    [{ eventType: 'AwsCloudTrailInsight' }, 'insight'],
    [{ eventCategory: 'Insight', eventSource: 'glue.amazonaws.com', eventName: 'GetTable' }, 'insight'],
    [aggregated, 'aggregated'],
    [{ eventType: 'AwsAggregatedEvent' }, 'aggregated'],
    [{ eventSource: 'a', eventName: 'b' }, 'otherService'],
    [{ eventSource: 'glue.amazonaws.com', eventName: '__proto__' }, 'unmodelled'],
    [{ eventSource: 'glue.amazonaws.com', eventName: 'toString' }, 'unmodelled'],
  ])('%j', (record, kind) => {
    expect(kindOfRecord(record)).toBe(kind)
  })

  it.each([
    null,
    undefined,
    5,
    'a',
    [glueCall],
    {},
    { eventSource: 'glue.amazonaws.com' },
    { eventName: 'GetTable' },
    { eventSource: 5, eventName: 'GetTable' },
    { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' },
    { Records: [glueCall] },
  ])('%j is not a record', (value) => {
    expect(kindOfRecord(value)).toBeUndefined()
  })
})

it.each([
  [glueCall, 'StartJobRunEvent'],
  [unmodelledCall, 'UnmodelledGlueEvent'],
  [otherServiceCall, 'ServiceEvent'],
  [insight, 'InsightRecord'],
  [aggregated, 'AggregatedRecord'],
  [{}, undefined],
])('%# gives the codec that the kind must match', (record, name) => {
  expect(classify(record)?.codec.name).toBe(name)
})
