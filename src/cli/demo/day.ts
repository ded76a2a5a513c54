/**
 * The day of the example trail, Tuesday 14 May 2024: who does what in a small data platform, including the unusual records.
 *
 * @module
 */
import type { RedactionMarker } from '../../codec/redacted.js'
import {
  ACCOUNT,
  airflow,
  type Caller,
  crawler,
  glueService,
  job,
  jonas,
  lars,
  larsInShell,
  mia,
  miaInAthena,
  miaInPortal,
  PARTNER,
  partner,
  pipeline,
  roleOf,
  root,
  rootAtSignIn,
  terraform,
} from './people.js'
import { type LogFile, type Scribe, scribe } from './scribe.js'

const HOME = 'eu-central-1'
const KEY = `arn:aws:kms:${HOME}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
const LAKE = 'acme-lake'
const COLUMNS = [
  { name: 'id', type: 'bigint', comment: 'primary key' },
  { name: 'booked_at', type: 'timestamp' },
  { name: 'amount', type: 'decimal(18,2)', comment: 'in euros' },
]

const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`
const glueArn = (path: string): string => `arn:aws:glue:${HOME}:${ACCOUNT}:${path}`
const parquet = (location: string) => ({
  columns: COLUMNS,
  location,
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  compressed: false,
  numberOfBuckets: 0,
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
  storedAsSubDirectories: false,
})

export function day(): ReadonlyArray<LogFile> {
  const s = scribe(20240514)
  night(s)
  deploy(s)
  replica(s)
  analysts(s)
  signIn(s)
  engineers(s)
  insight(s)
  evening(s)
  return s.files()
}

/** A scheduled crawl of the raw orders, and the job that curates them. */
function night(s: Scribe): void {
  s.file(HOME, '0230')
  s.at('02:00:00')
  s.glue(glueService, 'StartCrawler', { name: 'raw-orders' })
  assume(s, roleOf.crawler)
  s.glue(crawler, 'GetDatabase', { name: 'raw' })
  for (const part of ['00', '01', '02']) object(s, crawler, 'GetObject', LAKE, `raw/orders/dt=2024-05-13/part-${part}.parquet`)
  unlock(s, crawler, 'raw/orders')
  s.glue(crawler, 'GetTable', { databaseName: 'raw', name: 'orders' })
  s.glue(crawler, 'BatchGetPartition', { databaseName: 'raw', tableName: 'orders', partitionsToGet: [{ values: ['2024-05-13'] }] })
  s.glue(crawler, 'BatchCreatePartition', {
    databaseName: 'raw',
    tableName: 'orders',
    partitionInputList: [{ values: ['2024-05-13'], storageDescriptor: parquet(`s3://${LAKE}/raw/orders/dt=2024-05-13/`) }],
  })
  s.glue(crawler, 'UpdateTable', {
    databaseName: 'raw',
    tableInput: {
      name: 'orders',
      owner: 'owner',
      // One of the forms in which times occur inside parameters.
      lastAccessTime: 'May 14, 2024, 2:00:41 AM',
      retention: 0,
      storageDescriptor: parquet(`s3://${LAKE}/raw/orders/`),
      partitionKeys: [{ name: 'dt', type: 'string' }],
      tableType: 'EXTERNAL_TABLE',
      parameters: { classification: 'parquet', UPDATED_BY_CRAWLER: 'raw-orders', recordCount: '48211' },
      isRowFilteringEnabled: false,
    },
    skipArchive: true,
  })

  s.at('02:10:00')
  const run = s.jobRunId()
  const start = { jobName: 'orders-curate', arguments: { '--day': '2024-05-13', '--enable-metrics': 'true' }, numberOfWorkers: 10 }
  s.glue(airflow, 'StartJobRun', start, { response: { jobRunId: run } })
  assume(s, roleOf.job)
  const poll = (times: number): void => {
    for (let i = 0; i < times; i++) s.glue(airflow, 'GetJobRun', { jobName: 'orders-curate', runId: run, predecessorsIncluded: false })
  }
  poll(3)
  s.glue(job, 'GetDatabase', { name: 'raw', catalogId: ACCOUNT })
  s.glue(job, 'GetTable', { databaseName: 'raw', name: 'orders', catalogId: ACCOUNT })
  for (let segmentNumber = 0; segmentNumber < 4; segmentNumber++) {
    s.glue(job, 'GetPartitions', {
      databaseName: 'raw',
      tableName: 'orders',
      catalogId: ACCOUNT,
      expression: "dt='2024-05-13'",
      segment: { segmentNumber, totalSegments: 4 },
      maxResults: 1000,
    })
  }
  for (const part of ['00', '01', '02']) object(s, job, 'GetObject', LAKE, `raw/orders/dt=2024-05-13/part-${part}.parquet`)
  unlock(s, job, 'raw/orders')
  poll(4)
  for (const part of ['00', '01']) object(s, job, 'PutObject', LAKE, `curated/orders/day=2024-05-13/part-${part}.parquet`)
  unlock(s, job, 'curated/orders', 'GenerateDataKey')
  s.glue(job, 'BatchCreatePartition', {
    databaseName: 'curated',
    tableName: 'orders',
    catalogId: ACCOUNT,
    partitionInputList: [{ values: ['2024-05-13'], storageDescriptor: parquet(`s3://${LAKE}/curated/orders/day=2024-05-13/`) }],
  })
  poll(3)
}

