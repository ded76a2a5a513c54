/**
 * The morning of the example trail: people look around.
 *
 * @module
 */
import { ACCOUNT, mia, miaInAthena, miaInPortal, root, rootAtSignIn } from '../people.js'
import type { Scribe } from '../scribe.js'
import { glueArn, HOME, LAKE, object, roleArn, unlock } from './platform.js'

/** Mia signs in, looks around in the console and queries Athena. */
export function analysts(s: Scribe): void {
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
export function signIn(s: Scribe): void {
  s.file('us-east-1', '0920')
  s.at('09:11:50')
  const login = { LoginTo: 'https://console.aws.amazon.com/console/home', MobileVersion: 'No', MFAUsed: 'Yes' }
  const response = { ConsoleLogin: 'Success' }
  s.call(rootAtSignIn, 'signin', 'ConsoleLogin', null, { eventType: 'AwsConsoleSignIn', response, additional: login })
  s.glue(root, 'GetDatabases', null)
  s.glue(root, 'GetTables', { databaseName: 'marketing', maxResults: 100 })
  s.glue(root, 'GetResourcePolicy', null)
}
