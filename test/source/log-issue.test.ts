import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatLogIssues } from '../../src/source/log-issue.js'

describe('formatLogIssues', () => {
  it('names the record and the byte first', () => {
    expect(
      formatLogIssues([
        { code: 'BROKEN_RECORD', index: 3, offset: 120, length: 7, expected: 'JSON', received: 'something else' },
        { code: 'BROKEN_TEXT', offset: 0, expected: 'a member', received: 'something else' },
        { code: 'CORRUPT_GZIP', offset: 18, expected: 'a deflate stream', received: 'something else' },
        { code: 'EMPTY', expected: 'a log file', received: 'nothing' },
      ]),
    ).toEqual([
      'record 3, byte 120: expected JSON, received something else',
      'byte 0: expected a member, received something else',
      'byte 18 of the stored file: expected a deflate stream, received something else',
      'expected a log file, received nothing',
    ])
  })
})

describe('codes', () => {
  it('are all documented, and none that is not there', () => {
    const source = readFileSync(new URL('../../src/source/log-issue.ts', import.meta.url), 'utf8')
    const page = readFileSync(new URL('../../docs/reference/issue-codes.md', import.meta.url), 'utf8')
    const declared = [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].map((match) => match[1])
    const section = page.split('\n## ').find((content) => content.startsWith('Issues of a file')) ?? ''
    const documented = [...section.matchAll(/^\| `([A-Z_]+)` /gm)].map((match) => match[1])
    expect(declared.length).toBe(23)
    expect(documented).toEqual(declared)
  })
})
