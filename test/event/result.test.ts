import { expect, it } from 'vitest'
import { issuesOf, recordOf } from '../../src/event/result.js'

const issue = { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' } as const

it('recordOf and issuesOf read a result', () => {
  const record = {}
  expect(recordOf({ _tag: 'Right', right: record })).toBe(record)
  expect(recordOf({ _tag: 'Both', left: [issue], right: record })).toBe(record)
  expect(recordOf({ _tag: 'Left', left: [issue] })).toBeUndefined()
  expect(issuesOf({ _tag: 'Right', right: record })).toEqual([])
  expect(issuesOf({ _tag: 'Both', left: [issue], right: record })).toEqual([issue])
  expect(issuesOf({ _tag: 'Left', left: [issue] })).toEqual([issue])
})
