import { expect, it } from 'vitest'
import { isRead } from '../../src/filter/mode.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

it.each([
  ['readOnly', { ...glueCall, readOnly: true }, 'YES'],
  ['no readOnly', { ...glueCall, readOnly: false }, 'NO'],
  ['the string', { ...glueCall, readOnly: 'true' }, 'YES'],
  ['the string in upper case', { ...glueCall, readOnly: 'False' }, 'NO'],
  ['readOnly before the access level', { ...glueCall, eventName: 'GetTable', readOnly: false }, 'NO'],
  ['another string', { ...glueCall, eventName: 'GetTable', readOnly: 'perhaps' }, 'UNKNOWN'],
  ['a number', { ...glueCall, eventName: 'GetTable', readOnly: 1 }, 'UNKNOWN'],
  ['Read', { ...glueCall, eventName: 'GetTable' }, 'YES'],
  ['List', { ...glueCall, eventName: 'ListJobs', readOnly: null }, 'YES'],
  ['Write', { ...glueCall, eventName: 'UpdateTable' }, 'NO'],
  ['Tagging', { ...glueCall, eventName: 'TagResource' }, 'NO'],
  ['a read that IAM files under permissions management', { ...glueCall, eventName: 'ListConnectionTypes' }, 'YES'],
  ['permissions management', { ...glueCall, eventName: 'PutResourcePolicy' }, 'UNKNOWN'],
  ['an API that is not known', { ...glueCall, eventName: 'GetNothing' }, 'UNKNOWN'],
  ['another service, a Glue name', { ...otherServiceCall, eventName: 'GetTable' }, 'UNKNOWN'],
  ['an Insights record of a read', insight, 'YES'],
  ['an aggregated Glue record', { ...aggregated, eventSource: 'glue.amazonaws.com' }, 'UNKNOWN'],
])('%s', (_, record, verdict) => {
  const decision = isRead(record)
  expect(typeof decision === 'string' ? decision : 'UNKNOWN').toBe(verdict)
})