/** The pipeline brings up a new database with its table, job, crawler and connection. */
function deploy(s: Scribe): void {
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
function replica(s: Scribe): void {
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

/** Mia signs in, looks around in the console and queries Athena. */
function analysts(s: Scribe): void {
  s.file(HOME, '0925')
  s.at('09:02:20')
  const portal = { eventType: 'AwsServiceEvent' }
  s.call(miaInPortal, 'sso', 'Federate', null, portal)
  s.call(mia, 'athena', 'ListWorkGroups', { maxResults: 50 }, { readOnly: true })
  s.glue(mia, 'GetDatabases', null)
  for (const databaseName of ['raw', 'curated', 'finance']) s.glue(mia, 'GetTables', { databaseName, maxResults: 100 })
  s.glue(mia, 'SearchTables', { searchText: 'invoice', maxResults: 25 })
  // Names in failed calls may contain anything: programs that print them should escape them.
  s.glue(
    mia,
    'GetTable',
    { databaseName: 'finance', name: 'ledger\u001b[2K' },
    { error: ['InvalidInputException', 'Entity name contains characters that are not allowed.'] },
  )
  for (const [table, month, denied] of [
    ['orders', '2024-04', false],
    ['ledger', '2024-04', true],
    ['orders', '2024-05', false],
  ] as const) {
    const databaseName = table === 'ledger' ? 'finance' : 'curated'
    const query = {
      queryString: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      workGroup: 'analysts',
      queryExecutionContext: { database: databaseName },
    }
    s.call(mia, 'athena', 'StartQueryExecution', query, { response: { queryExecutionId: s.uuid() } })
    s.glue(miaInAthena, 'GetDatabase', { catalogId: ACCOUNT, name: databaseName })
    // What Lake Formation adds to a read that it took part in.
    const additional = {
      lakeFormationPrincipal: roleArn('AWSReservedSSO_DataAnalyst_0f1e2d3c4b5a6978'),
      ...(denied && { insufficientLakeFormationPermissions: ['finance:ledger'] }),
    }
    s.glue(miaInAthena, 'GetTable', denied ? null : { catalogId: ACCOUNT, databaseName, name: table }, {
      additional,
      ...(denied && { error: ['AccessDenied', 'Insufficient Lake Formation permission(s): Required Select on ledger'] as const }),
    })
    if (denied) continue
    for (let i = 0; i < 3; i++) {
      s.glue(miaInAthena, 'GetPartitions', { catalogId: ACCOUNT, databaseName, tableName: table, expression: `day LIKE '${month}-%'` })
    }
    const arn = glueArn(`table/${databaseName}/${table}`)
    s.call(
      miaInAthena,
      'lakeformation',
      'GetDataAccess',
      { tableArn: arn, permissions: ['SELECT'], durationSeconds: 3600, auditContext: { additionalAuditContext: '{queryId: example}' } },
      { readOnly: true, additional: { requesterService: 'ATHENA', LakeFormationTrustedCallerInvocation: 'true' } },
    )
    for (const part of ['00', '01']) object(s, miaInAthena, 'GetObject', LAKE, `curated/orders/day=${month}-02/part-${part}.parquet`)
    unlock(s, miaInAthena, 'curated/orders')
    object(s, miaInAthena, 'PutObject', `${LAKE}-athena-results`, `analysts/${s.uuid()}.csv`)
  }
}

/** A person signs in as root and looks at Glue. */
function signIn(s: Scribe): void {
  s.file('us-east-1', '0920')
  s.at('09:11:50')
  const login = { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: 'Yes' }
  const response = { ConsoleLogin: 'Success' }
  s.call(rootAtSignIn, 'signin', 'ConsoleLogin', null, { eventType: 'AwsConsoleSignIn', response, additional: login })
  s.glue(root, 'GetDatabases', null)
  s.glue(root, 'GetTables', { databaseName: 'marketing', maxResults: 100 })
  s.glue(root, 'GetResourcePolicy', null)
}

/** The unusual hour: a denied call, a notebook, a request too large to log, and a nonconforming record. */
function engineers(s: Scribe): void {
  s.file(HOME, '1110')
  s.at('10:41:00')
  s.glue(lars, 'GetJobs', { maxResults: 100 })
  // No API of the public model: a call of the console that exists as an IAM action only.
  s.call(lars, 'glue', 'StartNotebook', { notebookName: 'ledger-checks', roleArn: roleArn('orders-etl'), idleTimeout: 60 })
  s.glue(lars, 'GetConnections', { catalogId: ACCOUNT, filter: { connectionType: 'JDBC' }, hidePassword: true })
  s.glue(larsInShell, 'StartCrawler', { name: 'raw-bookings' })
  s.glue(
    larsInShell,
    'StartCrawler',
    { name: 'raw-bookings' },
    { error: ['CrawlerRunningException', 'Crawler with name raw-bookings has already started'] },
  )
  assume(s, roleOf.crawler)
  for (const part of ['00', '01']) object(s, crawler, 'GetObject', LAKE, `raw/bookings/month=2024-04/part-${part}.parquet`)
  unlock(s, crawler, 'raw/bookings')
  s.glue(crawler, 'CreateTable', {
    databaseName: 'raw',
    tableInput: { name: 'bookings', storageDescriptor: parquet(`s3://${LAKE}/raw/bookings/`), tableType: 'EXTERNAL_TABLE' },
  })
  for (let i = 0; i < 4; i++) s.glue(larsInShell, 'GetCrawler', { name: 'raw-bookings' })
  s.glue(mia, 'GetTable', { databaseName: 'finance', name: 'ledger' })
  const table = glueArn('table/finance/ledger')
  s.glue(mia, 'DeleteTable', null, {
    error: [
      'AccessDenied',
      `User: ${String(mia.identity.arn)} is not authorized to perform: glue:DeleteTable on resource: ${table} ` +
        'because no identity-based policy allows the glue:DeleteTable action',
    ],
  })
  // The types would reject this, but CloudTrail does not validate: a number and a string are swapped.
  s.call(
    larsInShell,
    'glue',
    'StartJobRun',
    { jobName: 'ledger-load', arguments: { '--db_password': 'example-not-for-print', '--attempt': 2 }, numberOfWorkers: 'five' },
    { response: { jobRunId: s.jobRunId() } },
  )
  assume(s, roleOf.job)
  s.glue(
    larsInShell,
    'StartJobRun',
    { jobName: 'ledger-load', arguments: { '--attempt': '3' } },
    { error: ['ConcurrentRunsExceededException', 'Concurrent runs exceeded for ledger-load'] },
  )
  // Above 100 KB nothing is left of a request but a note.
  s.call(job, 'glue', 'UpdateTable', { reason: 'requestParameters too large', omitted: 'true', originalSize: '131842' })
  s.glue(larsInShell, 'GetJobRuns', { jobName: 'ledger-load', maxResults: 5 })
  unlock(s, job, 'finance/ledger', 'GenerateDataKey')
  for (const part of ['00', '01', '02']) object(s, job, 'PutObject', LAKE, `finance/ledger/month=2024-04/part-${part}.parquet`)
}

/** CloudTrail itself notices that something is unusual. */
function insight(s: Scribe): void {
  s.file(HOME, '1125', 'CloudTrail-Insight')
  s.at('11:05:00')
  s.record((eventTime, awsRegion) => ({
    eventVersion: '1.09',
    eventTime,
    awsRegion,
    eventID: s.uuid(),
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: ACCOUNT,
    sharedEventID: s.uuid(),
    insightDetails: {
      state: 'Start',
      eventSource: 'glue.amazonaws.com',
      eventName: 'GetPartitions',
      insightType: 'ApiCallRateInsight',
      insightContext: {
        statistics: { baseline: { average: 0.42 }, insight: { average: 18.6 }, insightDuration: 5, baselineDuration: 10078 },
        attributions: [
          {
            attribute: 'userIdentityArn',
            insight: [{ value: `arn:aws:sts::${ACCOUNT}:assumed-role/orders-etl`, average: 18.2 }],
            baseline: [{ value: `arn:aws:sts::${ACCOUNT}:assumed-role/orders-etl`, average: 0.4 }],
          },
        ],
      },
    },
    eventCategory: 'Insight',
  }))
}

/** Jonas tidies up, and drops a table that is still in use. */
function evening(s: Scribe): void {
  s.file(HOME, '1640')
  s.at('16:14:00')
  s.call(jonas, 'sts', 'GetCallerIdentity', null, { readOnly: true })
  s.glue(jonas, 'GetTables', { databaseName: 'sandbox' })
  for (const name of ['orders_backup', 'orders_tmp']) s.glue(jonas, 'DeleteTable', { databaseName: 'sandbox', name })
  s.glue(jonas, 'DeleteCrawler', { name: 'sandbox-orders' })
  s.glue(jonas, 'DeleteJob', { jobName: 'sandbox-copy' }, { response: { jobName: 'sandbox-copy' } })
  s.at('16:20:00')
  const query = { queryString: 'HIDDEN_DUE_TO_SECURITY_REASONS', workGroup: 'analysts', queryExecutionContext: { database: 'sandbox' } }
  s.call(mia, 'athena', 'StartQueryExecution', query, { response: { queryExecutionId: s.uuid() } })
  s.glue(miaInAthena, 'GetDatabase', { catalogId: ACCOUNT, name: 'sandbox' })
  for (let i = 0; i < 2; i++) {
    s.glue(
      miaInAthena,
      'GetTable',
      { catalogId: ACCOUNT, databaseName: 'sandbox', name: 'orders_backup' },
      { error: ['EntityNotFoundException', 'Entity Not Found'] },
    )
  }
  s.at('16:31:00')
  const run = {
    dataSource: { glueTable: { databaseName: 'finance', tableName: 'ledger' } },
    role: roleArn('orders-etl'),
    rulesetNames: ['ledger-basics'],
  }
  s.glue(airflow, 'StartDataQualityRulesetEvaluationRun', run, { response: { runId: 'dqrun-5e7f0c1a9b2d4836' } })
  assume(s, roleOf.job)
  s.glue(job, 'GetTable', { databaseName: 'finance', name: 'ledger', catalogId: ACCOUNT })
  for (const part of ['00', '01', '02']) object(s, job, 'GetObject', LAKE, `finance/ledger/month=2024-04/part-${part}.parquet`)
  unlock(s, job, 'finance/ledger')
}

/** Terraform asks for the tags of all it makes; a read whose response is logged. */
function tags(s: Scribe, path: string): void {
  s.glue(terraform, 'GetTags', { resourceArn: glueArn(path) }, { response: { tags: { team: 'finance', managed_by: 'terraform' } } })
}

/** Glue takes on a role for a crawler or a job. */
function assume(s: Scribe, role: (typeof roleOf)[keyof typeof roleOf]): void {
  const credentials = { accessKeyId: role.key, sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE', expiration: 'May 14, 2024, 11:59:59 PM' }
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role.name}/${role.session}`
  s.call(
    glueService,
    'sts',
    'AssumeRole',
    { roleArn: roleArn(role.name), roleSessionName: role.session },
    {
      readOnly: true,
      response: { credentials, assumedRoleUser: { assumedRoleId: `${role.id}:${role.session}`, arn } },
      resources: [{ accountId: ACCOUNT, type: 'AWS::IAM::Role', ARN: roleArn(role.name) }],
      sharedEventID: s.uuid(),
    },
  )
}

function object(s: Scribe, by: Caller, name: 'GetObject' | 'PutObject', bucketName: string, key: string): void {
  s.call(
    by,
    's3',
    name,
    { bucketName, key, Host: `${bucketName}.s3.${HOME}.amazonaws.com` },
    {
      data: true,
      readOnly: name === 'GetObject',
      additional: { SignatureVersion: 'SigV4', CipherSuite: 'TLS_AES_128_GCM_SHA256', AuthenticationMethod: 'AuthHeader' },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucketName}/${key}` },
        { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` },
      ],
    },
  )
}

/** S3 requests a key on behalf of the reader or writer. */
function unlock(s: Scribe, by: Caller, path: string, name: 'Decrypt' | 'GenerateDataKey' = 'Decrypt'): void {
  const encryptionContext = { 'aws:s3:arn': `arn:aws:s3:::${LAKE}/${path}/` }
  const request =
    name === 'Decrypt'
      ? { encryptionContext, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
      : { encryptionContext, keyId: KEY, keySpec: 'AES_256' }
  s.call(by, 'kms', name, request, { readOnly: true, resources: [{ accountId: ACCOUNT, type: 'AWS::KMS::Key', ARN: KEY }] })
}
