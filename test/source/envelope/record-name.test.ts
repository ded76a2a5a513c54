import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindOfRecord } from '../../../src/event/classify.js'
import { isRecordByName } from '../../../src/source/envelope/record-name.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../../support/shared.js'

it('is the rule of decodeRecord', () => {
  const some = <A>(...values: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...values)
  const names = fc.record(
    {
      eventSource: some<unknown>('glue.amazonaws.com', 's3.amazonaws.com', 'aws:s3', 'aws:', '', 5, null),
      eventName: some<unknown>('GetTags', 'Nonsense', '', 5, null),
      eventCategory: some<unknown>('Insight', 'Aggregated', 'Management', 'insight', null),
      eventType: some<unknown>('AwsCloudTrailInsight', 'AwsAggregatedEvent', 'AwsApiCall', 1),
    },
    { requiredKeys: [] },
  )
  const agree = (u: unknown): boolean => isRecordByName(u) === (kindOfRecord(u) !== undefined)
  fc.assert(
    fc.property(fc.oneof(names, fc.anything()), (u) => agree(u)),
    { numRuns: 2000 },
  )
})

describeShared('records of others', () => {
  it('are all records', () => {
    const records = [...corpusGlueRecords(), ...corpusRecords()]
    expect(records.length).toBeGreaterThan(800)
    expect(records.filter(({ record }) => isRecordByName(record) !== (kindOfRecord(record) !== undefined))).toEqual([])
  })
})
