import { describe, expect, it } from 'vitest'
import { accountOf, apisOf, regionOf, sourceOf } from '../../src/filter/subject.js'
import { aggregated, glueCall, insight } from '../support/records.js'

const told = (text: string) => ({ texts: [text], all: true })
const untold = { texts: [], all: false }

describe('sourceOf', () => {
  it('is the source of a call, and that of the finding of an Insights record', () => {
    expect(sourceOf(glueCall)).toEqual(told('glue.amazonaws.com'))
    expect(sourceOf(insight)).toEqual(told('glue.amazonaws.com'))
    expect(sourceOf({ ...insight, insightDetails: undefined, insightEventSource: 'kms.amazonaws.com' })).toEqual(told('kms.amazonaws.com'))
    expect(sourceOf(aggregated)).toEqual(told('s3.amazonaws.com'))
  })

  it('is what stands at the top whatever it says, because an index goes by it', () => {
    expect(sourceOf({ ...insight, eventSource: 'x' })).toEqual(told('x'))
    expect(sourceOf({ ...insight, eventSource: '***' })).toEqual(told('***'))
  })

  it.each([
    [{ ...insight, insightDetails: null }],
    [{ ...insight, insightDetails: 'none' }],
    [{ ...insight, insightDetails: { eventSource: 5 }, insightEventSource: 'kms.amazonaws.com' }],
    [{ ...insight, insightDetails: { eventSource: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }],
    [{ ...aggregated, eventSource: 5 }],
  ])('does not tell: %j', (record) => {
    expect(sourceOf(record)).toEqual(untold)
  })
})

describe('apisOf', () => {
  it('is the name of a call, and that of the finding of an Insights record', () => {
    expect(apisOf(glueCall)).toEqual(told('StartJobRun'))
    expect(apisOf(insight)).toEqual(told('GetTable'))
    expect(apisOf({ ...insight, insightDetails: {}, insightEventName: 'Encrypt' })).toEqual(told('Encrypt'))
    expect(apisOf({ ...insight, insightDetails: { eventName: '' } })).toEqual(untold)
  })

  it('are those that an aggregated record lists, and perhaps others', () => {
    const counts = (dimension: unknown, ...names: ReadonlyArray<unknown>) => ({
      dimension,
      statistics: names.map((name) => ({ name, value: 1 })),
    })
    expect(apisOf(aggregated)).toEqual(untold)
    expect(apisOf({ ...aggregated, summary: { primaryDimension: counts('eventName', 'GetObject', 'PutObject') } })).toEqual({
      texts: ['GetObject', 'PutObject'],
      all: false,
    })
    const details = [counts('userIdentity', 'Root'), counts('eventName', 'GetObject', 5), null, { dimension: 'eventName', statistics: 5 }]
    expect(apisOf({ ...aggregated, summary: { details } })).toEqual({ texts: ['GetObject'], all: false })
    expect(apisOf({ ...aggregated, summary: { details: 'none' } })).toEqual(untold)
  })
})

describe('accountOf', () => {
  const issuer = { sessionContext: { sessionIssuer: { accountId: '333333333333' } } }

  it('is that of the record, else of the caller, else of the role of the caller', () => {
    const identity = { ...issuer, accountId: '222222222222' }
    expect(accountOf({ ...glueCall, recipientAccountId: '111111111111', userIdentity: identity })).toEqual(told('111111111111'))
    expect(accountOf({ ...glueCall, userIdentity: identity })).toEqual(told('222222222222'))
    expect(accountOf({ ...glueCall, recipientAccountId: null, userIdentity: issuer })).toEqual(told('333333333333'))
    expect(accountOf({ ...aggregated, accountId: '444444444444' })).toEqual(told('444444444444'))
  })

  it.each([
    ['nothing there', { ...glueCall, userIdentity: undefined }],
    ['an identity of another type', { ...glueCall, userIdentity: 'root' }],
    ['a number, although the caller has one', { ...glueCall, recipientAccountId: 111111111111 }],
    ['hidden', { ...glueCall, recipientAccountId: '***' }],
    ['an issuer that stands for none', { ...glueCall, userIdentity: { sessionContext: { sessionIssuer: {} } } }],
    ['aggregated, without', aggregated],
  ])('does not tell: %s', (_, record) => {
    expect(accountOf(record)).toEqual(untold)
  })
})

it('regionOf is awsRegion, where it tells one', () => {
  expect(regionOf(glueCall)).toEqual(told('eu-central-1'))
  expect(regionOf({ ...glueCall, awsRegion: 5 })).toEqual(untold)
  expect(regionOf({ ...glueCall, awsRegion: undefined })).toEqual(untold)
})
