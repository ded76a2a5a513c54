import { expect, it } from 'vitest'
import { printIssue } from '../../src/codec/issue.js'

it('prints an issue with its path first', () => {
  const issue = { code: 'WRONG_TYPE', path: ['requestParameters', 'jobName'], expected: 'a string', received: 'a number' } as const
  expect(printIssue(issue)).toBe('requestParameters.jobName: expected a string, received a number')
  expect(printIssue({ ...issue, path: [] })).toBe('expected a string, received a number')
})
