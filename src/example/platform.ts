/**
 * The data platform of the examples: one account, one region, and names for everything in them, all from a seed.
 * Examples of one seed share it, so the table that one of them creates is the table that another one reads.
 *
 * Accounts, addresses, keys and ids are those that AWS and the RFCs reserve for documentation, or contain `EXAMPLE`.
 *
 * @module
 */
import { type Chance, chance, seedOf } from './chance.js'

/** Names by kind of thing, the usual one first. */
export type Words = Readonly<Record<string, ReadonlyArray<string>>>

export interface Platform {
  readonly account: string
  readonly partition: string
  readonly region: string
  /** The domain of the region's services. */
  readonly domain: string
  readonly words: Words
}

const ACCOUNTS = ['111122223333', '123456789012', '444455556666', '777788889999', '210987654321', '555555555555']

const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-central-1',
  'eu-west-1',
  'eu-north-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'sa-east-1',
  'ca-central-1',
  'cn-north-1',
  'us-gov-west-1',
]

const COMPANIES = ['acme', 'anycompany', 'octank', 'example-corp']

/** Subjects of platforms: the database, its tables, and the columns of the first table. */
const SUBJECTS = [
  [
    'sales',
    'orders order_items customers',
    'order_id:bigint customer_id:bigint ordered_at:timestamp amount:decimal(12,2) currency:string status:string',
  ],
  [
    'finance',
    'ledger invoices payments',
    'booking_id:bigint account:string booked_at:timestamp amount:decimal(18,2) currency:string text:string',
  ],
  [
    'logistics',
    'shipments carriers depots',
    'shipment_id:bigint carrier:string sent_at:timestamp weight_kg:double country:string status:string',
  ],
  [
    'marketing',
    'campaigns clicks leads',
    'campaign_id:bigint channel:string started_at:timestamp budget:decimal(12,2) clicks:int name:string',
  ],
  ['telemetry', 'readings devices alarms', 'device_id:string sensor:string read_at:timestamp value:double unit:string quality:int'],
  ['support', 'tickets agents calls', 'ticket_id:bigint agent:string opened_at:timestamp minutes:int topic:string resolved:boolean'],
] as const

const HIVE = 'org.apache.hadoop.hive'

/** Formats of tables' files: name, input and output format, the library that reads them. */
const FORMATS = [
  [
    'parquet',
    `${HIVE}.ql.io.parquet.MapredParquetInputFormat`,
    `${HIVE}.ql.io.parquet.MapredParquetOutputFormat`,
    `${HIVE}.ql.io.parquet.serde.ParquetHiveSerDe`,
  ],
  ['orc', `${HIVE}.ql.io.orc.OrcInputFormat`, `${HIVE}.ql.io.orc.OrcOutputFormat`, `${HIVE}.ql.io.orc.OrcSerde`],
  ['json', 'org.apache.hadoop.mapred.TextInputFormat', `${HIVE}.ql.io.HiveIgnoreKeyTextOutputFormat`, 'org.openx.data.jsonserde.JsonSerDe'],
  ['csv', 'org.apache.hadoop.mapred.TextInputFormat', `${HIVE}.ql.io.HiveIgnoreKeyTextOutputFormat`, `${HIVE}.serde2.OpenCSVSerde`],
] as const

const PEOPLE = ['mia.berg', 'lars.holm', 'jonas.frank', 'ana.souza', 'wei.chen', 'noor.haddad']

/** Makes the platform of a seed. */
export function platformOf(seed: string | number): Platform {
  const draw = chance(seedOf('platform', seed))
  const account = draw.pick(ACCOUNTS)
  const region = draw.pick(REGIONS)
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { account, partition, region, domain, words: { ...placeWords(draw, account, partition, region, domain), ...dataWords(draw) } }
}

