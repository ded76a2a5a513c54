import { expect, it } from 'vitest'
import type { EnvelopeIssue } from '../../../src/source/envelope/issue.js'
import { MAX_ENVELOPE_ISSUES, MessageBuilder } from '../../../src/source/envelope/message-builder.js'

const issue: EnvelopeIssue = { code: 'BROKEN_JSON', path: ['a'], expected: 'JSON', received: 'another string' }
const remark: EnvelopeIssue = { code: 'LOSSY_SOURCE', path: [0], expected: 'a', received: 'b' }
const object = { bucket: 'b', key: 'k' }

it('has each kind of content once', () => {
  const message = new MessageBuilder('SQS', 'm', { a: 'b', c: 1 })
  message.addIssue(issue)
  message.addNotice('DIGEST', object)
  message.addObjects([object])
  message.addRecords([1])
  message.addNotice('DIGEST', undefined)
  message.addRemark(remark)
  message.addRecords([2])
  expect(message.message()).toEqual({
    id: 'm',
    source: 'SQS',
    attributes: { a: 'b' },
    contents: [
      { kind: 'RECORDS', records: [1, 2], issues: [remark] },
      { kind: 'OBJECTS', objects: [object] },
      { kind: 'NOTICE', notice: 'DIGEST', objects: [object] },
      { kind: 'UNREADABLE', issues: [issue] },
    ],
  })
})

it('has no records where something else is', () => {
  const empty = new MessageBuilder('ATHENA_ROWS', undefined, undefined)
  empty.addRecords([])
  expect(empty.message()).toEqual({ source: 'ATHENA_ROWS', attributes: {}, contents: [{ kind: 'RECORDS', records: [], issues: [] }] })
  empty.addRemark(remark)
  empty.addIssue(issue)
  expect(empty.message().contents).toEqual([{ kind: 'UNREADABLE', issues: [issue, remark] }])
})

it('keeps a limited number of issues', () => {
  const message = new MessageBuilder('UNKNOWN', 5, [])
  for (let i = 0; i < MAX_ENVELOPE_ISSUES + 5; i++) message.addIssue(issue)
  expect(message.message().contents).toEqual([
    {
      kind: 'UNREADABLE',
      issues: [
        ...Array.from({ length: 100 }, () => issue),
        { code: 'MORE_ISSUES', path: [], expected: 'at most 100 issues', received: '5 more' },
      ],
    },
  ])
})
