/**
 * The unusual hour of the example trail, and what CloudTrail notices of it.
 *
 * @module
 */
import { ACCOUNT, crawler, job, lars, larsInShell, mia, roleOf } from '../people.js'
import type { Scribe } from '../scribe.js'
import { assume, glueArn, HOME, LAKE, object, parquet, roleArn, unlock } from './platform.js'

/** The unusual hour: a denied call, a notebook, a request too large to log, and a nonconforming record. */
export function engineers(s: Scribe): void {
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
export function insight(s: Scribe): void {
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
