import { type GlueResource, resourcesOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { otherServiceCall } from '../support/records.js'
import { AT, call, lines } from '../support/resource-call.js'

describe('whose it is', () => {
  const table = { databaseName: 'sales', name: 'orders' }
  const first = (record: unknown): GlueResource | undefined => resourcesOf(record).resources[0]

  it.each([
    ['us-east-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('%s is in %s', (awsRegion, partition) => {
    expect(first(call('GetTable', table, { awsRegion }))?.arn).toBe(`arn:${partition}:glue:${awsRegion}:123456789012:table/sales/orders`)
  })

  it('a region that is new is in the partition of its caller, if that is known', () => {
    const userIdentity = { accountId: '123456789012', arn: 'arn:aws-new:iam::123456789012:user/ann' }
    expect(first(call('GetTable', table, { awsRegion: 'zz-north-1', userIdentity }))?.arn).toBe(
      'arn:aws-new:glue:zz-north-1:123456789012:table/sales/orders',
    )
    expect(first(call('GetTable', table, { awsRegion: 'zz-north-1', userIdentity: { accountId: '123456789012' } }))).toStrictEqual({
      type: 'table',
      path: ['requestParameters', 'name'],
      from: 'REQUEST',
      outcome: 'SUCCEEDED',
      name: 'orders',
      within: ['sales'],
      region: 'zz-north-1',
      accountId: '123456789012',
    })
  })

  it.each<readonly [string, object, object, string | undefined, string | undefined]>([
    ['the catalog, by account', { catalogId: '111111111111' }, {}, '111111111111', '111111111111:table/sales/orders'],
    ['the catalog, by account and path', { catalogId: '111111111111:a/b' }, {}, '111111111111', '111111111111:table/a/b/sales/orders'],
    ['the catalog, by path', { catalogId: 'a' }, {}, '123456789012', '123456789012:table/a/sales/orders'],
    [
      'the catalog, by its ARN',
      { catalogId: 'arn:aws:glue:us-east-1:111111111111:catalog/a' },
      {},
      '111111111111',
      '111111111111:table/a/sales/orders',
    ],
    ['a catalog of a form that is not known', { catalogId: '1:2:3' }, {}, undefined, undefined],
    ['a hidden catalog', { catalogId: '***' }, {}, undefined, undefined],
    ['a catalog that is not a string', { catalogId: 5 }, {}, undefined, undefined],
    ['the caller', {}, {}, '123456789012', '123456789012:table/sales/orders'],
    [
      'the session of the caller',
      {},
      { userIdentity: { sessionContext: { sessionIssuer: { accountId: '222222222222' } } } },
      '222222222222',
      '222222222222:table/sales/orders',
    ],
    ['the record', {}, { userIdentity: { accountId: 'anonymous' } }, '999999999999', '999999999999:table/sales/orders'],
    ['no caller', {}, { userIdentity: null, recipientAccountId: null }, undefined, undefined],
  ])('%s owns it', (_, request, more, accountId, arn) => {
    const resource = first(call('GetTable', { ...table, ...request }, more))
    expect(resource?.accountId).toBe(accountId)
    expect(resource?.arn).toBe(arn && `arn:aws:glue:us-east-1:${arn}`)
    expect(resource?.name).toBe('orders')
  })

  it('the target of a link to another region has no ARN', () => {
    const request = { databaseName: 'sales', name: 'orders', catalogId: '123456789012' }
    expect(first(call('GetUnfilteredTableMetadata', { ...request, region: 'us-east-1' }))?.arn).toBe(`${AT}table/sales/orders`)
    const far = first(call('GetUnfilteredTableMetadata', { ...request, region: 'eu-central-1' }))
    expect(far).not.toHaveProperty('arn')
    expect(far).not.toHaveProperty('region')
  })

  it('a catalog owns connections, and not crawlers that write to it', () => {
    expect(first(call('GetConnection', { name: 'c', catalogId: '111111111111' }))?.arn).toBe(
      'arn:aws:glue:us-east-1:111111111111:connection/c',
    )
    expect(first(call('CreateCrawler', { name: 'c', catalogId: '111111111111' }))?.arn).toBe(`${AT}crawler/c`)
    expect(first(call('StartColumnStatisticsTaskRun', { databaseName: 'd', tableName: 't', catalogID: '111111111111' }))?.arn).toBe(
      'arn:aws:glue:us-east-1:111111111111:table/d/t',
    )
  })

  it.each<readonly [string, string, object]>([
    ['111111111111', 'arn:aws:glue:us-east-1:111111111111:catalog', { accountId: '111111111111' }],
    [
      '111111111111:s3tablescatalog/bucket',
      'arn:aws:glue:us-east-1:111111111111:catalog/s3tablescatalog/bucket',
      { accountId: '111111111111', name: 's3tablescatalog/bucket' },
    ],
    ['sales', `${AT}catalog/sales`, { accountId: '123456789012', name: 'sales' }],
  ])('the catalog %s', (catalogId, arn, more) => {
    expect(first(call('DeleteCatalog', { catalogId }))).toStrictEqual({
      type: 'catalog',
      path: ['requestParameters', 'catalogId'],
      from: 'REQUEST',
      outcome: 'SUCCEEDED',
      arn,
      region: 'us-east-1',
      catalogId,
      ...more,
    })
  })

  it('an unknown catalog has its id for a name', () => {
    expect(first(call('DeleteCatalog', { catalogId: 'a:b:c' }))).toStrictEqual({
      type: 'catalog',
      path: ['requestParameters', 'catalogId'],
      from: 'REQUEST',
      outcome: 'SUCCEEDED',
      name: 'a:b:c',
      region: 'us-east-1',
      catalogId: 'a:b:c',
    })
    const nowhere = resourcesOf(call('GetDatabases', null, { awsRegion: undefined }))
    expect(nowhere).toStrictEqual({
      resources: [],
      complete: false,
      why: [{ path: ['requestParameters', 'catalogId'], kind: 'ABSENT', basis: 'INFERRED' }],
    })
  })
})

describe('the resources that the record lists itself', () => {
  it('follow those of the request, none twice', () => {
    const resources = [
      { ARN: `${AT}catalog`, accountId: '123456789012', type: 'AWS::Glue::Catalog' },
      { ARN: `${AT}table/sales/orders`, type: 'AWS::Glue::Table' },
      { ARN: 'arn:aws:kms:us-east-1:123456789012:key/k', type: 'AWS::KMS::Key' },
    ]
    const found = resourcesOf(call('GetTable', { databaseName: 'sales', name: 'orders' }, { resources }))
    expect(lines(found)).toEqual([
      `table sales.orders ${AT}table/sales/orders requestParameters.name`,
      `catalog - ${AT}catalog resources.0.ARN`,
      'AWS::KMS::Key - arn:aws:kms:us-east-1:123456789012:key/k resources.2.ARN',
    ])
    expect(found.complete).toBe(true)
  })

  it('are read of any call, and say where they cannot be', () => {
    const resources = [
      { ARN: 'arn:aws:s3:::bucket', type: 'AWS::S3::Bucket' },
      { ARNPrefix: 'arn:aws:s3:::bucket/a' },
      { ARN: '***' },
      'text',
      null,
    ]
    expect(resourcesOf({ ...otherServiceCall, resources })).toStrictEqual({
      resources: [
        { type: 'AWS::S3::Bucket', path: ['resources', 0, 'ARN'], from: 'RESOURCES', outcome: 'SUCCEEDED', arn: 'arn:aws:s3:::bucket' },
      ],
      complete: false,
      why: [
        { path: ['eventSource'], kind: 'OTHER_SERVICE' },
        { path: ['resources', 1, 'ARNPrefix'], kind: 'PREFIX' },
        { path: ['resources', 2, 'ARN'], kind: 'REDACTED', basis: 'DOCUMENTED' },
        { path: ['resources', 3], kind: 'NONCONFORMING', basis: 'MODEL' },
        { path: ['resources', 4], kind: 'NONCONFORMING', basis: 'MODEL' },
      ],
    })
    expect(resourcesOf(call('GetJobs', null, { resources: 'text' })).why).toEqual([
      { path: ['resources'], kind: 'NONCONFORMING', basis: 'MODEL' },
    ])
  })
})
