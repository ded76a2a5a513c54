import { lakeFormationOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { glueCall, insight, otherServiceCall } from '../support/records.js'
import type { Value } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const access = {
  ...otherServiceCall,
  eventSource: 'lakeformation.amazonaws.com',
  eventName: 'GetDataAccess',
  requestParameters: { tableArn: 'arn:aws:glue:us-east-2:111122223333:table/sales/orders', permissions: ['SELECT', 5] },
  additionalEventData: { LakeFormationTrustedCallerInvocation: 'true' },
}

describe('lakeFormationOf', () => {
  it('says who was given data of which table', () => {
    expect(lakeFormationOf(access)).toEqual({
      kind: 'DATA_ACCESS',
      insufficient: [],
      table: { arn: 'arn:aws:glue:us-east-2:111122223333:table/sales/orders', database: 'sales', table: 'orders' },
      permissions: ['SELECT'],
      given: true,
      trusted: true,
      omitted: false,
    })
    expect(lakeFormationOf({ ...access, errorCode: 'AccessDenied', requestParameters: null, additionalEventData: null })).toEqual({
      kind: 'DATA_ACCESS',
      insufficient: [],
      given: false,
      omitted: false,
    })
  })

  it.each([
    ['arn:aws:glue:us-east-2:111122223333:table/s3tablescatalog/bucket/sales/orders', { database: 'sales', table: 'orders' }],
    ['arn:aws:glue:us-east-2:111122223333:database/sales', {}],
    ['arn:aws:glue:us-east-2:111122223333:table/sales', {}],
    ['no arn', {}],
  ])('reads %s', (tableArn, names) => {
    expect(lakeFormationOf({ ...access, requestParameters: { tableArn } })?.table).toEqual({ arn: tableArn, ...names })
  })

  it('says what permissions did not suffice for', () => {
    const insufficientLakeFormationPermissions = ['sales:orders', 'sales', 'sales:', 5]
    expect(lakeFormationOf({ ...glueCall, additionalEventData: { insufficientLakeFormationPermissions } })).toEqual({
      kind: 'GLUE_CALL',
      insufficient: [{ database: 'sales', table: 'orders' }, { database: 'sales' }, { database: 'sales' }],
      omitted: false,
    })
  })

  it('says that it cannot tell where the data was omitted', () => {
    const note = { reason: 'additionalEventData too large', omitted: 'true', originalSize: '30000' }
    expect(lakeFormationOf({ ...glueCall, additionalEventData: note })).toEqual({ kind: 'GLUE_CALL', insufficient: [], omitted: true })
    expect(lakeFormationOf({ ...access, requestParameters: note })).toMatchObject({ kind: 'DATA_ACCESS', omitted: true })
  })

  it('says nothing of records on which Lake Formation says nothing', () => {
    for (const u of [glueCall, insight, otherServiceCall, { ...access, eventName: 'GrantPermissions' }, null, 'text', [], {}]) {
      expect(lakeFormationOf(u)).toBeUndefined()
    }
    expect(lakeFormationOf({ ...glueCall, additionalEventData: { lakeFormationPrincipal: 5 } })).toBeUndefined()
    expect(lakeFormationOf({ ...glueCall, requestParameters: { tableArn: 'x' } })).toBeUndefined()
  })
})

describeShared('lakeFormationOf on records of others', () => {
  it('reads GetDataAccess as engines write it', () => {
    const facts = corpusRecords().flatMap(({ record }) => lakeFormationOf(record) ?? [])
    const flights = { arn: 'arn:aws:glue:us-east-2:111122223333:table/flights/flights_local', database: 'flights', table: 'flights_local' }
    const all = { kind: 'DATA_ACCESS', insufficient: [], table: flights, given: true, trusted: true, omitted: false }
    const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`
    expect(facts).toEqual([
      {
        ...all,
        principal: role('EmrServerlessRuntimeRole-LF-FGAC'),
        permissions: ['SELECT'],
        requester: 'EMRSERVERLESS',
        session: 'AWSLF-00-NA-111122223333-EXAMPLE02',
      },
      { ...all, principal: role('Admin'), permissions: ['SELECT'], requester: 'ATHENA', session: 'AWSLF-00-AT-111122223333-EXAMPLE04' },
      {
        ...all,
        principal: role('GlueServiceRole-NoS3'),
        permissions: ['SELECT'],
        requester: 'UNKNOWN',
        session: 'AWSLF-00-NA-111122223333-EXAMPLE05',
      },
      { ...all, principal: role('Admin'), requester: 'REDSHIFT', session: 'AWSLF-00-RE-111122223333-EXAMPLE06' },
    ])
  })

  it('reads the Glue record that has its facts', () => {
    const facts = corpusGlueRecords().flatMap(({ record }) => {
      const found = lakeFormationOf(record)
      return found === undefined ? [] : [[(record as Value).eventName, found]]
    })
    expect(facts).toEqual([
      [
        'GetPartition',
        {
          kind: 'GLUE_CALL',
          principal: 'arn:aws:iam::111222333444:role/panther-Panther-4JL51Q6AU6SH-LogAnal-CompactorRole-W1WCIV3PHU0S',
          insufficient: [{ database: 'panther_rule_errors', table: 'gsuite_activityevent' }],
          omitted: false,
        },
      ],
    ])
  })
})
