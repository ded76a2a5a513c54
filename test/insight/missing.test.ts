import { type MissingValue, type RecordPath, whyMissing } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { glueCall, insight, otherServiceCall, unmodelledCall } from '../support/records.js'
import { corpusGlueRecords, describeShared } from '../support/shared.js'

const call = (eventName: string, more: object = {}) => ({
  ...glueCall,
  eventName,
  requestParameters: null,
  responseElements: null,
  ...more,
})

const PROPERTIES = ['requestParameters', 'connectionInput', 'connectionProperties'] as const
const RESPONSE = ['responseElements'] as const
const REQUEST = ['requestParameters'] as const

describeShared('The records of the Glue guide', () => {
  const [, , deleteCrawler, createConnection] = corpusGlueRecords().map(({ record }) => record)

  it('lack what CloudTrail does not log', () => {
    expect(whyMissing(createConnection, PROPERTIES)).toStrictEqual({ kind: 'NOT_LOGGED', basis: 'DOCUMENTED' })
    expect(whyMissing(createConnection, [...PROPERTIES, 'PASSWORD'])).toStrictEqual({ kind: 'NOT_LOGGED', basis: 'DOCUMENTED' })
    expect(whyMissing(createConnection, RESPONSE)).toStrictEqual({ kind: 'NULL_BY_API', basis: 'OBSERVED' })
    expect(whyMissing(createConnection, [...RESPONSE, 'createConnectionStatus'])).toStrictEqual({ kind: 'NULL_BY_API', basis: 'OBSERVED' })
    expect(whyMissing(deleteCrawler, RESPONSE)).toStrictEqual({ kind: 'NULL_BY_API', basis: 'MODEL' })
  })

  it('have the rest', () => {
    expect(whyMissing(createConnection, ['requestParameters', 'connectionInput', 'name'])).toBeUndefined()
    expect(whyMissing(deleteCrawler, ['requestParameters', 'name'])).toBeUndefined()
    expect(whyMissing(createConnection, ['requestParameters', 'connectionInput', 'description'])).toStrictEqual({
      kind: 'ABSENT',
      basis: 'MODEL',
    })
    expect(whyMissing(createConnection, ['requestParameters', 'catalogId'])).toStrictEqual({ kind: 'ABSENT', basis: 'MODEL' })
  })

  it('denied, lack their parameters for that', () => {
    const denied = { ...(createConnection as object), errorCode: 'AccessDenied', requestParameters: null }
    expect(whyMissing(denied, REQUEST)).toStrictEqual({ kind: 'DENIED', basis: 'OBSERVED' })
    expect(whyMissing(denied, PROPERTIES)).toStrictEqual({ kind: 'DENIED', basis: 'OBSERVED' })
    expect(whyMissing(denied, RESPONSE)).toStrictEqual({ kind: 'DENIED', basis: 'OBSERVED' })
  })
})

