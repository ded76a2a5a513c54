import { describeShape } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'

describe('describeShape', () => {
  it('knows payloads and events by their API', () => {
    expect(describeShape('UpdateTableRequestParameters')).toEqual({
      description: 'What CloudTrail logs of a `UpdateTable` request. https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateTable.html',
    })
    expect(describeShape('UpdateTableEvent')?.description).toContain('One `UpdateTable` call')
    expect(describeShape('NoSuchApiEvent')).toBeUndefined()
    expect(describeShape('TableInput')).toBeUndefined()
  })

  it('knows the values of enums, what is deprecated and what no model has', () => {
    expect(describeShape('StartJobRunRequestParameters', 'executionClass')).toEqual({ values: ['FLEX', 'STANDARD'] })
    expect(describeShape('StartJobRunRequestParameters', 'allocatedCapacity')).toEqual({ deprecated: true })
    expect(describeShape('TableInput', 'isRowFilteringEnabled')).toEqual({
      description: 'CloudTrail writes this member, which is not in the API model.',
    })
    expect(describeShape('TableInput', 'name')).toBeUndefined()
  })

  it('knows the members of records and identities', () => {
    expect(describeShape('RecordFields', 'eventTime')?.description).toContain('UTC')
    expect(describeShape('IdentityFields', 'arn')?.description).toBe(describeShape('AnyIdentity', 'arn')?.description)
    expect(describeShape('RootIdentity')?.description).toContain('root')
    expect(describeShape('TlsDetails', 'tlsVersion')?.description).toBeTruthy()
  })
})
