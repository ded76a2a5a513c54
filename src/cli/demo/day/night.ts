/**
 * The night of the example trail.
 *
 * @module
 */
import { ACCOUNT, airflow, crawler, glueService, job, roleOf } from '../people.js'
import type { Scribe } from '../scribe.js'
import { assume, HOME, LAKE, object, parquet, unlock } from './platform.js'

/** A scheduled crawl of the raw orders, and the job that curates them. */
export function night(s: Scribe): void {
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
