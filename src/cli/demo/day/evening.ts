/**
 * The evening of the example trail.
 *
 * @module
 */
import { ACCOUNT, airflow, job, jonas, mia, miaInAthena, roleOf } from '../people.js'
import type { Scribe } from '../scribe.js'
import { assume, HOME, LAKE, object, roleArn, unlock } from './platform.js'

/** Jonas tidies up, and drops a table that is still in use. */
export function evening(s: Scribe): void {
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
