import { policyOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { glueCall, insight, otherServiceCall } from '../support/records.js'
import { corpusGlueRecords, describeShared } from '../support/shared.js'

const put = (policyInJson: unknown): object => ({ ...glueCall, eventName: 'PutResourcePolicy', requestParameters: { policyInJson } })

const policyKind = (policyInJson: unknown): string => policyOf(put(policyInJson)).kind

describe('policyOf', () => {
  it('reads a document, a string as a list of one', () => {
    const Statement = [
      {
        Sid: 'share',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root', Service: ['athena.amazonaws.com'] },
        Action: ['glue:GetTable', 'glue:GetTables'],
        Resource: 'arn:aws:glue:us-east-1:123456789012:catalog',
        Condition: { Bool: { 'aws:SecureTransport': true }, NumericLessThan: { 'aws:MultiFactorAuthAge': 300 } },
      },
      { Effect: 'Deny', NotPrincipal: '*', NotAction: 'glue:Get*', NotResource: ['*'] },
    ]
    expect(policyOf(put(JSON.stringify({ Version: '2012-10-17', Id: 'p', Statement })))).toEqual({
      kind: 'POLICY',
      path: ['requestParameters', 'policyInJson'],
      document: {
        Version: '2012-10-17',
        Id: 'p',
        Statement: [
          {
            Sid: 'share',
            Effect: 'Allow',
            Principal: { AWS: ['arn:aws:iam::111122223333:root'], Service: ['athena.amazonaws.com'] },
            Action: ['glue:GetTable', 'glue:GetTables'],
            Resource: ['arn:aws:glue:us-east-1:123456789012:catalog'],
            Condition: { Bool: { 'aws:SecureTransport': ['true'] }, NumericLessThan: { 'aws:MultiFactorAuthAge': ['300'] } },
          },
          { Effect: 'Deny', NotPrincipal: { AWS: ['*'] }, NotAction: ['glue:Get*'], NotResource: ['*'] },
        ],
      },
    })
  })

  it('reads that of a response', () => {
    const record = { ...glueCall, eventName: 'GetResourcePolicy', responseElements: { policyInJson: '{"Statement": []}' } }
    expect(policyOf(record)).toEqual({ kind: 'POLICY', path: ['responseElements', 'policyInJson'], document: { Statement: [] } })
  })

  it.each([
    ['{', 'NOT_JSON'],
    ['', 'NOT_JSON'],
    ['null', 'NOT_A_POLICY'],
    ['[]', 'NOT_A_POLICY'],
    ['{}', 'NOT_A_POLICY'],
    ['{"Statement": "text"}', 'NOT_A_POLICY'],
    ['{"Statement": [null]}', 'NOT_A_POLICY'],
    ['{"Statement": {"Effect": ["Allow"]}}', 'NOT_A_POLICY'],
    ['{"Statement": {"Action": [{}]}}', 'NOT_A_POLICY'],
    ['{"Statement": {"Principal": "someone"}}', 'NOT_A_POLICY'],
    ['{"Statement": {"Condition": {"Bool": "text"}}}', 'NOT_A_POLICY'],
    ['{"Statement": {"__proto__": {"Effect": "Allow"}, "Effect": "Deny"}}', 'POLICY'],
    [`{"Statement": ${'['.repeat(40_000)}${']'.repeat(40_000)}}`, 'NOT_A_POLICY'],
    [' '.repeat(102_401), 'TOO_LONG'],
    ['HIDDEN_DUE_TO_SECURITY_REASONS', 'REDACTED'],
    [undefined, 'NO_POLICY'],
    [null, 'NO_POLICY'],
    [{ Statement: [] }, 'NO_POLICY'],
  ])('%.60j is %s', (content, kind) => {
    expect(policyKind(content)).toBe(kind)
  })

  it('keeps names that objects inherit as data', () => {
    const policy = policyOf(put('{"Statement": {"Principal": {"__proto__": "x"}}}'))
    expect(policy.kind === 'POLICY' && Object.keys(policy.document.Statement[0]?.Principal ?? {})).toEqual(['__proto__'])
    expect(Reflect.get({}, '0')).toBeUndefined()
  })

  it('says why it is missing', () => {
    const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
    expect(policyOf({ ...put(''), requestParameters: omitted })).toEqual({ kind: 'OMITTED' })
    expect(policyOf({ ...put(''), requestParameters: '****' })).toEqual({ kind: 'REDACTED' })
    expect(policyOf({ ...put(''), requestParameters: null, errorCode: 'AccessDenied' })).toEqual({ kind: 'NO_POLICY' })
    expect(policyOf({ ...put('{"Statement": []}'), eventName: 'GetResourcePolicy', responseElements: null })).toEqual({ kind: 'NO_POLICY' })
    for (const u of [glueCall, insight, otherServiceCall, null, 'text', []]) expect(policyOf(u)).toEqual({ kind: 'NO_POLICY' })
  })
})

describeShared('policyOf on records of others', () => {
  it('reads the one there is', () => {
    expect(corpusGlueRecords().flatMap(({ record }) => (policyOf(record).kind === 'NO_POLICY' ? [] : [policyOf(record)]))).toEqual([
      {
        kind: 'POLICY',
        path: ['requestParameters', 'policyInJson'],
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: ['*'] },
              Action: ['glue:*'],
              Resource: ['arn:aws:glue:us-east-1:644160558196:catalog'],
              Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-4amkskbcf3'] } },
            },
          ],
        },
      },
    ])
  })
})
