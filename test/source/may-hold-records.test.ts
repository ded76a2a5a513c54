import { expect, it } from 'vitest'
import { mayHoldRecords } from '../../src/source/may-hold-records.js'
import { eventOf, RECORD, s3Of, sqsOf } from '../support/envelope.js'

it.each([eventOf(RECORD), sqsOf('a'), s3Of('a'), { CloudTrailEvent: '{}' }, { Records: [RECORD] }, '{"a":1}', ' ["x"]', [{ a: 1 }]])(
  'may be so of %j',
  (value) => {
    expect(mayHoldRecords(value)).toBe(true)
  },
)

it.each([{}, [], '', 'text', 5, null, { a: 1 }, [5]])('is not so of %j', (value) => {
  expect(mayHoldRecords(value)).toBe(false)
})
