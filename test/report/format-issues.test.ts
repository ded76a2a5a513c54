import { expect, it } from 'vitest'
import { formatIssues } from '../../src/report/format-issues.js'

it('gives a line for each issue, in their order', () => {
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
