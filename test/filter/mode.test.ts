import { expect, it } from 'vitest'
import { isRead } from '../../src/filter/mode.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

it.each([
  ['readOnly', { ...glueCall, readOnly: true }, 'yes'],
  ['no readOnly', { ...glueCall, readOnly: false }, 'no'],
  ['the text', { ...glueCall, readOnly: 'true' }, 'yes'],
  ['the text in upper case', { ...glueCall, readOnly: 'False' }, 'no'],
  ['readOnly before the access level', { ...glueCall, eventName: 'GetTable', readOnly: false }, 'no'],
  ['another text', { ...glueCall, eventName: 'GetTable', readOnly: 'perhaps' }, 'unknown'],
  ['a number', { ...glueCall, eventName: 'GetTable', readOnly: 1 }, 'unknown'],
  ['Read', { ...glueCall, eventName: 'GetTable' }, 'yes'],
  ['List', { ...glueCall, eventName: 'ListJobs', readOnly: null }, 'yes'],
  ['Write', { ...glueCall, eventName: 'UpdateTable' }, 'no'],
  ['Tagging', { ...glueCall, eventName: 'TagResource' }, 'no'],
  ['Permissions management, a read in truth', { ...glueCall, eventName: 'ListConnectionTypes' }, 'unknown'],
  ['Permissions management, a write in truth', { ...glueCall, eventName: 'PutResourcePolicy' }, 'unknown'],
  ['an API that is not known', { ...glueCall, eventName: 'GetNothing' }, 'unknown'],
  ['another service, a name of Glue', { ...otherServiceCall, eventName: 'GetTable' }, 'unknown'],
  ['an Insights record of a read', insight, 'yes'],
  ['an aggregated record of Glue', { ...aggregated, eventSource: 'glue.amazonaws.com' }, 'unknown'],
])('%s', (_, record, verdict) => {
  expect(isRead(record)).toBe(verdict)
})
