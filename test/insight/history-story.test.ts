/**
 * A table's life in 40 records: made by Terraform, altered by a job, committed to by Iceberg, updated by a request
 * padded until CloudTrail omits it, a drop that is denied, the drop. The history is the one a person would write.
 */
import { historyOf, sortByTime, type TableEvent } from 'glue-trail'
import { expect, it } from 'vitest'

const ACCOUNT = '123456789012'

const role = (name: string, session: string): object => ({
  type: 'AssumedRole',
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/${session}`,
  accountId: ACCOUNT,
  sessionContext: { sessionIssuer: { type: 'Role', userName: name, arn: `arn:aws:iam::${ACCOUNT}:role/${name}` } },
})

const deploy = {
  userIdentity: role('deploy', 'ci-4711'),
  userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.9.2 (+https://www.terraform.io) aws-sdk-go-v2/1.36.3',
}
const job = { userIdentity: role('etl', 'GlueJobRunnerSession'), userAgent: 'aws-sdk-java/2.25.11' }
const person = (userName: string): object => ({
  userIdentity: { type: 'IAMUser', userName, accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/${userName}` },
  userAgent: 'aws-cli/2.17.32',
})

let count = 0

const call = (eventTime: string, eventName: string, by: object, requestParameters: unknown, rest: object = {}): object => ({
  eventVersion: '1.11',
  eventSource: 'glue.amazonaws.com',
  eventName,
  eventTime,
  awsRegion: 'eu-central-1',
  recipientAccountId: ACCOUNT,
  eventID: `e${String(++count).padStart(2, '0')}`,
  ...by,
  requestParameters,
  responseElements: null,
  ...rest,
})

const field = (id: number, name: string, type: string): object => ({
  name,
  type,
  parameters: { 'iceberg.field.id': String(id), 'iceberg.field.current': 'true' },
})

const FIELDS = [field(1, 'id', 'bigint'), field(2, 'amount', 'int')]

const input = (commit: number, columns: ReadonlyArray<object>, parameters: object = {}, storage: object = {}): object => ({
  databaseName: 'sales',
  tableInput: {
    name: 'orders',
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      table_type: 'ICEBERG',
      metadata_location: `s3://lake/orders/metadata/${commit}.json`,
      ...(commit > 1 ? { previous_metadata_location: `s3://lake/orders/metadata/${commit - 1}.json` } : {}),
      ...parameters,
    },
    storageDescriptor: { location: 's3://lake/orders', columns, ...storage },
  },
  skipArchive: true,
})

const day = (d: number, time: string): string => `2024-05-${String(d).padStart(2, '0')}T${time}Z`

const commits = (from: number, to: number, on: number, columns: ReadonlyArray<object>, parameters?: object): ReadonlyArray<object> =>
  Array.from({ length: to - from + 1 }, (_, i) => call(day(on + i, '02:15:00'), 'UpdateTable', job, input(from + i, columns, parameters)))

const WIDER = [FIELDS[0] ?? {}, field(2, 'amount', 'bigint'), field(3, 'note', 'string')]
const RENAMED = [FIELDS[0] ?? {}, field(2, 'amount_cents', 'bigint'), field(3, 'note', 'string')]
const OWNED = { owner: 'finance' }

const padded = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
const denied = `User: arn:aws:iam::${ACCOUNT}:user/intern is not authorized to perform: glue:DeleteTable on resource: arn:aws:glue:eu-central-1:${ACCOUNT}:table/sales/orders because no identity-based policy allows the glue:DeleteTable action`

const LIFE: ReadonlyArray<object> = [
  call(day(1, '09:00:00'), 'CreateTable', deploy, {
    ...input(1, FIELDS),
    openTableFormatInput: { icebergInput: { metadataOperation: 'CREATE', version: '2' } },
  }),
  ...commits(2, 9, 2, FIELDS),
  call(day(10, '10:00:00'), 'UpdateTable', job, input(10, WIDER)),
  call(day(10, '10:00:30'), 'UpdateTable', job, input(11, RENAMED), {
    errorCode: 'ConcurrentModificationException',
    errorMessage: 'Update table failed due to concurrent modifications.',
  }),
  call(day(10, '10:01:00'), 'UpdateTable', job, input(11, RENAMED)),
  ...commits(12, 20, 11, RENAMED),
  call(day(20, '08:30:00'), 'UpdateTable', deploy, input(20, RENAMED, OWNED)),
  ...commits(21, 24, 21, RENAMED, OWNED),
  call(day(25, '03:12:45'), 'UpdateTable', person('mallory'), padded),
  ...commits(26, 28, 26, RENAMED, OWNED),
  call(day(28, '11:00:00'), 'CreatePartitionIndex', person('johndoe'), {
    databaseName: 'sales',
    tableName: 'orders',
    partitionIndex: { indexName: 'by_day', keys: ['day'] },
  }),
  call(day(28, '12:00:00'), 'UpdateTable', person('johndoe'), input(28, RENAMED, OWNED, { location: 's3://archive/orders' })),
  call(day(29, '14:00:00'), 'DeleteTable', person('intern'), null, { errorCode: 'AccessDenied', errorMessage: denied }),
  call(
    day(30, '16:45:00'),
    'BatchDeleteTable',
    deploy,
    { databaseName: 'sales', tablesToDelete: ['customers', 'orders'] },
    { responseElements: { errors: [] } },
  ),
  // Not of this table, or no change.
  call(day(3, '12:00:00'), 'GetTable', person('johndoe'), { databaseName: 'sales', name: 'orders' }),
  call(day(4, '12:00:00'), 'UpdateTable', job, { databaseName: 'sales', tableInput: { name: 'customers' } }),
  call(day(5, '12:00:00'), 'UpdateTable', job, { databaseName: 'stage', tableInput: { name: 'orders' } }),
  call(day(6, '12:00:00'), 'UpdateColumnStatisticsForTable', job, { databaseName: 'sales', tableName: 'orders' }),
  call(day(7, '02:00:00'), 'StartJobRun', person('johndoe'), { jobName: 'orders' }),
  { ...call(day(7, '12:00:00'), 'GetObject', job, { key: 'orders' }), eventSource: 's3.amazonaws.com' },
]