describe('every reason, and what it rests on', () => {
  const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
  const failed = { errorCode: 'EntityNotFoundException' }

  it.each<readonly [string, unknown, RecordPath, MissingValue | undefined]>([
    [
      'omitted',
      call('CreateTable', { requestParameters: omitted }),
      REQUEST,
      { kind: 'OMITTED', basis: 'DOCUMENTED', originalSize: 149893 },
    ],
    [
      'within an omitted payload',
      call('CreateTable', { requestParameters: omitted }),
      ['requestParameters', 'tableInput', 'name'],
      { kind: 'OMITTED', basis: 'DOCUMENTED', originalSize: 149893 },
    ],
    [
      'omitted, by other types',
      call('CreateTable', { responseElements: { omitted: true, originalSize: 5 } }),
      RESPONSE,
      { kind: 'OMITTED', basis: 'DOCUMENTED', originalSize: 5 },
    ],
    [
      'omitted, of no size',
      call('CreateTable', { requestParameters: { omitted: true, originalSize: 'large' } }),
      REQUEST,
      { kind: 'OMITTED', basis: 'DOCUMENTED' },
    ],
    [
      'omitted beside the payloads',
      call('GetTable', { additionalEventData: { omitted: true, originalSize: 5 } }),
      ['additionalEventData', 'lakeFormationPrincipal'],
      { kind: 'OMITTED', basis: 'DOCUMENTED', originalSize: 5 },
    ],
    [
      'hidden',
      call('GetTable', { requestParameters: { name: '***' } }),
      ['requestParameters', 'name'],
      { kind: 'REDACTED', basis: 'DOCUMENTED' },
    ],
    [
      'within something hidden',
      call('CreateJob', { requestParameters: { defaultArguments: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }),
      ['requestParameters', 'defaultArguments', '--password'],
      { kind: 'REDACTED', basis: 'DOCUMENTED' },
    ],
    [
      'a hidden payload',
      call('GetTable', { requestParameters: '****' }),
      ['requestParameters', 'name'],
      { kind: 'REDACTED', basis: 'DOCUMENTED' },
    ],
    [
      'a hidden name',
      { ...glueCall, userIdentity: { userName: '***' } },
      ['userIdentity', 'userName'],
      { kind: 'REDACTED', basis: 'DOCUMENTED' },
    ],
    ['failed: the response', call('GetTable', failed), RESPONSE, { kind: 'FAILED', basis: 'OBSERVED' }],
    ['failed: the request', call('GetTable', failed), REQUEST, { kind: 'FAILED', basis: 'INFERRED' }],
    [
      'failed, with its request: what the API requires may have been missing in the call',
      call('CreateConnection', { ...failed, requestParameters: { connectionInput: {} } }),
      ['requestParameters', 'connectionInput', 'name'],
      { kind: 'ABSENT', basis: 'MODEL' },
    ],
    [
      'failed, with its request: what is never logged',
      call('CreateConnection', { ...failed, requestParameters: { connectionInput: {} } }),
      PROPERTIES,
      { kind: 'NOT_LOGGED', basis: 'DOCUMENTED' },
    ],
    ['null by what AWS documents', call('GetTable'), RESPONSE, { kind: 'NULL_BY_API', basis: 'DOCUMENTED' }],
    ['null because reads mostly are', call('GetTags'), RESPONSE, { kind: 'NULL_BY_API', basis: 'INFERRED' }],
    ['null, and nothing is known', call('StartJobRun'), RESPONSE, { kind: 'ABSENT', basis: 'MODEL' }],
    ['null although the API always answers', call('CreateIntegration'), RESPONSE, { kind: 'NOT_LOGGED', basis: 'MODEL' }],
    ['a request that the API requires', call('DeleteTable'), ['requestParameters', 'name'], { kind: 'NOT_LOGGED', basis: 'MODEL' }],
    [
      'a request that the API does not require',
      call('GetDatabases'),
      ['requestParameters', 'catalogId'],
      { kind: 'ABSENT', basis: 'MODEL' },
    ],
    [
      'a required member',
      call('DeleteTable', { requestParameters: { name: 'orders' } }),
      ['requestParameters', 'databaseName'],
      { kind: 'NOT_LOGGED', basis: 'MODEL' },
    ],
    [
      'a member that is null',
      call('GetTable', { requestParameters: { catalogId: null } }),
      ['requestParameters', 'catalogId'],
      { kind: 'ABSENT', basis: 'MODEL' },
    ],
    [
      'after the end of a list',
      call('BatchDeleteTable', { requestParameters: { tablesToDelete: ['a'] } }),
      ['requestParameters', 'tablesToDelete', 1],
      { kind: 'ABSENT', basis: 'MODEL' },
    ],
    [
      'another type on the way',
      call('UpdateTable', { requestParameters: { tableInput: 'odd' } }),
      ['requestParameters', 'tableInput', 'name'],
      { kind: 'NONCONFORMING', basis: 'MODEL' },
    ],
    [
      'an object where a list should be',
      call('BatchDeleteTable', { requestParameters: { tablesToDelete: { 0: 'a' } } }),
      ['requestParameters', 'tablesToDelete', 0],
      { kind: 'NONCONFORMING', basis: 'MODEL' },
    ],
    ['a member of the envelope', glueCall, ['tlsDetails', 'tlsVersion'], { kind: 'ABSENT', basis: 'MODEL' }],
    [
      'another service, denied',
      { ...otherServiceCall, errorCode: 'AccessDenied' },
      ['requestParameters', 'bucketName'],
      { kind: 'DENIED', basis: 'OBSERVED' },
    ],
    [
      'another service has no Glue null responses',
      { ...otherServiceCall, eventName: 'GetTable', responseElements: null },
      RESPONSE,
      { kind: 'ABSENT', basis: 'MODEL' },
    ],
    [
      'present in a list',
      call('BatchDeleteTable', { requestParameters: { tablesToDelete: ['a'] } }),
      ['requestParameters', 'tablesToDelete', 0],
      undefined,
    ],
    ['present in a map', glueCall, ['requestParameters', 'arguments', '--day'], undefined],
    ['present, of another type', call('UpdateTable', { requestParameters: { name: 5 } }), ['requestParameters', 'name'], undefined],
    ['the whole record', glueCall, [], undefined],
    ['no member of the model', call('GetTable', { requestParameters: {} }), ['requestParameters', 'nothing'], undefined],
    ['no member of the envelope', glueCall, ['nothing'], undefined],
    ['a member that must not be there', insight, ['eventName'], undefined],
    ['what objects inherit', call('GetTable', { requestParameters: {} }), ['requestParameters', 'toString'], undefined],
    ['below a string', glueCall, ['eventName', 'length'], undefined],
    ['a string for an index', call('BatchDeleteTable'), ['requestParameters', 'tablesToDelete', '0'], undefined],
    ['a document of another service', { ...otherServiceCall, requestParameters: {} }, ['requestParameters', 'bucketName'], undefined],
    ['a document of a call without a model', unmodelledCall, ['responseElements', 5], undefined],
  ])('%s', (_, record, path, missing) => {
    expect(whyMissing(record, path)).toStrictEqual(missing)
  })
})

it('is undefined for values that are not records', () => {
  for (const u of [undefined, null, 5, 'text', [], {}, { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' }]) {
    expect(whyMissing(u, REQUEST)).toBeUndefined()
    expect(whyMissing(u, [])).toBeUndefined()
  }
})
