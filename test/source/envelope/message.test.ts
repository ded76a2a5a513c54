import { expect, it } from 'vitest'
import type { EnvelopeIssue } from '../../../src/source/envelope/issue.js'
import { MAX_ENVELOPE_ISSUES, Message } from '../../../src/source/envelope/message.js'

const issue: EnvelopeIssue = { code: 'BROKEN_JSON', path: ['a'], expected: 'JSON', received: 'other text' }
const remark: EnvelopeIssue = { code: 'LOSSY_SOURCE', path: [0], expected: 'a', received: 'b' }
const object = { bucket: 'b', key: 'k' }

it('is one delivery for each kind of content', () => {
  const message = new Message('sqs', 'm')
  message.addIssue(issue)
  message.addNotice('digest', object)
  message.addObjects([object])
  message.addRecords([1])
  message.addNotice('digest', undefined)
  message.addRemark(remark)
  message.addRecords([2])
  const head = { source: 'sqs', messageId: 'm' }
  expect(message.deliveries()).toEqual([
    { ...head, content: { kind: 'records', records: [1, 2], issues: [remark] } },
    { ...head, content: { kind: 'objects', objects: [object] } },
    { ...head, content: { kind: 'notice', notice: 'digest', objects: [object] } },
    { ...head, content: { kind: 'unreadable', issues: [issue] } },
  ])
})

it('has no records where something else is', () => {
  const empty = new Message('athena-rows', undefined)
  empty.addRecords([])
  expect(empty.deliveries()).toEqual([{ source: 'athena-rows', content: { kind: 'records', records: [], issues: [] } }])
  empty.addRemark(remark)
  empty.addIssue(issue)
  expect(empty.deliveries()).toEqual([{ source: 'athena-rows', content: { kind: 'unreadable', issues: [issue, remark] } }])
})

it('keeps so many issues', () => {
  const message = new Message('unknown', 5)
  for (let i = 0; i < MAX_ENVELOPE_ISSUES + 5; i++) message.addIssue(issue)
  const [{ content } = { content: undefined }] = message.deliveries()
  expect(content).toEqual({
    kind: 'unreadable',
    issues: [
      ...Array.from({ length: 100 }, () => issue),
      { code: 'MORE_ISSUES', path: [], expected: 'at most 100 issues', received: 'more' },
    ],
  })
})
