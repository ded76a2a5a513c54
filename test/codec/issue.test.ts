import { expect, it } from 'vitest'
import { formatIssues, printIssue } from '../../src/codec/issue.js'

it('prints an issue with its path first', () => {
  const issue = { code: 'WRONG_TYPE', path: ['requestParameters', 'jobName'], expected: 'a string', received: 'a number' } as const
  expect(printIssue(issue)).toBe('requestParameters.jobName: expected a string, received a number')
  expect(printIssue({ ...issue, path: [] })).toBe('expected a string, received a number')
})

it('formats a line for each issue, in the same order', () => {
  expect(
    formatIssues([
      { code: 'WRONG_TYPE', path: ['requestParameters', 'partitionKeys', 0, 'name'], expected: 'a string', received: 'a number' },
      { code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'a list' },
    ]),
  ).toEqual([
    'requestParameters.partitionKeys[0].name: expected a string, received a number',
    'expected a CloudTrail record, received a list',
  ])
})
