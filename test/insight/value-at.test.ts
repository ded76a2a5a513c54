import { valueAt } from 'glue-trail'
import { expect, it } from 'vitest'
import { departingCall, glueCall, otherServiceCall } from '../support/records.js'

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
  expect(valueAt(leaked as unknown, 'requestParameters', 'extra', 'list', 1)).toStrictEqual({ kind: 'ABSENT', basis: 'inferred' })
  expect(valueAt(leaked as unknown, 'requestParameters', 'secret')).toStrictEqual({ kind: 'HIDDEN', basis: 'documented' })
  expect(valueAt({ any: 'thing' } as unknown, 'any')).toStrictEqual({ kind: 'GIVEN', value: 'thing' })
  expect(valueAt('text' as unknown, 'length')).toStrictEqual({ kind: 'ABSENT', basis: 'inferred' })
})

it('checks values against the model, deep down', () => {
  const departing: unknown = departingCall
  expect(valueAt(departing, 'requestParameters', 'tableInput', 'name')).toStrictEqual({ kind: 'DEPARTING', basis: 'model' })
  expect(valueAt(departing, 'requestParameters')).toStrictEqual({ kind: 'DEPARTING', basis: 'model' })
  expect(valueAt(departing, 'eventName')).toStrictEqual({ kind: 'GIVEN', value: 'UpdateTable' })
  const lists: unknown = { ...glueCall, eventName: 'BatchDeleteTable', requestParameters: { tablesToDelete: ['a', 5, null] } }
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete')).toStrictEqual({ kind: 'DEPARTING', basis: 'model' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 0)).toStrictEqual({ kind: 'GIVEN', value: 'a' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 1)).toStrictEqual({ kind: 'DEPARTING', basis: 'model' })
  expect(valueAt(lists, 'requestParameters', 'tablesToDelete', 2)).toStrictEqual({ kind: 'ABSENT', basis: 'model' })
})

it('says why nothing is there', () => {
  expect(valueAt(record, 'requestParameters', 'jobRunId')).toStrictEqual({ kind: 'ABSENT', basis: 'model' })
  expect(
    valueAt({ ...glueCall, errorCode: 'AccessDenied', requestParameters: null } as unknown, 'requestParameters', 'jobName'),
  ).toStrictEqual({
    kind: 'DENIED',
    basis: 'observed',
  })
})

it('takes keys that objects inherit for what they are', () => {
  const poisoned: unknown = { ...glueCall, requestParameters: JSON.parse('{"arguments": {"__proto__": "x"}}') }
  expect(valueAt(poisoned, 'requestParameters', 'arguments', '__proto__')).toStrictEqual({ kind: 'GIVEN', value: 'x' })
  expect(valueAt(poisoned, 'requestParameters', 'arguments', 'constructor')).toStrictEqual({ kind: 'ABSENT', basis: 'model' })
})
