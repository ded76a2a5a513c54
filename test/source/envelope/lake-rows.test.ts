import { expect, it } from 'vitest'
import { lakeRows } from '../../../src/source/envelope/lake-rows.js'
import { openedAs } from '../../support/envelope.js'

const whole = [{ eventJson: '{}' }]
const flat = [{ eventName: 'GetTags' }, { eventTime: '2024-05-01 12:00:00.000' }, { requestParameters: '{a=b}' }]

it('is known by eventJson, or by the answer it is in', () => {
  expect([[{ eventjson: '{}' }], { eventJson: '{}' }, { QueryResultRows: [flat] }].filter((u) => !lakeRows.is(u))).toEqual([])
  expect([[{ eventName: 'INSERT', userIdentity: null }], [{ eventname: 'GetTags' }], [flat], []].filter(lakeRows.is)).toEqual([])
  expect(lakeRows.is([{ name: 'x' }])).toBe(false)
})

it('gives the whole record where there is one', () => {
  expect(openedAs(lakeRows, { QueryResultRows: [whole] })).toEqual([
    ['message'],
    ['records', []],
    ['inner', '{}', ['QueryResultRows', 0, 'eventJson']],
  ])
  expect(openedAs(lakeRows, { eventjson: '{}' })).toEqual([['message'], ['records', []], ['inner', '{}', ['eventJson']]])
})

it('gives what surrounds the call of flat columns, and says so', () => {
  expect(openedAs(lakeRows, { QueryResultRows: [flat, 5] })).toEqual([
    ['message'],
    ['records', []],
    ['remark', 'LOSSY_SOURCE', ['QueryResultRows', 0], 'the column eventJson', 'flat columns'],
    ['records', [{ eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z' }]],
    ['broken', 'UNKNOWN_ENVELOPE', ['QueryResultRows', 1], 'a row', 'something else'],
  ])
})

it('gives no payload, of whatever type the column is', () => {
  const row = {
    eventname: 'StartJobRun',
    useridentity: { type: 'Root', accountid: '1' },
    requestparameters: { jobname: 'nightly' },
    responseelements: '{}',
    additionaleventdata: null,
  }
  expect(openedAs(lakeRows, [row]).at(-1)).toEqual([
    'records',
    [{ eventName: 'StartJobRun', userIdentity: { type: 'Root', accountId: '1' } }],
  ])
})

it('gives no call whose identity is not a structure', () => {
  expect(openedAs(lakeRows, { QueryResultRows: [[{ eventName: 'GetTags' }, { userIdentity: '{type=Root}' }]] }).slice(3)).toEqual([
    [
      'broken',
      'LOSSY_SOURCE',
      ['QueryResultRows', 0, 'userIdentity'],
      'a structure as JSON',
      'a structure as {name=value}: select eventJson',
    ],
  ])
})
