import { expect, it } from 'vitest'
import { log } from '../../../src/source/envelope/log.js'
import { openedAs, RECORD } from '../../support/envelope.js'

const digest = { digestStartTime: 'a', digestEndTime: 'b', logFiles: [] }

it('is known by what CloudTrail writes', () => {
  expect([RECORD, { Records: [5, RECORD] }, [RECORD], [], { Records: [] }, digest].filter((u) => !log.is(u))).toEqual([])
  expect([{ Records: [5] }, {}, null, { logFiles: [] }, { Records: [{ eventSource: 'aws:s3', eventName: 'x' }] }].filter(log.is)).toEqual(
    [],
  )
})

it('returns all values in place of records as they are', () => {
  expect(openedAs(log, { Records: [5, RECORD] })).toEqual([['message'], ['records', [5, RECORD]]])
  expect(openedAs(log, RECORD)).toEqual([['message'], ['records', [RECORD]]])
  expect(openedAs(log, digest)).toEqual([['message'], ['notice', 'DIGEST']])
})

it('is no event of LookupEvents that has the names of a record', () => {
  const event = { ...RECORD, cloudTrailEvent: JSON.stringify(RECORD) }
  expect([log.is(event), log.is([event]), log.is({ Records: [event] })]).toEqual([false, false, false])
})
