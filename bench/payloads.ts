/**
 * Requests and responses of the twelve APIs, in proportions typical of a data lake's trail.
 *
 * @module
 */
import { HEX, type Random } from './random.js'

type Json = Readonly<Record<string, unknown>>

/** What distinguishes one call from another of the same caller. */
export interface Payload {
  readonly eventName: string
  readonly readOnly: boolean
  readonly requestParameters: Json
  readonly responseElements: Json | null
}

const ACCOUNT = '123456789012'

const WORDS = [
  'orders',
  'customers',
  'clicks',
  'sessions',
  'billing',
  'shipments',
  'refunds',
  'catalog',
  'web',
  'daily',
  'raw',
  'clean',
] as const

const TYPES = [
  'string',
  'bigint',
  'int',
  'double',
  'timestamp',
  'date',
  'decimal(18,2)',
  'array<string>',
  'struct<id:bigint,name:string>',
] as const

const COMMENTS = [undefined, undefined, 'primary key', 'customer "legal" name', 'montant payé en euros', 'see data/dictionary\\v2'] as const

/** The APIs and how often each comes. */
const SHARES = {
  GetTable: 18,
  GetTables: 10,
  GetPartitions: 14,
  BatchGetPartition: 6,
  GetDatabase: 12,
  CreateTable: 4,
  UpdateTable: 4,
  CreateConnection: 2,
  StartJobRun: 12,
  GetJobRun: 10,
  DeleteCrawler: 3,
  BatchCreatePartition: 5,
} as const

type Api = keyof typeof SHARES

/** The APIs that are measured. */
export const APIS = Object.keys(SHARES) as ReadonlyArray<Api>

/** An endless supply of calls. */
export function payloads(random: Random): () => Payload {
  const total = Object.values(SHARES).reduce((sum, share) => sum + share, 0)
  return () => {
    const eventName = drawn(random.int(total))
    const readOnly = /^(?:Batch)?Get/.test(eventName)
    return { eventName, readOnly, requestParameters: requestOf(eventName, random), responseElements: responseOf(eventName, random) }
  }
}

function drawn(ticket: number): Api {
  let left = ticket
  for (const api of APIS) {
    left -= SHARES[api]
    if (left < 0) return api
  }
  return 'GetTable'
}

function requestOf(api: Api, random: Random): Json {
  const { int, chance } = random
  const name = (): string => `${random.pick(WORDS)}_${random.pick(WORDS)}${chance(0.5) ? `_${int(40)}` : ''}`
  const values = (): ReadonlyArray<string> => ['2024', String(1 + int(12)), String(1 + int(28))]
  const table = { catalogId: ACCOUNT, databaseName: name(), tableName: name() }
  switch (api) {
    case 'GetTable':
      return { catalogId: ACCOUNT, databaseName: name(), name: name() }
    case 'GetTables':
      return { catalogId: ACCOUNT, databaseName: name(), expression: chance(0.5) ? `${name()}*` : undefined, maxResults: 100 }
    case 'GetPartitions':
      return {
        ...table,
        expression: chance(0.6) ? `(year='2024' AND month='${1 + int(12)}' AND day >= '${1 + int(28)}')` : undefined,
        segment: chance(0.5) ? { segmentNumber: int(4), totalSegments: 4 } : undefined,
        maxResults: 1000,
      }
    case 'BatchGetPartition':
      return { ...table, partitionsToGet: times(2 + int(9), () => ({ values: values() })) }
    case 'GetDatabase':
      return { catalogId: ACCOUNT, name: name() }
    case 'CreateTable':
      return { databaseName: name(), tableInput: tableInput(random, name(), 30) }
    case 'UpdateTable':
      return {
        catalogId: ACCOUNT,
        databaseName: name(),
        tableInput: tableInput(random, name(), 12 + int(10)),
        skipArchive: true,
        versionId: String(int(50)),
      }
    case 'CreateConnection':
      return {
        connectionInput: {
          name: name(),
          connectionType: 'JDBC',
          connectionProperties: chance(0.5) ? 'HIDDEN_DUE_TO_SECURITY_REASONS' : '*****',
          physicalConnectionRequirements: {
            subnetId: `subnet-0${random.string(HEX, 16)}`,
            securityGroupIdList: [`sg-0${random.string(HEX, 16)}`],
            availabilityZone: 'us-east-1a',
          },
          matchCriteria: [],
        },
      }
    case 'StartJobRun':
      return {
        jobName: name(),
        arguments: chance(0.2)
          ? 'HIDDEN_DUE_TO_SECURITY_REASONS'
          : {
              '--enable-metrics': 'true',
              '--TempDir': `s3://aws-glue-temporary-${ACCOUNT}/`,
              '--run_date': '2024-06-14',
              '--source': name(),
            },
        timeout: 2880,
        maxCapacity: 10.5,
        numberOfWorkers: 10,
        workerType: 'G.1X',
      }
    case 'GetJobRun':
      return { jobName: name(), runId: `jr_${random.string(HEX, 64)}`, predecessorsIncluded: false }
    case 'DeleteCrawler':
      return { name: name() }
    case 'BatchCreatePartition':
      return {
        ...table,
        partitionInputList: times(20, () => {
          const [year, month, day] = values()
          const location = `s3://datalake-prod/${name()}/year=${year}/month=${month}/day=${day}/`
          const storageDescriptor = storage(random, location, 1 + int(2))
          return { values: [year, month, day], storageDescriptor, parameters: { numRows: String(int(1_000_000)) } }
        }),
      }
  }
}

function responseOf(api: Api, random: Random): Json | null {
  switch (api) {
    case 'StartJobRun':
      return { jobRunId: `jr_${random.string(HEX, 64)}` }
    case 'CreateConnection':
      return { createConnectionStatus: 'READY' }
    case 'BatchCreatePartition':
      return { errors: [] }
    default:
      return null
  }
}

function tableInput(random: Random, name: string, columns: number): Json {
  return {
    name,
    description: random.chance(0.5) ? `created by ${name}` : undefined,
    owner: 'hadoop',
    retention: 0,
    storageDescriptor: storage(random, `s3://datalake-prod/${random.pick(WORDS)}/${name}/`, columns),
    partitionKeys: ['year', 'month', 'day'].map((key) => ({ name: key, type: 'int' })),
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      EXTERNAL: 'TRUE',
      classification: 'parquet',
      'parquet.compression': 'SNAPPY',
      transient_lastDdlTime: String(1_718_300_000 + random.int(100_000)),
    },
  }
}

function storage(random: Random, location: string, columns: number): Json {
  return {
    columns: times(columns, (i) => ({
      name: `${random.pick(WORDS)}_${random.pick(['id', 'ts', 'name', 'amt', 'flag'])}_${i}`,
      type: random.pick(TYPES),
      comment: random.pick(COMMENTS),
    })),
    location,
    inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    compressed: false,
    numberOfBuckets: -1,
    serdeInfo: {
      serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
      parameters: { 'serialization.format': '1' },
    },
    bucketColumns: [],
    sortColumns: [],
    parameters: { classification: 'parquet', compressionType: 'none', typeOfData: 'file' },
    storedAsSubDirectories: false,
  }
}

function times<A>(length: number, make: (i: number) => A): ReadonlyArray<A> {
  return Array.from({ length }, (_, i) => make(i))
}
