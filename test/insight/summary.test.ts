import { summaryOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const START = '2024-05-14 06:10:00Z johndoe '
const END = ' in 123456789012 eu-central-1 from 192.0.2.7'

/** What stands between the actor and the place. */
const what = (eventName: string, requestParameters: unknown, rest: object = {}): string => {
  const content = summaryOf({ ...glueCall, eventName, requestParameters, responseElements: null, ...rest })
  expect([content.startsWith(START), content.endsWith(END)]).toEqual([true, true])
  return content.slice(START.length, -END.length)
}

const DATABASE = { databaseName: 'sales' }
const ORDERS = { ...DATABASE, tableName: 'orders' }
const OMITTED = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }

describe('summaryOf', () => {
  it.each<readonly [string, unknown, string]>([
    ['CreateTable', { ...DATABASE, tableInput: { name: 'orders' } }, 'created table sales.orders'],
    ['DeleteTable', { ...DATABASE, name: 'orders' }, 'deleted table sales.orders'],
    [
      'BatchDeleteTable',
      { ...DATABASE, tablesToDelete: ['a', 'b', 'c', 'd', 'e'] },
      'deleted tables sales.a, sales.b, sales.c and 2 more (5 items unknown)',
    ],
    ['GetTables', DATABASE, 'read tables in database sales'],
    ['CreatePartition', ORDERS, 'created partition of table sales.orders'],
    ['UpdateColumnStatisticsForTable', ORDERS, 'updated column statistics for table sales.orders'],
    ['CreateConnection', { connectionInput: { name: 'db', connectionType: 'JDBC' } }, 'created connection db (JDBC)'],
    ['StartJobRun', { jobName: 'nightly', arguments: { '--day': '2024' } }, 'started job run of job nightly'],
    ['StartCrawler', { name: 'c' }, 'started crawler c'],
    ['StartCrawlerSchedule', { crawlerName: 'c' }, 'started crawler schedule of crawler c'],
    ['ListJobs', {}, 'listed jobs'],
    ['TagResource', { resourceArn: 'arn:aws:glue:eu-central-1:123456789012:job/nightly', tagsToAdd: { a: 'b' } }, 'tagged job nightly'],
    ['GetTags', { resourceArn: 'arn:aws:glue:eu-central-1:123456789012:job/nightly' }, 'read tags of job nightly'],
    ['DeleteMLTransform', { transformId: 'tfm-1' }, 'deleted ML transform tfm-1'],
    ['CreateUserDefinedFunction', { ...DATABASE, functionInput: { functionName: 'f' } }, 'created user defined function sales/f'],
    ['PutResourcePolicy', { policyInJson: '{}' }, 'saved resource policy in catalog 123456789012'],
    ['GetCatalogs', { parentCatalogId: '123456789012' }, 'read catalogs in catalog 123456789012'],
    ['UpdateJobFromSourceControl', { jobName: 'nightly', authToken: 'ghp_x' }, 'pulled job nightly from source control'],
    ['RenameTable', { name: 'orders' }, 'renamed table'],
    ['UpdateSourceControlFromJob', { jobName: 'nightly' }, 'pushed job nightly to source control'],
    ['GetSchemaVersionsDiff', { schemaId: { schemaName: 's', registryName: 'r' } }, 'compared versions of schema r/s'],
    ['GetSchemaByDefinition', { schemaId: { schemaName: 's', registryName: 'r' } }, 'looked up schema r/s by definition'],
    ['GetEntityRecords', { connectionName: 'crm', entityName: 'accounts' }, 'read entity records through connection crm'],
    ['DescribeEntity', { connectionName: 'crm', entityName: 'accounts' }, 'described entity through connection crm'],
    ['ImportCatalogToGlue', {}, 'imported Athena catalog 123456789012'],
    ['NotifyEvent', null, 'notified event'],
    ['UpdateTable', OMITTED, 'updated table (request of 149893 bytes omitted)'],
    ['DeleteTable', null, 'deleted table'],
  ])('%s %j: %s', (eventName, requestParameters, content) => {
    expect(what(eventName, requestParameters)).toBe(content)
  })

  it('says that a call was denied or failed', () => {
    const message =
      'User: x is not authorized to perform: glue:DeleteTable on resource: arn:aws:glue:eu-central-1:123456789012:table/sales/orders'
    const denied = { errorCode: 'AccessDeniedException', errorMessage: message }
    expect(what('DeleteTable', null, denied)).toBe('was not allowed to delete table sales.orders (AccessDeniedException)')
    const onDatabase =
      'User: x is not authorized to perform: glue:CreateTable on resource: arn:aws:glue:eu-central-1:123456789012:database/raw'
    expect(what('CreateTable', null, { errorCode: 'AccessDeniedException', errorMessage: onDatabase })).toBe(
      'was not allowed to create table in database raw (AccessDeniedException)',
    )
    expect(what('RunStatement', { sessionId: 's', code: 'x' }, { errorCode: 'InvalidInputException' })).toBe(
      'failed to run statement of session s (InvalidInputException)',
    )
    expect(what('GetTables', DATABASE, { errorMessage: 'secret' })).toBe('failed to read tables in database sales')
  })

  it('puts ids from a response after the names', () => {
    expect(what('StartJobRun', { jobName: 'nightly' }, { responseElements: { jobRunId: 'jr_1' } })).toBe(
      'started job run of job nightly (jr_1)',
    )
  })

  it.each<readonly [object, string]>([
    [{ userIdentity: { type: 'Root' } }, 'root'],
    [{ userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/etl/nightly' } }, 'role etl (session nightly)'],
    [{ userIdentity: { type: 'IAMUser', userName: 'johndoe', invokedBy: 'athena.amazonaws.com' } }, 'johndoe through athena.amazonaws.com'],
    [{ userIdentity: { type: 'AWSService', invokedBy: 'athena.amazonaws.com' } }, 'athena.amazonaws.com'],
    [{ userIdentity: { type: 'AWSAccount', accountId: '111122223333' } }, 'account 111122223333'],
    [{ userIdentity: { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }, 'someone unknown'],
    [{ userIdentity: null }, 'someone unknown'],
  ])('names the caller of %j: %s', (rest, actor) => {
    const content = summaryOf({ ...glueCall, eventName: 'ListJobs', requestParameters: null, ...rest })
    expect(content).toBe(`2024-05-14 06:10:00Z ${actor} listed jobs${/in .*/.exec(content)?.[0].replace(/^/, ' ')}`)
  })

  it('leaves out what the record does not tell', () => {
    expect(summaryOf({ eventSource: 'glue.amazonaws.com', eventName: 'ListJobs' })).toBe('at an unknown time someone unknown listed jobs')
  })

  it('names a service once that calls from its own address', () => {
    const userIdentity = { type: 'AWSService', invokedBy: 'athena.amazonaws.com' }
    expect(summaryOf({ ...glueCall, eventName: 'ListJobs', userIdentity, sourceIPAddress: 'athena.amazonaws.com' })).toBe(
      '2024-05-14 06:10:00Z athena.amazonaws.com listed jobs in eu-central-1',
    )
  })

  it('says that it is a copy', () => {
    const record = { ...glueCall, eventName: 'ListJobs', recipientAccountId: '111122223333', sharedEventID: 's' }
    expect(summaryOf(record)).toBe(
      '2024-05-14 06:10:00Z johndoe listed jobs in 111122223333 eu-central-1 from 192.0.2.7, copied from the log of the account that called',
    )
  })

  it('has a line for records of every kind', () => {
    expect(summaryOf(otherServiceCall)).toBe(`${START}called GetObject of s3.amazonaws.com${END}`)
    expect(summaryOf({ ...otherServiceCall, eventName: 'GetTable' })).toBe(`${START}called GetTable of s3.amazonaws.com${END}`)
    expect(summaryOf(insight)).toBe(
      '2024-05-14 06:10:00Z CloudTrail Insights saw unusual activity begin: GetTable of glue.amazonaws.com in eu-central-1',
    )
    expect(summaryOf({ ...insight, insightDetails: null })).toBe(
      '2024-05-14 06:10:00Z CloudTrail Insights saw unusual activity: calls in eu-central-1',
    )
    expect(summaryOf(aggregated)).toBe('2024-05-14 06:10:00Z CloudTrail summed up calls of s3.amazonaws.com in eu-central-1')
    for (const u of [null, 'text', [], {}]) expect(summaryOf(u)).toBe('no CloudTrail record')
  })

  it('is one line, escaped and cut, and shows no secret', () => {
    expect(what('DeleteTable', { databaseName: 'a\nb', name: 'c\u202ed\u2028' })).toBe('deleted table a\\u000ab.c\\u202ed\\u2028')
    expect(what('DeleteCrawler', { name: 'x'.repeat(100) })).toBe(`deleted crawler ${'x'.repeat(63)}…`)
    expect(what('DeleteCrawler', { name: 'https://a:hunter2@b' })).toBe('deleted crawler HIDDEN_DUE_TO_SECURITY_REASONS')
    expect(what('No\nSuch', null)).toBe('called No\\u000aSuch')
    expect(what('ListJobs', null, { errorCode: 'a\rb', eventSource: 'glue.amazonaws.com' })).toBe('failed to list jobs (a\\u000db)')
  })
})

describeShared('summaryOf on records of others', () => {
  it('reads Glue’s as a person would', () => {
    expect(corpusGlueRecords().map(({ record }) => summaryOf(record))).toEqual([
      '2024-08-18 15:52:07Z TrailDiscover was not allowed to create dev endpoint (AccessDenied) in 111111111111 us-east-1 from 0.0.0.0',
      '2024-08-18 16:03:48Z TrailDiscover was not allowed to update dev endpoint TrailDiscover (AccessDenied) in 111111111111 us-east-1 from 0.0.0.0',
      '2017-10-11 22:29:49Z johndoe deleted crawler tes-alpha in 123456789012 us-east-1 from 72.21.198.64',
      '2017-10-13 00:19:19Z johndoe created connection test-connection-alpha (JDBC) in 123456789012 us-east-1 from 72.21.198.66',
      '2020-06-04 15:18:28Z fake@fakeemail.com saved resource policy in catalog 644160558196 in 644160558196 us-east-1 from 99.99.99.99',
      '2020-06-05 16:10:47Z role CloudCustodianRole (session custodian-net-change-encryption) saved data catalog encryption settings in catalog 644160558196 in 644160558196 us-east-1 from 35.171.244.77',
      '2021-10-14 14:21:22Z role panther-Panther-4JL51Q6AU6SH-LogAnal-CompactorRole-W1WCIV3PHU0S (session panther-datacatalog-compactor) failed to read partition of table panther_rule_errors.gsuite_activityevent (EntityNotFoundException) in 111222333444 us-east-1 from 54.90.94.136',
    ])
  })

  it('is one short line for all of them', () => {
    const all = corpusRecords().map(({ record }) => summaryOf(record))
    expect(all.filter((content) => content.includes('\n') || content.length > 400)).toEqual([])
  })
})
