import { describe, expect, it } from 'vitest'
import { Counter } from '../../src/cli/census.js'
import { glueCall, insight, otherServiceCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const drop = { ...glueCall, eventName: 'DeleteTable', requestParameters: { databaseName: 'sales', name: 'orders' } }

function census(records: ReadonlyArray<object>, top = 10) {
  const counter = new Counter()
  for (const record of records) counter.add(shown(record))
  return counter.result(top)
}

describe('a census', () => {
  it('counts who, what, on what, what failed, and when', () => {
    const records = [
      glueCall,
      { ...glueCall, eventTime: '2024-05-14T06:11:00Z' },
      { ...drop, errorCode: 'AccessDenied', userIdentity: { type: 'Root' } },
      { ...drop, errorCode: 'EntityNotFoundException' },
      { ...otherServiceCall, readOnly: true },
      insight,
    ]
    expect(census(records)).toEqual({
      calls: 5,
      failed: 2,
      partial: 0,
      denied: 1,
      reads: 1,
      others: 1,
      from: new Date('2024-05-14T06:10:00Z'),
      to: new Date('2024-05-14T06:11:00Z'),
      onBehalfOf: { top: [], rest: 0, uncounted: 0 },
      actors: {
        top: [
          { name: 'johndoe', calls: 4, failed: 1 },
          { name: 'root', calls: 1, failed: 1 },
        ],
        rest: 0,
        uncounted: 0,
      },
      apis: {
        top: [
          { name: 'DeleteTable', calls: 2, failed: 2 },
          { name: 'StartJobRun', calls: 2, failed: 0 },
          { name: 's3:GetObject', calls: 1, failed: 0 },
        ],
        rest: 0,
        uncounted: 0,
      },
      resources: {
        top: [
          { name: 'job nightly', calls: 2, failed: 0 },
          { name: 'table sales.orders (123456789012 eu-central-1)', calls: 1, failed: 1 },
          // The root user of this record is of no known account.
          { name: 'table sales.orders (eu-central-1)', calls: 1, failed: 1 },
        ],
        rest: 0,
        uncounted: 0,
      },
      errors: {
        top: [
          { name: 'AccessDenied', calls: 1, failed: 1 },
          { name: 'EntityNotFoundException', calls: 1, failed: 1 },
        ],
        rest: 0,
        uncounted: 0,
      },
      denials: { top: [{ name: 'root: DeleteTable', calls: 1, failed: 1 }], rest: 0, uncounted: 0 },
      activity: {
        minutes: 1,
        intervals: [
          { from: new Date('2024-05-14T06:10:00Z'), calls: 4, failed: 2 },
          { from: new Date('2024-05-14T06:11:00Z'), calls: 1, failed: 0 },
        ],
      },
    })
  })

  it('counts what has one name in several accounts, regions or catalogs apart, and says where each is', () => {
    const federated = { ...drop.requestParameters, catalogId: '123456789012:crm' }
    const { resources, actors, apis } = census([
      drop,
      drop,
      { ...drop, awsRegion: 'us-east-1' },
      { ...drop, recipientAccountId: '111122223333', userIdentity: { ...drop.userIdentity, accountId: '111122223333' } },
      { ...drop, requestParameters: federated },
      { ...drop, requestParameters: { databaseName: 'sales', name: 'refunds' }, awsRegion: 'us-east-1' },
      { ...drop, userIdentity: undefined },
    ])
    expect(resources.top.map(({ name, calls }) => [name, calls])).toEqual([
      ['table sales.orders (123456789012 eu-central-1)', 2],
      ['table sales.orders (111122223333 eu-central-1)', 1],
      ['table sales.orders (123456789012 eu-central-1 crm)', 1],
      ['table sales.orders (123456789012 us-east-1)', 1],
      ['table sales.orders (eu-central-1)', 1],
      ['table sales.refunds', 1],
    ])
    expect(actors.top.map(({ name, calls }) => [name, calls])).toEqual([
      ['johndoe (123456789012)', 5],
      ['johndoe (111122223333)', 1],
      ['unknown', 1],
    ])
    expect(apis.top).toEqual([{ name: 'DeleteTable', calls: 7, failed: 0 }])
  })

  it('names a caller of an unknown account beside those of known ones', () => {
    const { accountId: _, ...userIdentity } = glueCall.userIdentity
    expect(census([glueCall, { ...glueCall, userIdentity }]).actors.top.map(({ name }) => name)).toEqual([
      'johndoe (123456789012)',
      'johndoe (account unknown)',
    ])
  })

  it('counts a batch as failed, in part or whole, and each of its resources by its own outcome', () => {
    const requestParameters = { databaseName: 'Sales', tablesToDelete: ['Orders', 'refunds', 'orders'] }
    const errors = [{ tableName: 'refunds', errorDetail: { errorCode: 'AccessDeniedException' } }]
    const batch = { ...glueCall, eventName: 'BatchDeleteTable', requestParameters }
    const { failed, partial, denied, resources, denials } = census([{ ...batch, responseElements: { errors } }, batch])
    expect({ failed, partial, denied }).toEqual({ failed: 1, partial: 1, denied: 1 })
    expect(resources.top).toEqual([
      { name: 'table sales.orders', calls: 2, failed: 0 },
      { name: 'table sales.refunds', calls: 2, failed: 1 },
    ])
    expect(denials.top).toEqual([{ name: 'johndoe: BatchDeleteTable', calls: 1, failed: 1 }])
  })

  it('counts the codes of the items that failed, each once for a call, and the code of a call apart from them', () => {
    const code = 'EntityNotFoundException'
    const failedWith = (...codes: ReadonlyArray<string | undefined>) => ({
      ...glueCall,
      eventName: 'BatchDeleteTable',
      requestParameters: { databaseName: 'sales', tablesToDelete: ['a', 'b', 'c', 'd'] },
      responseElements: { errors: codes.map((errorCode, i) => ({ tableName: 'abcd'[i], errorDetail: { errorCode } })) },
    })
    const { errors, failed, partial } = census([
      failedWith(code, 'AccessDeniedException', undefined),
      failedWith(code, code, code),
      failedWith(code, code, code, code),
      { ...drop, errorCode: code },
    ])
    expect({ failed, partial }).toEqual({ failed: 4, partial: 2 })
    expect(errors.top).toEqual([
      { name: `${code} (of items)`, calls: 3, failed: 3 },
      { name: 'AccessDeniedException (of items)', calls: 1, failed: 1 },
      { name: code, calls: 1, failed: 1 },
      { name: 'failed (of items)', calls: 1, failed: 1 },
    ])
  })

  it('names no more than it is asked for, and says how many others there are', () => {
    const { apis } = census([glueCall, glueCall, drop, otherServiceCall], 1)
    expect(apis).toEqual({ top: [{ name: 'StartJobRun', calls: 2, failed: 0 }], rest: 2, uncounted: 0 })
  })

  it('counts unknown callers, and calls whose time cannot be read', () => {
    const { actors, from, activity } = census([{ ...glueCall, userIdentity: undefined, eventTime: 'soon' }])
    expect(actors.top).toEqual([{ name: 'unknown', calls: 1, failed: 0 }])
    expect([from, activity.intervals]).toEqual([undefined, []])
  })

  it('is the same where several counters counted', () => {
    const records = [
      glueCall,
      { ...drop, errorCode: 'AccessDenied' },
      insight,
      { ...drop, eventTime: '2024-05-14T07:00:00Z' },
      otherServiceCall,
    ]
    for (let cut = 0; cut <= records.length; cut++) {
      const both = new Counter()
      for (const part of [records.slice(0, cut), records.slice(cut)]) {
        const counter = new Counter()
        for (const record of part) counter.add(shown(record))
        both.merge(structuredClone(counter.counts))
      }
      expect(both.result(10)).toEqual(census(records))
    }
  })

  it('counts a limited number of names, and the calls of all others', () => {
    const records = ['a', 'b', 'c', 'a', 'c', 'c'].map((jobName) => ({ ...glueCall, requestParameters: { jobName } }))
    const counter = new Counter(2)
    for (const record of records) counter.add(shown(record))
    const expected = {
      top: [
        { name: 'job a', calls: 2, failed: 0 },
        { name: 'job b', calls: 1, failed: 0 },
      ],
      rest: 0,
      uncounted: 3,
    }
    expect(counter.result(10).resources).toEqual(expected)
    const parts = new Counter(2)
    for (const record of records) {
      const part = new Counter(Number.POSITIVE_INFINITY)
      part.add(shown(record))
      parts.merge(part.counts)
    }
    expect(parts.result(10).resources).toEqual(expected)
  })

  it('clips names', () => {
    const { actors } = census([{ ...glueCall, userIdentity: { type: 'IAMUser', userName: 'x'.repeat(1_000_000) } }])
    expect(actors.top[0]?.name.length).toBe(500)
  })
})