/** A line as a person would write it; runs of commits in one. */
function lineOf(event: TableEvent): string {
  const { time, actor, via, kind, outcome, change, certain, before, why } = event
  const who = actor.name ?? `${actor.role}/${actor.session}`
  const names = (list: ReadonlyArray<{ readonly name: string }>, sign: string): ReadonlyArray<string> => list.map(({ name }) => sign + name)
  const columns = change?.columns
  const details = [
    ...names(columns?.added ?? [], '+'),
    ...names(columns?.dropped ?? [], '-'),
    ...(columns?.renamed ?? []).map(({ from, to }) => `${from} is now ${to}`),
    ...(columns?.retyped ?? []).map(({ name, from, to }) => `${name} ${from} to ${to}`),
    ...(change?.location === undefined ? [] : [`${change.location.from} to ${change.location.to}`]),
    ...(kind === 'PARAMETERS' ? (change?.parameters ?? []) : []).map(({ name, from, to }) => `${name} ${from ?? 'nothing'} to ${to}`),
  ]
  const notes = [
    outcome.kind === 'FAILED' ? `failed: ${outcome.code}` : '',
    certain ? '' : 'perhaps',
    why ?? '',
    before === 'DEFINITION' ? '' : before,
  ]
  return [time?.toISOString().slice(5, 16), who, `(${via.kind})`, kind, details.join(', '), ...notes]
    .filter((content) => content !== '')
    .join(' ')
}

it('is 40 records long', () => {
  expect(LIFE).toHaveLength(40)
})

it('reads as a person would write it', () => {
  expect(historyOf(LIFE, 'sales.orders').map(lineOf)).toEqual([
    '05-01T09:00 deploy/ci-4711 (TERRAFORM) CREATED NOTHING',
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((d) => `05-0${d}T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT`),
    '05-10T10:00 etl/GlueJobRunnerSession (GLUE_JOB) SCHEMA +note, amount int to bigint',
    '05-10T10:00 etl/GlueJobRunnerSession (GLUE_JOB) FAILED amount is now amount_cents failed: ConcurrentModificationException',
    '05-10T10:01 etl/GlueJobRunnerSession (GLUE_JOB) SCHEMA amount is now amount_cents',
    ...[11, 12, 13, 14, 15, 16, 17, 18, 19].map((d) => `05-${d}T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT`),
    '05-20T08:30 deploy/ci-4711 (TERRAFORM) PARAMETERS owner nothing to finance',
    ...[21, 22, 23, 24].map((d) => `05-${d}T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT`),
    '05-25T03:12 mallory (CLI) UNKNOWN perhaps OMITTED',
    '05-26T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT OUTDATED',
    '05-27T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT',
    '05-28T02:15 etl/GlueJobRunnerSession (GLUE_JOB) DATA_COMMIT',
    '05-28T11:00 johndoe (CLI) PARTITIONS',
    '05-28T12:00 johndoe (CLI) LOCATION s3://lake/orders to s3://archive/orders',
    '05-29T14:00 intern (CLI) DENIED',
    '05-30T16:45 deploy/ci-4711 (TERRAFORM) DROPPED',
  ])
})

it('is the same whatever the order of the records, delivered twice or not, and by its ARN', () => {
  const story = historyOf(LIFE, 'sales.orders')
  const arn = `arn:aws:glue:eu-central-1:${ACCOUNT}:table/sales/orders`
  expect(historyOf([...LIFE].reverse(), 'sales.orders')).toEqual(story)
  expect(historyOf(sortByTime(LIFE), 'sales.orders')).toEqual(story)
  expect(historyOf([...LIFE, ...structuredClone(LIFE)], 'sales.orders')).toEqual(story)
  expect(historyOf(LIFE, arn)).toEqual(story)
  expect(story.filter(({ certain }) => certain).map(({ table }) => table)).toEqual(Array.from({ length: 33 }, () => arn))
})
