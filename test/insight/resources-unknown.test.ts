import { type Resources, resourcesOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { aggregated, insight, otherServiceCall, unmodelledCall } from '../support/records.js'
import { AT, call, lines } from '../support/resource-call.js'

describe('what is unknown', () => {
  const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }

  it.each<readonly [string, unknown, Omit<Resources, 'resources'>]>([
    [
      'omitted',
      call('UpdateTable', omitted),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'OMITTED', basis: 'DOCUMENTED' }] },
    ],
    [
      'a hidden payload',
      call('UpdateTable', '***'),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'REDACTED', basis: 'DOCUMENTED' }] },
    ],
    [
      'a hidden name',
      call('DeleteTable', { databaseName: 'sales', name: '***' }),
      { complete: false, why: [{ path: ['requestParameters', 'name'], kind: 'REDACTED', basis: 'DOCUMENTED' }] },
    ],
    [
      'a denied call',
      call('DeleteTable', null, { errorCode: 'AccessDenied' }),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'DENIED', basis: 'OBSERVED' }] },
    ],
    [
      'a failed call without its request',
      call('DeleteTable', null, { errorCode: 'InternalServiceException' }),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'FAILED', basis: 'INFERRED' }] },
    ],
    [
      'what the API requires',
      call('DeleteTable', { databaseName: 'sales' }),
      { complete: false, why: [{ path: ['requestParameters', 'name'], kind: 'NOT_LOGGED', basis: 'MODEL' }] },
    ],
    [
      'a list that the API requires',
      call('BatchDeleteTable', { databaseName: 'sales' }),
      { complete: false, why: [{ path: ['requestParameters', 'tablesToDelete'], kind: 'NOT_LOGGED', basis: 'MODEL' }] },
    ],
    [
      'what no alternative has',
      call('CreateTable', { databaseName: 'sales' }),
      { complete: false, why: [{ path: ['requestParameters', 'tableInput', 'name'], kind: 'ABSENT', basis: 'MODEL' }] },
    ],
    [
      'the schema of a version',
      call('GetSchemaVersion', { schemaVersionId: 'v' }),
      { complete: false, why: [{ path: ['requestParameters', 'schemaId', 'schemaArn'], kind: 'ABSENT', basis: 'MODEL' }] },
    ],
    [
      'another type',
      call('DeleteTable', { databaseName: 'sales', name: 5 }),
      { complete: false, why: [{ path: ['requestParameters', 'name'], kind: 'NONCONFORMING', basis: 'MODEL' }] },
    ],
    [
      'a payload that is a string',
      call('DeleteTable', 'text'),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'NONCONFORMING', basis: 'MODEL' }] },
    ],
    [
      'a run',
      call('GetColumnStatisticsTaskRun', { columnStatisticsTaskRunId: 'x' }),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'UNNAMED' }] },
    ],
    [
      'a kind of resource that is not known',
      call('GetDashboardUrl', { resourceId: 'x', resourceType: '***' }),
      { complete: false, why: [{ path: ['requestParameters'], kind: 'UNNAMED' }] },
    ],
    ['an API that is not known', unmodelledCall, { complete: false, why: [{ path: ['eventName'], kind: 'UNMODELLED' }] }],
    ['another service', otherServiceCall, { complete: false, why: [{ path: ['eventSource'], kind: 'OTHER_SERVICE' }] }],
    ['an Insights record', insight, { complete: false, why: [{ path: [], kind: 'NO_CALL' }] }],
    ['an aggregated record', aggregated, { complete: false, why: [{ path: [], kind: 'NO_CALL' }] }],
    ['no record', 'text', { complete: false, why: [{ path: [], kind: 'NO_CALL' }] }],
    ['nothing to be named, denied', call('GetJobs', null, { errorCode: 'AccessDenied' }), { complete: true }],
    ['nothing to be named, omitted', call('CreateScript', omitted), { complete: true }],
  ])('%s', (_, record, rest) => {
    expect(resourcesOf(record)).toStrictEqual({ resources: [], ...rest })
  })

  it('keeps what is known', () => {
    const found = resourcesOf(call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete: ['a', '***', null, 5] }))
    expect(lines(found)).toEqual([`table sales.a ${AT}table/sales/a requestParameters.tablesToDelete.0`])
    expect(found.why).toEqual([
      { path: ['requestParameters', 'tablesToDelete', 1], kind: 'REDACTED', basis: 'DOCUMENTED' },
      { path: ['requestParameters', 'tablesToDelete', 3], kind: 'NONCONFORMING', basis: 'MODEL' },
    ])
    const hiddenDatabase = resourcesOf(call('GetTable', { databaseName: '***', name: 'orders' }))
    expect(lines(hiddenDatabase)).toEqual(['table orders - requestParameters.name'])
  })

  it.each<readonly [string, string, unknown, ReadonlyArray<unknown> | undefined]>([
    ['hidden', 'DeleteTable', { databaseName: '***', name: 'orders' }, ['REDACTED', 'DOCUMENTED']],
    ['of another type', 'BatchDeleteTable', { databaseName: 5, tablesToDelete: ['orders'] }, ['NONCONFORMING', 'MODEL']],
    ['missing', 'DeleteTable', { name: 'orders' }, ['NOT_LOGGED', 'MODEL']],
    ['not needed: the default registry', 'GetSchema', { schemaId: { schemaName: 'orders' } }, undefined],
    ['not needed: an ARN', 'GetSchema', { schemaId: { schemaArn: `${AT}schema/main/orders` } }, undefined],
  ])('reports that the name of what contains a resource is %s', (_, api, request, why) => {
    const [kind, basis] = why ?? []
    const path = ['requestParameters', 'databaseName']
    expect(resourcesOf(call(api, request)).why).toEqual(why && [{ path, kind, basis }])
  })
})

