import { describe, expect, it } from 'vitest'
import { decodeRecord, decodeRecords } from '../../src/event/decode-record.js'
import { issuesOf } from '../../src/event/result.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

describe('decodeRecord', () => {
  it.each([glueCall, unmodelledCall, otherServiceCall, insight, aggregated])('answers Right with the very value: %j', (record) => {
    const outcome = decodeRecord(record)
    expect(outcome._tag).toBe('Right')
    expect(outcome._tag === 'Right' && outcome.right).toBe(record)
  })

  it('returns Both with the same value and what does not conform', () => {
    const outcome = decodeRecord(nonconformingCall)
    expect(outcome).toEqual({
      _tag: 'Both',
      left: [{ code: 'WRONG_TYPE', path: ['requestParameters', 'tableInput', 'name'], expected: 'a string', received: 'a number' }],
      right: nonconformingCall,
    })
    expect(outcome._tag === 'Both' && outcome.right).toBe(nonconformingCall)
  })

  it.each([
    ['eventTime', undefined, 'nothing'],
    ['eventTime', null, 'null'],
    ['awsRegion', 5, 'a number'],
  ])('says that %s must be there', (name, value, received) => {
    expect(issuesOf(decodeRecord({ ...glueCall, [name]: value }))).toEqual([
      { code: 'WRONG_TYPE', path: [name], expected: 'a string', received },
    ])
  })

  it.each([
    [5, 'a number'],
    [null, 'null'],
    [[], 'a list'],
    [{}, 'an object'],
    ['text', 'a string'],
  ])('answers Left for %j', (value, received) => {
    expect(decodeRecord(value)).toEqual({
      _tag: 'Left',
      left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received }],
    })
  })

  it('answers Left for what cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const throwing = Object.defineProperty({}, 'eventSource', {
      get: () => {
        throw new Error('NO')
      },
    })
    expect(decodeRecord(proxy)._tag).toBe('Left')
    expect(decodeRecord(throwing)._tag).toBe('Left')
  })

  it('keeps to its limits, and takes odd ones for the nearest sound one', () => {
    const wrong = { ...glueCall, requestParameters: { arguments: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])) } }
    const count = (maxIssues?: number): number => issuesOf(decodeRecord(wrong, maxIssues === undefined ? {} : { maxIssues })).length
    expect([count(), count(5), count(1000), count(0), count(-3), count(Number.NaN), count(Number.POSITIVE_INFINITY), count(2.9)]).toEqual([
      100, 5, 300, 1, 1, 100, 300, 2,
    ])
  })
})

describe('decodeRecords', () => {
  it('is lazy and counts from 0', () => {
    const taken: Array<number> = []
    function* source() {
      for (const i of [0, 1, 2]) {
        taken.push(i)
        yield glueCall
      }
    }
    const decoded = decodeRecords(source())
    expect(taken).toEqual([])
    expect(decoded.next().value).toMatchObject({ index: 0, result: { _tag: 'Right' } })
    expect(taken).toEqual([0])
    expect([...decoded].map(({ index }) => index)).toEqual([1, 2])
  })

  it('hands limits on', () => {
    const [first] = decodeRecords([{ ...glueCall, eventTime: 1, awsRegion: 1 }], { maxIssues: 1 })
    expect(first && issuesOf(first.result)).toHaveLength(1)
  })
})
