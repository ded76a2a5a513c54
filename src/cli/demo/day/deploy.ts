/**
 * What the pipeline of the example trail deploys, in two regions.
 *
 * @module
 */
import type { RedactionMarker } from '../../../codec/redacted.js'
import { ACCOUNT, PARTNER, partner, pipeline, terraform } from '../people.js'
import type { Scribe } from '../scribe.js'
import { glueArn, HOME, LAKE, object, parquet, roleArn } from './platform.js'

/** The pipeline brings up a new database with its table, job, crawler and connection. */
export function deploy(s: Scribe): void {
  s.file(HOME, '0610')
  s.at('06:01:00')
  const signedIn = { roleArn: roleArn('ci/terraform-deploy'), roleSessionName: 'pipeline-88213', durationSeconds: 3600 }
  s.call(pipeline, 'sts', 'AssumeRoleWithWebIdentity', signedIn, { readOnly: true })
  s.glue(
    terraform,
    'GetDatabase',
    { catalogId: ACCOUNT, name: 'finance' },
    { error: ['EntityNotFoundException', 'Database finance not found.'] },
  )
  s.glue(terraform, 'CreateDatabase', {
    catalogId: ACCOUNT,
    databaseInput: { name: 'finance', description: 'General ledger', locationUri: `s3://${LAKE}/finance/` },
    tags: { team: 'finance', managed_by: 'terraform' },
  })
  s.glue(terraform, 'GetDatabase', { catalogId: ACCOUNT, name: 'finance' })
  tags(s, 'database/finance')
  s.glue(terraform, 'CreateTable', {
    catalogId: ACCOUNT,
    databaseName: 'finance',
    tableInput: {
      name: 'ledger',
      description: 'Every booking, append only',
      storageDescriptor: parquet(`s3://${LAKE}/finance/ledger/`),
      partitionKeys: [{ name: 'month', type: 'string' }],
      tableType: 'EXTERNAL_TABLE',
      parameters: { classification: 'parquet', EXTERNAL: 'TRUE' },
    },
  })
  s.glue(terraform, 'GetTable', { catalogId: ACCOUNT, databaseName: 'finance', name: 'ledger' })
  s.glue(terraform, 'CreateConnection', {
    catalogId: ACCOUNT,
    connectionInput: {
      name: 'erp-postgres',
      connectionType: 'JDBC',
      // A redaction marker in place of a map.
      connectionProperties: 'HIDDEN_DUE_TO_SECURITY_REASONS' as RedactionMarker,
      physicalConnectionRequirements: {
        subnetId: 'subnet-0a1b2c3d4e5f60718',
        securityGroupIdList: ['sg-0f1e2d3c4b5a69788'],
        availabilityZone: `${HOME}a`,
      },
    },
  })
  s.glue(terraform, 'GetConnection', { catalogId: ACCOUNT, name: 'erp-postgres', hidePassword: true })
  s.glue(
    terraform,
    'CreateJob',
    {
      name: 'ledger-load',
      role: roleArn('orders-etl'),
      command: { name: 'glueetl', scriptLocation: `s3://${LAKE}-code/ledger_load.py`, pythonVersion: '3' },
      defaultArguments: { '--job-language': 'python', '--TempDir': `s3://${LAKE}-temp/` },
      connections: { connections: ['erp-postgres'] },
      glueVersion: '4.0',
      workerType: 'G.1X',
      numberOfWorkers: 5,
      timeout: 120,
      maxRetries: 1,
      executionClass: 'FLEX',
    },
    { response: { name: 'ledger-load' } },
  )
  s.glue(terraform, 'GetJob', { jobName: 'ledger-load' })
  tags(s, 'job/ledger-load')
  s.glue(terraform, 'CreateCrawler', {
    name: 'raw-bookings',
    role: roleArn('lake-crawler'),
    databaseName: 'raw',
    targets: { s3Targets: [{ path: `s3://${LAKE}/raw/bookings/`, exclusions: ['**/_tmp/**'] }] },
    schedule: 'cron(0 2 * * ? *)',
    schemaChangePolicy: { updateBehavior: 'UPDATE_IN_DATABASE', deleteBehavior: 'LOG' },
    recrawlPolicy: { recrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' },
  })
  s.glue(terraform, 'GetCrawler', { name: 'raw-bookings' })
  tags(s, 'crawler/raw-bookings')
  s.glue(
    terraform,
    'CreateTrigger',
    {
      name: 'ledger-after-bookings',
      type: 'CONDITIONAL',
      actions: [{ jobName: 'ledger-load' }],
      predicate: { logical: 'ANY', conditions: [{ logicalOperator: 'EQUALS', crawlerName: 'raw-bookings', crawlState: 'SUCCEEDED' }] },
      startOnCreation: true,
    },
    { response: { name: 'ledger-after-bookings' } },
  )
  s.glue(
    terraform,
    'CreateDatabase',
    { catalogId: ACCOUNT, databaseInput: { name: 'curated' } },
    { error: ['AlreadyExistsException', 'Database already exists.'] },
  )
  for (const job of ['orders-curate', 'customers-curate', 'ledger-load']) s.glue(terraform, 'GetJob', { jobName: job })
  object(s, terraform, 'PutObject', `${LAKE}-code`, 'ledger_load.py')
  object(s, terraform, 'PutObject', `${LAKE}-tfstate`, 'platform/terraform.tfstate')
  s.call(terraform, 'sts', 'GetCallerIdentity', null, { readOnly: true })
}

/** The same pipeline in another region; and a partner account reads what is shared with it. */
export function replica(s: Scribe): void {
  s.file('us-east-1', '0615')
  s.at('06:06:00')
  s.call(terraform, 'sts', 'GetCallerIdentity', null, { readOnly: true })
  s.glue(terraform, 'CreateDatabase', { catalogId: ACCOUNT, databaseInput: { name: 'marketing' }, tags: { team: 'marketing' } })
  s.glue(terraform, 'GetDatabase', { catalogId: ACCOUNT, name: 'marketing' })
  s.glue(terraform, 'CreateTable', {
    catalogId: ACCOUNT,
    databaseName: 'marketing',
    tableInput: { name: 'campaigns', storageDescriptor: parquet(`s3://${LAKE}-us/marketing/campaigns/`), tableType: 'EXTERNAL_TABLE' },
  })
  s.glue(terraform, 'GetTable', { catalogId: ACCOUNT, databaseName: 'marketing', name: 'campaigns' })
  s.glue(
    terraform,
    'PutResourcePolicy',
    {
      // A document inside a string.
      policyInJson: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: PARTNER },
            Action: ['glue:GetTable', 'glue:GetPartitions'],
            Resource: `arn:aws:glue:us-east-1:${ACCOUNT}:*`,
          },
        ],
      }),
      enableHybrid: 'TRUE',
    },
    { response: { policyHash: 'bXkgZXhhbXBsZSBoYXNoIQ==' } },
  )
  s.at('06:11:00')
  for (const name of ['campaigns', 'clicks']) {
    s.glue(
      partner,
      'GetTable',
      { catalogId: ACCOUNT, databaseName: 'marketing', name },
      {
        sharedEventID: s.uuid(),
        ...(name === 'clicks' && { error: ['EntityNotFoundException', 'Table clicks not found.'] as const }),
      },
    )
  }
  s.glue(partner, 'GetPartitions', { catalogId: ACCOUNT, databaseName: 'marketing', tableName: 'campaigns' }, { sharedEventID: s.uuid() })
}

/** Terraform asks for the tags of all it makes; a read whose response is logged. */
function tags(s: Scribe, path: string): void {
  s.glue(terraform, 'GetTags', { resourceArn: glueArn(path) }, { response: { tags: { team: 'finance', managed_by: 'terraform' } } })
}
