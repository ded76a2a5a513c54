import { expect, it } from 'vitest'
import { fails, mismatch } from '../../src/cli/failure.js'
import { glueCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const issue = { code: 'WRONG_TYPE', path: ['awsRegion'], expected: 'a string', received: 'a number' } as const

it('knows what fails', () => {
  const nonconforming = shown({ ...glueCall, awsRegion: 5 }, { issues: [issue] })
  const denied = shown({ ...glueCall, errorCode: 'AccessDenied' })
  const failed = shown({ ...glueCall, errorCode: 'EntityNotFoundException' })
  const all = [shown(glueCall), nonconforming, denied, failed]
  expect(all.map((each) => fails(each, 'nonconforming'))).toEqual([false, true, false, false])
  expect(all.map((each) => fails(each, 'denied'))).toEqual([false, false, true, false])
  expect(all.map((each) => fails(each, 'broken'))).toEqual([false, false, false, false])
})

it('says where a record does not match the model', () => {
  const nonconforming = shown({ ...glueCall, awsRegion: 5 }, { issues: [issue], file: 'a.json', index: 7 })
  expect(mismatch(nonconforming)).toEqual(['a.json: record 7 does not match the model: awsRegion: expected a string, received a number'])
  expect(mismatch(shown(glueCall))).toEqual([])
})
