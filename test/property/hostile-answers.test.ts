import { describe, expect, it } from 'vitest'
import * as api from '../../src/index.js'
import { ANSWERS, OTHERS } from '../support/answers.js'
import { describeShared, sharedJson } from '../support/shared.js'

const BASE = {
  eventSource: 'glue.amazonaws.com',
  eventTime: '2024-05-14T10:00:00Z',
  awsRegion: 'eu-central-1',
  recipientAccountId: '123456789012',
}
const TRAP = { toString: 1, valueOf: 1, [Symbol.toPrimitive as never]: undefined }

const cyclic = (): unknown => {
  const request: Record<string, unknown> = { databaseName: 'a', name: 'b' }
  request.tableInput = { name: 'b', parameters: request, self: request }
  request.again = request
  const record: Record<string, unknown> = { ...BASE, eventName: 'UpdateTable', eventID: 'e', requestParameters: request }
  record.additionalEventData = { record, list: [record, request] }
  return record
}

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const revokedFunction = (): unknown => {
  const { proxy, revoke } = Proxy.revocable(() => 1, {})
  revoke()
  return proxy
}

const unreadable = (): unknown => {
  const refuse = (): never => {
    throw new Error('no')
  }
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse })
}

const throwing = (member: string): unknown =>
  Object.defineProperty({ ...BASE, eventName: 'DeleteTable' }, member, {
    enumerable: true,
    get: () => {
      throw new Error('no')
    },
  })

const deep = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels)}${']}'.repeat(levels)}`)

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a name with toString': () => ({ ...BASE, eventCategory: 'Insight', eventName: TRAP }),
  'a flag with toString': () => ({
    ...BASE,
    eventName: 'DeleteTable',
    sessionCredentialFromConsole: TRAP,
    requestParameters: { databaseName: 'a', name: 'b' },
  }),
  'a deep flag': () => ({ ...BASE, eventName: 'X', sessionCredentialFromConsole: deep(20_000) }),
  'a correction of a name with toString': () => ({
    ...BASE,
    eventName: 'X',
    eventID: 'e1',
    addendum: { reason: 'UPDATED_DATA', originalEventID: 'e1', updatedFields: [TRAP] },
  }),
  'an id of a field with toString': () => ({
    ...BASE,
    eventName: 'UpdateTable',
    requestParameters: {
      databaseName: 'a',
      name: 'b',
      openTableFormatInput: { icebergInput: { createIcebergTableInput: { schema: { fields: [{ name: 'a', type: 'b', id: TRAP }] } } } },
    },
  }),
  'a note of a size with toString': () => ({ ...BASE, eventName: 'GetTable', requestParameters: { omitted: 'true', originalSize: TRAP } }),
  'a size that is a long string': () => ({
    ...BASE,
    eventName: 'GetTable',
    requestParameters: { omitted: 'true', originalSize: '9'.repeat(1e5) },
  }),
  'a deep request': () => ({ ...BASE, eventName: 'UpdateTable', requestParameters: { tableInput: deep(50_000) } }),
  'a deep condition in a policy': () => ({
    ...BASE,
    eventName: 'PutResourcePolicy',
    requestParameters: { policyInJson: `{"Statement":{"Condition":${'['.repeat(40_000)}${']'.repeat(40_000)}}}` },
  }),
  cycles: cyclic,
  'a revoked proxy': revoked,
  'a revoked function in a request': () => ({
    ...BASE,
    eventID: 'e',
    eventName: 'DeleteTable',
    requestParameters: { name: revokedFunction() },
  }),
  'a function with toString in a request': () => ({
    ...BASE,
    eventID: 'e',
    eventName: 'UpdateTable',
    requestParameters: { name: Object.assign(() => 1, TRAP), tableInput: { parameters: { a: Object.assign(() => 1, TRAP) } } },
  }),
  'a proxy of which nothing can be read': () => ({ ...BASE, eventName: 'GetTable', userIdentity: unreadable() }),
  'a big integer': () => ({ ...BASE, eventID: 'e', eventName: 'UpdateTable', requestParameters: { tableInput: { retention: 1n } } }),
  'a revoked proxy in a request': () => ({ ...BASE, eventName: 'DeleteTable', requestParameters: revoked() }),
  'a name that throws': () => throwing('eventName'),
  'a source that throws': () => throwing('eventSource'),
  'a category that throws': () => throwing('eventCategory'),
  'a time that throws': () => throwing('eventTime'),
  'errors that throw': () => throwing('errorCode'),
  'a request that throws': () => throwing('requestParameters'),
  'an identity that throws': () => throwing('userIdentity'),
  undefined: () => undefined,
  null: () => null,
  'a number': () => 5,
  'a list': () => [],
  'a symbol': () => Symbol('x'),
  'a function': () => () => 1,
}

it('is every exported function', () => {
  const functions = Object.entries(api).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  const called = [...Object.keys(ANSWERS), ...OTHERS].join(' ').split(' ')
  expect(functions.filter((name) => !called.includes(name))).toEqual([])
})

describe.each(Object.entries(ANSWERS))('%s', (_, answer) => {
  it.each(Object.entries(HOSTILE))('neither throws nor hangs on %s', (__, value) => {
    expect(() => answer(value())).not.toThrow()
  })
})

interface LogFile {
  readonly Records: ReadonlyArray<unknown>
}

describeShared('inputs of an attack', () => {
  it.each([
    'collision',
    'deep-wide-100k',
    'history-valid-calls',
    'long-name-50000',
    'numbers',
    'proto',
    'quadratic-updates',
    'throws',
    'throws-insight',
  ])('%s gets every answer', (name) => {
    const { Records: records } = sharedJson(`cases/hostile/${name}.json`) as LogFile
    for (const record of records) for (const answer of Object.values(ANSWERS)) expect(() => answer(record)).not.toThrow()
    expect(() => api.historyOf(records, 'a.b')).not.toThrow()
  })

  it('hide no change of a table', () => {
    const { Records: records } = sharedJson('cases/hostile/collision.json') as LogFile
    const change = api.tableChangeOf(records[0], records[1])
    expect(change.kind === 'CHANGE' && change.other).toContain('viewOriginalText')
    expect(api.historyOf(records, 'finance.ledger_view').map(({ kind }) => kind)).toEqual(['CREATED', 'PARAMETERS'])
  })
})
