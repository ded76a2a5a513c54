import { expect, it } from 'vitest'
import { marksOf } from '../../src/archive/marks.js'
import { glueCall } from '../support/records.js'

it('names what is to be known of a record', () => {
  const issue = { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' } as const
  expect(marksOf({ record: glueCall, issues: [] })).toEqual([])
  expect(marksOf({ record: glueCall, issues: [issue] })).toEqual(['nonconforming'])
  const omitted = { ...glueCall, requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' } }
  expect(marksOf({ record: omitted, issues: [] })).toEqual(['omitted'])
  const secret = { ...glueCall, requestParameters: { jobName: 'a', arguments: { '--password': 'example-only' } } }
  expect(marksOf({ record: secret, issues: [] })).toEqual(['exposed'])
  const hidden = { ...glueCall, requestParameters: { jobName: 'a', arguments: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }
  expect(marksOf({ record: hidden, issues: [] })).toEqual(['redacted'])
})

it('takes the answer where it is known already', () => {
  expect(marksOf({ record: glueCall, issues: [] }, [{ place: 'a', state: 'EXPOSED', exposures: [] }])).toEqual(['exposed'])
})
