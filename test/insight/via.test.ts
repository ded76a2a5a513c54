import { viaOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { aggregated, glueCall, insight } from '../support/records.js'
import type { Value } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const session = (name: string): object => ({
  userIdentity: { type: 'AssumedRole', arn: `arn:aws:sts::123456789012:assumed-role/etl/${name}` },
})

const lineOf = (record: object): string => {
  const { kind, from, claimed } = viaOf(record)
  return from === undefined ? kind : `${kind} ${from} ${claimed ? 'claimed' : 'sure'}`
}

describe('viaOf', () => {
  it.each([
    [{ userIdentity: { invokedBy: 'athena.amazonaws.com' }, userAgent: 'aws-cli/2' }, 'ATHENA userIdentity.invokedBy sure'],
    [{ userIdentity: { invokedBy: 'ops.emr-serverless.amazonaws.com' } }, 'EMR userIdentity.invokedBy sure'],
    [{ userIdentity: { invokedBy: 'cloudformation.amazonaws.com' } }, 'CLOUDFORMATION userIdentity.invokedBy sure'],
    [{ eventType: 'AwsMcpEvent', userAgent: 'aws-cli/2' }, 'MCP eventType sure'],
    [{ userIdentity: { invokedBy: 'aws-mcp.amazonaws.com' }, userAgent: 'aws-cli/2' }, 'MCP userIdentity.invokedBy sure'],
    [{ sourceIPAddress: 'aws-mcp.amazonaws.com' }, 'MCP sourceIPAddress sure'],
    [{ userAgent: 'aws-mcp.amazonaws.com' }, 'MCP userAgent claimed'],
    [{ userIdentity: { invokedBy: 'glue.amazonaws.com' } }, 'SERVICE userIdentity.invokedBy sure'],
    [{ userIdentity: { invokedBy: 'AWS Internal' } }, 'UNKNOWN'],
    [
      {
        userIdentity: { type: 'AWSAccount', principalId: 'AROAQGFTBBBGOBWV2EMZA:GlueJobRunnerSession' },
        additionalEventData: { requesterService: 'GLUE_JOB' },
      },
      'GLUE_JOB additionalEventData.requesterService sure',
    ],
    [{ additionalEventData: { requesterService: 'UNKNOWN' } }, 'UNKNOWN'],
    [{ ...session('GlueJobRunnerSession'), userAgent: 'aws-sdk-java/2' }, 'GLUE_JOB userIdentity.arn claimed'],
    [session('AWS-Crawler'), 'CRAWLER userIdentity.arn claimed'],
    [{ userIdentity: { type: 'AssumedRole', principalId: 'AROA:AWS-Crawler' } }, 'CRAWLER userIdentity.principalId claimed'],
    [session('AWSLF-00-AT-111122223333-x'), 'ATHENA userIdentity.arn claimed'],
    [session('AWSLF-00-NA-111122223333-x'), 'LAKE_FORMATION userIdentity.arn claimed'],
    [session('AWSLF-01-AT-111122223333-x'), 'LAKE_FORMATION userIdentity.arn claimed'],
    [session('johndoe'), 'UNKNOWN'],
    [{ userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.9.2 (+https://www.terraform.io) aws-sdk-go/1.44.122' }, 'TERRAFORM userAgent claimed'],
    [{ userAgent: 'aws-sdk-go/1.29.7 (go1.13.7) APN/1.0 HashiCorp/1.0 Terraform/0.12.24' }, 'TERRAFORM userAgent claimed'],
    [{ userAgent: '[aws-cli/1.11.10 Python/2.7.8]' }, 'CLI userAgent claimed'],
    [{ userAgent: 'aws-cli/2 exec-env/CloudShell', sessionCredentialFromConsole: 'true' }, 'CLI userAgent claimed'],
    [{ userAgent: 'AWS Internal', sessionCredentialFromConsole: 'true' }, 'CONSOLE sessionCredentialFromConsole sure'],
    [{ userAgent: 'Mozilla/5.0', sessionCredentialFromConsole: true }, 'CONSOLE sessionCredentialFromConsole sure'],
    [{ userAgent: 'Mozilla/5.0', eventType: 'AwsConsoleAction' }, 'CONSOLE eventType sure'],
    [{ userAgent: 'Mozilla/5.0' }, 'UNKNOWN'],
    [{ userAgent: 'console.amazonaws.com' }, 'CONSOLE userAgent claimed'],
    [{ userAgent: 'signin.amazonaws.com' }, 'CONSOLE userAgent claimed'],
    [{ userAgent: 'lambda.amazonaws.com' }, 'SERVICE userAgent claimed'],
    [{ userAgent: 'aws-sdk-nodejs/2.1691.0 linux/v20.15.0' }, 'SDK userAgent claimed'],
    [{ userAgent: 'aws-internal/3 aws-sdk-java/1.12.124' }, 'UNKNOWN'],
    [{ userAgent: 'athena' }, 'UNKNOWN'],
    [{ userAgent: 5, userIdentity: 'text', additionalEventData: [] }, 'UNKNOWN'],
  ])('%j: %s', (record, via) => {
    expect(lineOf(record)).toBe(via)
  })

  it('is unknown where the record has no evidence', () => {
    for (const u of [glueCall, insight, aggregated, null, 'text', [], {}]) expect(viaOf(u)).toEqual({ kind: 'UNKNOWN' })
  })
})

describeShared('viaOf on records of others', () => {
  it('knows the Glue clients', () => {
    expect(corpusGlueRecords().map(({ record }) => `${String((record as Value).eventName)}: ${lineOf(record as Value)}`)).toEqual([
      'CreateDevEndpoint: CLI userAgent claimed',
      'UpdateDevEndpoint: CLI userAgent claimed',
      'DeleteCrawler: CLI userAgent claimed',
      'CreateConnection: CLI userAgent claimed',
      'PutResourcePolicy: CONSOLE userAgent claimed',
      'PutDataCatalogEncryptionSettings: SDK userAgent claimed',
      'GetPartition: SDK userAgent claimed',
    ])
  })

  it('knows the engines that call GetDataAccess', () => {
    const access = corpusRecords().filter(({ record }) => (record as Value).eventName === 'GetDataAccess')
    expect(access.map(({ record }) => lineOf(record as Value))).toEqual([
      'EMR userIdentity.invokedBy sure',
      'ATHENA userIdentity.invokedBy sure',
      'GLUE_JOB userIdentity.arn claimed',
      'REDSHIFT userIdentity.invokedBy sure',
    ])
  })

  it('has a record for every kind except the crawler and bare Lake Formation sessions, which are only documented', () => {
    const kinds = new Set([...corpusRecords(), ...corpusGlueRecords()].map(({ record }) => viaOf(record).kind))
    expect([...kinds].sort()).toEqual(
      ['ATHENA', 'CLI', 'CLOUDFORMATION', 'CONSOLE', 'EMR', 'GLUE_JOB', 'REDSHIFT', 'SDK', 'SERVICE', 'TERRAFORM', 'UNKNOWN'].sort(),
    )
  })
})
