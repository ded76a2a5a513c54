import { valueAt } from 'glue-trail'
import { expect, it } from 'vitest'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

const record: unknown = glueCall

it('gives what is there', () => {
  expect(valueAt(record, 'requestParameters', 'jobName')).toStrictEqual({ kind: 'GIVEN', value: 'nightly' })
  expect(valueAt(record, 'requestParameters', 'arguments', '--day')).toStrictEqual({ kind: 'GIVEN', value: '2024-05-14' })
  expect(valueAt(record, 'requestParameters')).toStrictEqual({ kind: 'GIVEN', value: glueCall.requestParameters })
  expect(valueAt(record)).toStrictEqual({ kind: 'GIVEN', value: record })
  expect(valueAt(otherServiceCall, 'eventName')).toStrictEqual({ kind: 'GIVEN', value: 'GetObject' })
})

it('gives what the model does not know as it came', () => {
  const leaked = { ...glueCall, requestParameters: { extra: { list: [1] }, secret: '***' } }
  expect(valueAt(leaked as unknown, 'requestParameters', 'extra', 'list', 0)).toStrictEqual({ kind: 'GIVEN', value: 1 })
  expect(valueAt(leaked as unknown, 'requestParameters', 'extra', 'list', 1)).toStrictEqual({ kind: 'ABSENT', basis: 'INFERRED' })
  expect(valueAt(leaked as unknown, 'requestParameters', 'secret')).toStrictEqual({ kind: 'REDACTED', basis: 'DOCUMENTED' })
  expect(valueAt({ any: 'thing' } as unknown, 'any')).toStrictEqual({ kind: 'GIVEN', value: 'thing' })
  expect(valueAt('text' as unknown, 'length')).toStrictEqual({ kind: 'ABSENT', basis: 'INFERRED' })
})

it('checks values against the model, deep down', () => {
  const nonconforming: unknown = nonconformingCall
  expect(valueAt(nonconforming, 'requestParameters', 'tableInput', 'name')).toStrictEqual({ kind: 'NONCONFORMING', basis: 'MODEL' })
  expect(valueAt(nonconforming, 'requestParameters')).toStrictEqual({ kind: 'NONCONFORMING', basis: 'MODEL' })
  expect(valueAt(nonconforming, 'eventName')).toStrictEqual({ kind: 'GIVEN', value: 'UpdateTable' })
  const lists: unknown = { ...glueCall, eventName: 'BatchDeleteTable', requestParameters: { tablesToDelete: ['a', 5, null] } }
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete')).toStrictEqual({ kind: 'NONCONFORMING', basis: 'MODEL' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 0)).toStrictEqual({ kind: 'GIVEN', value: 'a' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 1)).toStrictEqual({ kind: 'NONCONFORMING', basis: 'MODEL' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 2)).toStrictEqual({ kind: 'ABSENT', basis: 'MODEL' })
})

it('says why nothing is there', () => {
  expect(valueAt(record, 'requestParameters', 'jobRunId')).toStrictEqual({ kind: 'ABSENT', basis: 'MODEL' })
  expect(
    valueAt({ ...glueCall, errorCode: 'AccessDenied', requestParameters: null } as unknown, 'requestParameters', 'jobName'),
  ).toStrictEqual({
    kind: 'DENIED',
    basis: 'OBSERVED',
  })
})

it('takes keys that objects inherit for what they are', () => {
  const poisoned: unknown = { ...glueCall, requestParameters: JSON.parse('{"arguments": {"__proto__": "x"}}') }
  expect(valueAt(poisoned, 'requestParameters', 'arguments', '__proto__')).toStrictEqual({ kind: 'GIVEN', value: 'x' })
  expect(valueAt(poisoned, 'requestParameters', 'arguments', 'constructor')).toStrictEqual({ kind: 'ABSENT', basis: 'MODEL' })
})
