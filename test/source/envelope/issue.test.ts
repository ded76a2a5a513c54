import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatEnvelopeIssues } from '../../../src/source/envelope/issue.js'

describe('formatEnvelopeIssues', () => {
  it('names the path first', () => {
    expect(
      formatEnvelopeIssues([
        { code: 'BROKEN_JSON', path: ['Records', 0, 'body'], expected: 'JSON', received: 'another string' },
        { code: 'UNKNOWN_ENVELOPE', path: [], expected: 'an SQS event', received: 'a number' },
      ]),
    ).toEqual(['Records[0].body: expected JSON, received another string', 'expected an SQS event, received a number'])
  })
})

describe('codes', () => {
  it('are all documented, and none that is not there', () => {
    const source = readFileSync(new URL('../../../src/source/envelope/issue.ts', import.meta.url), 'utf8')
    const page = readFileSync(new URL('../../../docs/reference/issue-codes.md', import.meta.url), 'utf8')
    const declared = [...source.matchAll(/^ {2}\| '([A-Z_0-9]+)'$/gm)].map((match) => match[1])
    const section = page.split('\n## ').find((content) => content.startsWith('Issues of an envelope')) ?? ''
    const documented = [...section.matchAll(/^\| `([A-Z_0-9]+)` /gm)].map((match) => match[1])
    expect(declared.length).toBe(16)
    expect(documented).toEqual(declared)
  })
})
