import { type CallOutcome, outcomeOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'
import { corpusGlueRecords, describeShared } from '../support/shared.js'

it.each<readonly [object, CallOutcome]>([
  [{}, { kind: 'SUCCEEDED' }],
  [{ errorCode: null, errorMessage: null }, { kind: 'SUCCEEDED' }],
  [{ errorCode: 'AccessDenied' }, { kind: 'DENIED', code: 'AccessDenied' }],
  [
    { errorCode: 'ClientError', errorMessage: 'User: x is not authorized to perform: glue:GetTable' },
    { kind: 'DENIED', code: 'ClientError', message: 'User: x is not authorized to perform: glue:GetTable' },
  ],
  [
    { errorCode: 'EntityNotFoundException', errorMessage: 'Cannot find partition.' },
    { kind: 'FAILED', code: 'EntityNotFoundException', message: 'Cannot find partition.' },
  ],
  [{ errorMessage: 'Failed authentication' }, { kind: 'FAILED', message: 'Failed authentication' }],
  [{ errorCode: 5 }, { kind: 'FAILED' }],
  [{ errorCode: '' }, { kind: 'FAILED', code: '' }],
])('a call with %j: %j', (more, outcome) => {
  for (const call of [glueCall, unmodelledCall, otherServiceCall, nonconformingCall]) {
    expect(outcomeOf({ ...call, ...more })).toStrictEqual(outcome)
  }
})

it('is undefined for values that are not calls', () => {
  for (const u of [insight, aggregated, {}, [], null, undefined, 5, 'text', { errorCode: 'AccessDenied' }])
    expect(outcomeOf(u)).toBeUndefined()
})

describeShared('Glue records that others published', () => {
  it('ended so', () => {
    expect(corpusGlueRecords().map(({ record }) => outcomeOf(record)?.kind)).toEqual([
      'DENIED',
      'DENIED',
      'SUCCEEDED',
      'SUCCEEDED',
      'SUCCEEDED',
      'SUCCEEDED',
      'FAILED',
    ])
  })
})

describe('the list of codes', () => {
  it('leaves out what was refused for other reasons', () => {
    for (const errorCode of ['ExpiredToken', 'ThrottlingException', 'InvalidInputException', 'Client.DryRunOperation', 'Blocked']) {
      expect(outcomeOf({ ...glueCall, errorCode })?.kind).toBe('FAILED')
    }
  })
})