describe('Lake Formation refusals', () => {
  const refused = (eventName: string, message: string, requestParameters: unknown = null) =>
    resourcesOf(
      call(eventName, requestParameters, {
        errorCode: 'AccessDeniedException',
        errorMessage: `Insufficient Lake Formation permission(s)${message}`,
      }),
    )

  it.each<readonly [string, string, ReadonlyArray<unknown>, boolean]>([
    ['CreateTable', ': Required Create Table on raw', ['database', 'raw', undefined, `${AT}database/raw`], false],
    ['CreateDatabase', ': Required Create Database on Catalog', ['catalog', undefined, undefined, `${AT}catalog`], false],
    ['GetTable', ': Required Describe on orders', ['table', 'orders', undefined, undefined], false],
    ['GetDatabase', ': Required Describe on Sales', ['database', 'Sales', undefined, `${AT}database/sales`], true],
    [
      'DeleteTable',
      ': Required Drop on orders (Database name: sales, Table Name: orders)',
      ['table', 'orders', ['sales'], `${AT}table/sales/orders`],
      true,
    ],
    [
      'GetPartitions',
      ' on orders (Database name: sales, Table Name: orders)',
      ['table', 'orders', ['sales'], `${AT}table/sales/orders`],
      true,
    ],
    ['GetTables', ' on moj (Database name: moj)', ['database', 'moj', undefined, `${AT}database/moj`], true],
  ])('%s%s', (api, message, expected, isComplete) => {
    const { resources, complete } = refused(api, message)
    expect(resources.map(({ type, name, within, arn }) => [type, name, within, arn])).toEqual([expected])
    expect(resources.map(({ outcome }) => outcome)).toEqual(['DENIED'])
    expect(complete).toBe(isComplete)
  })

  it('name no table by the location of data', () => {
    for (const location of ['s3://lake/raw', 'arn:aws:s3:::lake/raw'])
      expect(refused('CreateTable', ` on ${location}`)).toEqual({
        resources: [],
        complete: false,
        why: [{ path: ['requestParameters'], kind: 'DENIED', basis: 'OBSERVED' }],
      })
  })

  it('name no table twice where the request was logged', () => {
    const { resources } = refused('GetTable', ': Required Describe on orders', { databaseName: 'sales', name: 'orders' })
    expect(resources.map(({ arn }) => arn)).toEqual([`${AT}table/sales/orders`])
  })
})

describe('denied calls', () => {
  it('have the role that they may not pass, and not a job', () => {
    const { resources } = resourcesOf(
      call('CreateJob', null, {
        errorCode: 'AccessDenied',
        errorMessage: 'User: u is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/etl',
      }),
    )
    expect(resources.map(({ type, arn }) => [type, arn])).toEqual([['iam', 'arn:aws:iam::123456789012:role/etl']])
  })

  const denied = (eventName: string, resource: string) =>
    call(eventName, null, {
      errorCode: 'AccessDenied',
      errorMessage: `User: x is not authorized to perform: glue:${eventName} on resource: ${resource} because no identity-based policy allows the glue:${eventName} action`,
    })
  const GAP = [{ path: ['requestParameters'], kind: 'DENIED', basis: 'OBSERVED' }]

  it('name their one resource in the message', () => {
    expect(resourcesOf(denied('UpdateDevEndpoint', 'arn:aws:glue:us-east-1:192374575148:devEndpoint/x'))).toStrictEqual({
      resources: [
        {
          type: 'devEndpoint',
          path: ['errorMessage'],
          from: 'ERROR_MESSAGE',
          outcome: 'DENIED',
          name: 'x',
          arn: 'arn:aws:glue:us-east-1:192374575148:devEndpoint/x',
          region: 'us-east-1',
          accountId: '192374575148',
        },
      ],
      complete: true,
    })
    expect(resourcesOf(denied('GetTags', `${AT}job/x`)).complete).toBe(true)
  })

  it('may have acted on more', () => {
    const catalog = resourcesOf(denied('GetTable', `${AT}catalog`))
    expect(lines(catalog)).toEqual([`catalog - ${AT}catalog errorMessage`])
    expect(catalog.why).toEqual(GAP)
    expect(resourcesOf(denied('BatchDeleteTable', `${AT}table/sales/a`)).why).toEqual(GAP)
    expect(resourcesOf(denied('CreateJob', 'arn:aws:iam::123456789012:role/etl'))).toMatchObject({
      resources: [{ type: 'iam', arn: 'arn:aws:iam::123456789012:role/etl' }],
      why: GAP,
    })
  })

  it('name nothing by a pattern, or by an ARN that may be cut', () => {
    expect(resourcesOf(denied('UpdateJob', `${AT}job/*`))).toStrictEqual({ resources: [], complete: false, why: GAP })
    const message = `User: ${'x'.repeat(900)} is not authorized to perform: glue:GetJob on resource: ${AT}job/${'y'.repeat(200)}`.slice(
      0,
      1024,
    )
    const cut = call('GetJob', null, { errorCode: 'AccessDenied', errorMessage: message })
    expect(resourcesOf(cut)).toStrictEqual({ resources: [], complete: false, why: GAP })
  })
})