/** Makes the names of the platform's place and people. */
function placeWords(draw: Chance, account: string, partition: string, region: string, domain: string): Words {
  const company = draw.pick(COMPANIES)
  const others = ACCOUNTS.filter((other) => other !== account)
  return {
    account: [account],
    partner: [draw.pick(others)],
    partition: [partition],
    region: [region],
    domain: [domain],
    company: [company],
    bucket: [`${company}-lake-${region}`],
    connectionType: [`${company}-rest`],
    permissionSet: [draw.hex(16)],
    person: [draw.pick(PEOPLE), draw.pick(PEOPLE)],
    key: [`arn:${partition}:kms:${region}:${account}:key/${draw.uuid()}`],
    glue: [`arn:${partition}:glue:${region}:${account}`],
    iam: [`arn:${partition}:iam::${account}`],
    subnet: [`subnet-0${draw.hex(16)}`],
    securityGroup: [`sg-0${draw.hex(16)}`, `sg-0${draw.hex(16)}`],
    vpc: [`vpc-0${draw.hex(16)}`],
    vpcEndpoint: [`vpce-0${draw.hex(16)}`],
  }
}

/** Makes the names of data and of what works on it. */
function dataWords(draw: Chance): Words {
  const [database, tableList, columnList] = draw.pick(SUBJECTS)
  const [format, inputFormat, outputFormat, serde] = draw.pick(FORMATS)
  const tables = tableList.split(' ')
  const columns = columnList.split(' ').map((column) => column.split(':'))
  const system = draw.pick(['erp', 'crm', 'shop', 'warehouse'])
  const engine = draw.pick(['postgresql', 'mysql', 'sqlserver'])
  const each = (name: (table: string) => string): ReadonlyArray<string> => tables.map(name)
  return {
    database: [database, `${database}_raw`],
    table: tables,
    tableVersion: ['7', '6', '5'],
    column: columns.map(([name = '']) => name),
    columnType: columns.map(([, type = '']) => type),
    format: [format],
    inputFormat: [inputFormat],
    outputFormat: [outputFormat],
    serde: [serde],
    team: [database],
    environment: [draw.pick(['production', 'staging', 'development'])],
    system: [system],
    engine: [engine],
    catalog: [`${database}_catalog`],
    job: each((table) => `${table.replace('_', '-')}-curate`),
    crawler: each((table) => `raw-${table.replace('_', '-')}`),
    trigger: each((table) => `${table.replace('_', '-')}-nightly`),
    workflow: [`${database}-daily`, `${database}-weekly`],
    blueprint: [`${database}-ingest`, `${database}-export`],
    connection: [`${system}-${engine}`, `${system}-replica`],
    classifier: [`${database}-lines`],
    devEndpoint: [`${database}-dev`, `${database}-notebooks`],
    registry: [`${database}-events`],
    schema: each((table) => `${table}-value`),
    session: [`${database}-${draw.hex(8)}`],
    usageProfile: [`${database}-analysts`],
    userDefinedFunction: [`${database}_mask`],
    ruleset: each((table) => `${table.replace('_', '-')}-quality`),
    evaluationConfig: each((table) => `${table.replace('_', '-')}-checks`),
    securityConfiguration: [`${database}-kms`],
    transform: [`tfm-${draw.hex(40)}`],
    integration: [draw.uuid()],
    integrationName: [`${system}-to-lake`],
    resourceType: ['database'],
    resource: [database],
    customEntityType: ['EMPLOYEE_NUMBER', 'CUSTOMER_NUMBER'],
    index: [`by_${columns[0]?.[0] ?? 'id'}`],
    partitionKey: ['dt'],
    asset: [`ast-${draw.hex(16)}`],
    glossary: [`gls-${draw.hex(16)}`],
    glossaryTerm: [`trm-${draw.hex(16)}`, `trm-${draw.hex(16)}`],
    run: [`jr_${draw.hex(64)}`, `jr_${draw.hex(64)}`],
    workflowRun: [`wr_${draw.hex(64)}`],
    statistic: [draw.hex(32)],
    profile: [draw.hex(32)],
  }
}
