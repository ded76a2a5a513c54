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

it.each([
  ['x'.repeat(64), 10],
  ['表'.repeat(64), 5],
])('formats at most 64 KiB of UTF-8 for one record, and counts the other issues: %s', (name, least) => {
  const path = Array.from({ length: 64 }, () => name)
  const issues = Array.from({ length: 100 }, () => ({ code: 'WRONG_TYPE', path, expected: 'a string', received: 'a number' }) as const)
  const lines = formatIssues(issues)
  expect(Buffer.byteLength(lines.join('; '))).toBeLessThanOrEqual(64 * 1024)
  expect(lines.length).toBeGreaterThan(least)
  expect(lines.at(-1)).toBe(`... and ${100 - lines.length + 1} more`)
})
