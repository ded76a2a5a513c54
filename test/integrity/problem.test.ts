import { expect, it } from 'vitest'
import { hasFailure, type ProblemCode, severityOf, whereOf } from '../../src/integrity/problem.js'

const problem = (code: ProblemCode) => ({ code, expected: '', received: '' })

it('fails, leaves unproven, or is a note', () => {
  expect([severityOf('SIGNATURE'), severityOf('KEY_UNKNOWN'), severityOf('CHAIN_SPELLING')]).toEqual(['FAILS', 'UNPROVEN', 'NOTE'])
  expect([hasFailure([problem('KEY_UNKNOWN')]), hasFailure([problem('KEY_UNKNOWN'), problem('MOVED')])]).toEqual([false, true])
})

it('names a file without control characters', () => {
  expect(whereOf({ bucket: 'b', key: 'a/b' })).toBe('s3://b/a/b')
  expect(whereOf({ key: 'a\u001b[31m\n' })).toBe('a\\u001b[31m\\u000a')
  expect(whereOf({ key: 'x'.repeat(2000) })).toHaveLength(1024)
})
