import { type Denial, denialOf, outcomeOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const USER = 'arn:aws:iam::123456789012:user/ann'
const TABLE = 'arn:aws:glue:us-east-1:123456789012:table/sales/orders'
const CALL = { eventSource: 'glue.amazonaws.com', eventName: 'GetTable' }
const denied = (errorMessage: unknown) => denialOf({ ...CALL, errorCode: 'AccessDenied', errorMessage })
const deniedWith = (rest: string) => denied(`User: ${USER} is not authorized to perform: glue:GetTable${rest}`)
const base = { principal: USER, action: 'glue:GetTable', cut: false }

describe('the clause', () => {
  it.each<readonly [string, Partial<Denial>]>([
    ['', {}],
    [` on resource: ${TABLE}`, { resource: TABLE as NonNullable<Denial['resource']> }],
    [' because no identity-based policy allows the glue:GetTable action', { cause: 'IDENTITY_POLICY', explicit: false }],
    [' because no resource-based policy allows the glue:GetTable action', { cause: 'RESOURCE_POLICY', explicit: false }],
    [' because no service control policy allows the glue:GetTable action', { cause: 'SERVICE_CONTROL_POLICY', explicit: false }],
    [' because no resource control policy allows the glue:GetTable action', { cause: 'RESOURCE_CONTROL_POLICY', explicit: false }],
    [' because no permissions boundary allows the glue:GetTable action', { cause: 'PERMISSIONS_BOUNDARY', explicit: false }],
    [' because no session policy allows the glue:GetTable action', { cause: 'SESSION_POLICY', explicit: false }],
    [' because no VPC endpoint policy allows the glue:GetTable action', { cause: 'VPC_ENDPOINT_POLICY', explicit: false }],
    [' because no role trust policy allows the sts:AssumeRole action', { cause: 'ROLE_TRUST_POLICY', explicit: false }],
    [' with an explicit deny in an identity-based policy', { cause: 'IDENTITY_POLICY', explicit: true }],
    [' with an explicit deny in a resource-based policy', { cause: 'RESOURCE_POLICY', explicit: true }],
    [' with an explicit deny in a permissions boundary', { cause: 'PERMISSIONS_BOUNDARY', explicit: true }],
    [
      ' with an explicit deny in a service control policy: arn:aws:organizations::123456789012:policy/o-1/service_control_policy/p-1',
      { cause: 'SERVICE_CONTROL_POLICY', explicit: true },
    ],
    [' with an explicit deny in a policy of a kind yet to come', { explicit: true }],
  ])('%j', (rest, more) => {
    expect(deniedWith(rest)).toStrictEqual({ ...base, ...more })
  })
})

describe('the resource', () => {
  it.each<readonly [string, string | undefined]>([
    [TABLE, TABLE],
    ['arn:aws:glue:us-east-1:123456789012:job/*', 'arn:aws:glue:us-east-1:123456789012:job/*'],
    ['arn:aws:glue:us-east-1:123456789012:job/my job, by Ann', 'arn:aws:glue:us-east-1:123456789012:job/my job, by Ann'],
    [
      'arn:aws:glue:us-east-1:123456789012:job/x because no session policy allows',
      'arn:aws:glue:us-east-1:123456789012:job/x because no session policy allows',
    ],
    ['"arn:aws:s3:::bucket/key"', 'arn:aws:s3:::bucket/key'],
    ['*', undefined],
    ['', undefined],
  ])('%j', (resource, expected) => {
    expect(deniedWith(` on resource: ${resource} because no identity-based policy allows the glue:GetTable action`)).toStrictEqual({
      ...base,
      ...(expected === undefined ? {} : { resource: expected }),
      cause: 'IDENTITY_POLICY',
      explicit: false,
    })
  })
})

describe('messages of other forms', () => {
  it.each<readonly [unknown, Denial]>([
    ['Cross-account pass role is not allowed.', { cut: false }],
    ['User is not authorized to perform: rds:StopActivityStream', { action: 'rds:StopActivityStream', cut: false }],
    [
      'Insufficient Lake Formation permission(s): Required Describe on sales',
      { permission: 'DESCRIBE', object: { type: 'UNKNOWN', name: 'sales' }, cause: 'LAKE_FORMATION', explicit: false, cut: false },
    ],
    [
      'Insufficient Lake Formation permission(s) on orders (Database name: sales, Table Name: orders) (Service: AWSGlue; Status Code: 400; Proxy: null)',
      { object: { type: 'TABLE', name: 'orders', database: 'sales' }, cause: 'LAKE_FORMATION', explicit: false, cut: false },
    ],
    [
      'Insufficient Lake Formation permission(s) on moj (Database name: moj) (Service: AWSGlue; Status Code: 400; Proxy: null)',
      { object: { type: 'DATABASE', name: 'moj' }, cause: 'LAKE_FORMATION', explicit: false, cut: false },
    ],
    [
      'Insufficient Lake Formation permission(s) on Catalog',
      { object: { type: 'CATALOG' }, cause: 'LAKE_FORMATION', explicit: false, cut: false },
    ],
    [
      'Insufficient Lake Formation permission(s) on s3://lake/raw',
      { object: { type: 'UNKNOWN', name: 's3://lake/raw' }, cause: 'LAKE_FORMATION', explicit: false, cut: false },
    ],
    ['Insufficient Lake Formation permission(s)', { cause: 'LAKE_FORMATION', explicit: false, cut: false }],
    ['', { cut: false }],
    [undefined, { cut: false }],
    [5, { cut: false }],
  ])('%j', (message, denial) => {
    expect(denied(message)).toStrictEqual(denial)
  })
})

describe('cut messages', () => {
  const name = 'x'.repeat(200)
  const long = `User: ${USER} is not authorized to perform: glue:GetTable on resource: ${TABLE}${name.repeat(6)} because no identity-based policy`

  it('give what is whole', () => {
    // In the middle of the ARN.
    expect(denied(long.slice(0, 1024))).toStrictEqual({ ...base, cut: true })
    // In the middle of the action.
    const early = `${'z'.repeat(960)} User: ${USER} is not authorized to perform: glue:GetTable on resource: ${TABLE}`
    expect(denied(early.slice(0, early.indexOf('GetTable') + 5).padStart(1024, 'y'))).toStrictEqual({ principal: USER, cut: true })
    // In the middle of the clause: the resource stands before it.
    const clause = `User: ${USER} is not authorized to perform: glue:GetTable on resource: ${TABLE}${name.repeat(4)} because no id`
    expect(denied(`User: ${'y'.repeat(1024 - clause.length - 6)}${clause}`)).toStrictEqual({
      ...base,
      resource: `${TABLE}${name.repeat(4)}`,
      explicit: false,
      cut: true,
    })
  })

  it('are recognised by their bytes, not their characters', () => {
    expect(denied('é'.repeat(512))).toStrictEqual({ cut: true })
    expect(denied('€'.repeat(341))).toStrictEqual({ cut: true })
    expect(denied('😀'.repeat(256))).toStrictEqual({ cut: true })
    expect(denied('€'.repeat(339))).toStrictEqual({ cut: false })
    expect(denied('x'.repeat(1020))).toStrictEqual({ cut: false })
  })
})

describe('whether a call was denied', () => {
  it.each([
    [{ errorCode: 'AccessDenied' }, true],
    [{ errorCode: 'AccessDeniedException' }, true],
    [{ errorCode: 'Client.UnauthorizedOperation' }, true],
    [{ errorCode: 'VpceAccessDenied' }, true],
    [{ errorCode: 'accessdenied' }, false],
    [{ errorCode: 'EntityNotFoundException' }, false],
    [{ errorMessage: 'User: x is not authorized to perform: glue:GetTable' }, true],
    [{ errorMessage: 'Cannot find partition.' }, false],
    [{ errorCode: ['AccessDenied'] }, false],
    [{}, false],
    [undefined, false],
    ['AccessDenied', false],
  ])('%j: %s', (record, is) => {
    const call = typeof record === 'object' ? { ...CALL, ...record } : record
    expect(outcomeOf(call)?.kind === 'DENIED').toBe(is)
    expect(denialOf(call) !== undefined).toBe(is)
  })
})

describeShared('Denied calls that others published', () => {
  const all = [...corpusRecords(), ...corpusGlueRecords()]
  const of = (where: string) => denialOf(all.find(({ file, index }) => `${file} ${index}` === where)?.record)

  it('name what was denied', () => {
    expect(of('adanalvarez+TrailDiscover.json 1')).toStrictEqual({
      principal: 'arn:aws:iam::111111111111:user/TrailDiscover',
      action: 'glue:UpdateDevEndpoint',
      resource: 'arn:aws:glue:us-east-1:192374575148:devEndpoint/TrailDiscover',
      cause: 'IDENTITY_POLICY',
      explicit: false,
      cut: false,
    })
    expect(of('adanalvarez+TrailDiscover.json 0')).toStrictEqual({ cut: false })
    expect(of('adanalvarez+TrailDiscover.ndjson 0')).toStrictEqual({
      principal: 'arn:aws:iam::111111111111:user/TrailDiscover',
      action: 'acm-pca:GetCertificate',
      resource: 'arn:aws:acm-pca:us-west-2:123456789012:certificate-authority/12345678-1234-1234-1234-123456789012',
      cause: 'RESOURCE_POLICY',
      explicit: false,
      cut: false,
    })
    // An encoded rest fills the message, which is cut in it; what stands before is whole.
    expect(of('adanalvarez+TrailDiscover.ndjson 179')).toStrictEqual({
      principal: 'arn:aws:iam::111111111111:user/TrailDiscover',
      action: 'ec2:ModifySnapshotAttribute',
      resource: 'arn:aws:ec2:us-east-1::snapshot/snap-046281ab24d756c50',
      cause: 'IDENTITY_POLICY',
      explicit: false,
      cut: true,
    })
    expect(of('panther-labs+panther-analysis.ndjson 173')).toStrictEqual({
      principal: 'arn:aws:iam::123456789012:user/tester',
      action: 'iam:GetRole',
      resource: 'arn:aws:iam::123456789012:role/FooBar',
      cut: false,
    })
    expect(of('panther-labs+panther-analysis.json 0')).toBeUndefined()
  })

  it('are these many', () => {
    const denials = all.flatMap(({ record }) => denialOf(record) ?? [])
    expect(denials).toHaveLength(246)
    expect(denials.filter(({ resource }) => resource !== undefined)).toHaveLength(97)
  })
})
