import { describe, expect, it } from 'vitest'
import { accountValues, apisOf, regionOf, sourceOf } from '../../src/filter/subject.js'
import { aggregated, glueCall, insight } from '../support/records.js'

const whole = (value: string) => ({ values: [value], gap: undefined })
const none = expect.objectContaining({ values: [], gap: expect.anything() })

describe('sourceOf', () => {
  it('is the source of a call, and that of the finding of an Insights record', () => {
    expect(sourceOf(glueCall)).toEqual(whole('glue.amazonaws.com'))
    expect(sourceOf(insight)).toEqual(whole('glue.amazonaws.com'))
    expect(sourceOf({ ...insight, insightDetails: undefined, insightEventSource: 'kms.amazonaws.com' })).toEqual(whole('kms.amazonaws.com'))
    expect(sourceOf(aggregated)).toEqual(whole('s3.amazonaws.com'))
  })

  it('is the top-level member whatever its value, because an index relies on it', () => {
    expect(sourceOf({ ...insight, eventSource: 'x' })).toEqual(whole('x'))
    expect(sourceOf({ ...insight, eventSource: '***' })).toEqual(whole('***'))
  })

  it.each([
    [{ ...insight, insightDetails: null }],
    [{ ...insight, insightDetails: 'none' }],
    [{ ...insight, insightDetails: { eventSource: 5 }, insightEventSource: 'kms.amazonaws.com' }],
    [{ ...insight, insightDetails: { eventSource: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }],
    [{ ...aggregated, eventSource: 5 }],
  ])('is not known: %j', (record) => {
    expect(sourceOf(record)).toEqual(none)
  })
})

describe('apisOf', () => {
  it('is the name of a call, and that of the finding of an Insights record', () => {
    expect(apisOf(glueCall)).toEqual(whole('StartJobRun'))
    expect(apisOf(insight)).toEqual(whole('GetTable'))
    expect(apisOf({ ...insight, insightDetails: {}, insightEventName: 'Encrypt' })).toEqual(whole('Encrypt'))
    expect(apisOf({ ...insight, insightDetails: { eventName: '' } })).toEqual(none)
  })

  it('are those that an aggregated record lists, and perhaps others', () => {
    const counts = (dimension: unknown, ...names: ReadonlyArray<unknown>) => ({
      dimension,
      statistics: names.map((name) => ({ name, value: 1 })),
    })
    expect(apisOf(aggregated)).toEqual({ values: [], gap: { path: ['summary'], kind: 'NO_CALL' } })
    expect(apisOf({ ...aggregated, summary: { primaryDimension: counts('eventName', 'GetObject', 'PutObject') } })).toEqual({
      values: ['GetObject', 'PutObject'],
      gap: { path: ['summary'], kind: 'NO_CALL' },
    })
    const details = [counts('userIdentity', 'Root'), counts('eventName', 'GetObject', 5), null, { dimension: 'eventName', statistics: 5 }]
    expect(apisOf({ ...aggregated, summary: { details } })).toMatchObject({ values: ['GetObject'] })
    expect(apisOf({ ...aggregated, summary: { details: 'none' } })).toEqual({ values: [], gap: { path: ['summary'], kind: 'NO_CALL' } })
  })
})

describe('accountValues', () => {
  const issuer = { sessionContext: { sessionIssuer: { accountId: '333333333333' } } }

  it('is that of the record, else of the caller, else of the role of the caller', () => {
    const identity = { ...issuer, accountId: '222222222222' }
    expect(accountValues({ ...glueCall, recipientAccountId: '111111111111', userIdentity: identity })).toEqual(whole('111111111111'))
    expect(accountValues({ ...glueCall, userIdentity: identity })).toEqual(whole('222222222222'))
    expect(accountValues({ ...glueCall, recipientAccountId: null, userIdentity: issuer })).toEqual(whole('333333333333'))
    expect(accountValues({ ...aggregated, accountId: '444444444444' })).toEqual(whole('444444444444'))
  })

  it.each([
    ['nothing there', { ...glueCall, userIdentity: undefined }],
    ['an identity of another type', { ...glueCall, userIdentity: 'root' }],
    ['a number, although the caller has one', { ...glueCall, recipientAccountId: 111111111111 }],
    ['redacted', { ...glueCall, recipientAccountId: '***' }],
    ['an issuer without a name', { ...glueCall, userIdentity: { sessionContext: { sessionIssuer: {} } } }],
    ['aggregated, without', aggregated],
  ])('is not known: %s', (_, record) => {
    expect(accountValues(record)).toEqual(none)
  })
})

it('regionOf is awsRegion, where it is readable', () => {
  expect(regionOf(glueCall)).toEqual(whole('eu-central-1'))
  expect(regionOf({ ...glueCall, awsRegion: 5 })).toEqual(none)
  expect(regionOf({ ...glueCall, awsRegion: undefined })).toEqual(none)
})
