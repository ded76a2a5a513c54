/**
 * How calls fail: denied, or refused because of their request.
 *
 * @module
 */
import { API_FACTS, RESOURCE_TYPES } from '../generated/describe/apis.js'
import type { UserIdentity } from '../generated/record/identity.js'
import { fill, type Source } from './fill.js'

/** The members of a failed call's record. */
export interface Failure {
  readonly errorCode: string
  readonly errorMessage: string
  readonly additionalEventData?: object
}

/** Why access is denied: the end of the message. */
const CAUSES = [
  'because no identity-based policy allows the * action',
  'because no identity-based policy allows the * action',
  'because no resource-based policy allows the * action',
  'because no permissions boundary allows the * action',
  'because no session policy allows the * action',
  'with an explicit deny in an identity-based policy',
  'with an explicit deny in a service control policy',
]

const PLACE = /\{([A-Z])(\w*?)(?:Name|Id)?\}/g

/** Returns the ARN of an API's resource as IAM names it in a message; `*` if the action has no resources. */
function resourceOf(api: string, source: Source): string {
  const types =
    API_FACTS.find((facts) => facts.startsWith(`${api} `))
      ?.split(' ')
      .slice(2) ?? []
  const required = types.filter((type) => type.endsWith('!'))
  if (required.length === 0) return '*'
  const type = source.draw.pick(required).slice(0, -1)
  const arn = RESOURCE_TYPES.find((facts) => facts.startsWith(`${type} `))?.slice(type.length + 1) ?? '*'
  return fill(
    arn.replace(PLACE, (_, first: string, rest: string) => `{${first.toLowerCase()}${rest}}`),
    source,
  )
}

/** What Lake Formation requires for calls of the catalog, and on what: a table, a database, or the catalog. */
const PERMISSIONS: Readonly<Record<string, readonly [permission: string, on: string]>> = {
  BatchCreatePartition: ['Insert', '{table}'],
  CreateDatabase: ['Create Database', 'Catalog'],
  CreatePartition: ['Insert', '{table}'],
  CreateTable: ['Create Table', '{database}'],
  DeleteDatabase: ['Drop', '{database}'],
  DeleteTable: ['Drop', '{table}'],
  GetDatabase: ['Describe', '{database}'],
  GetPartition: ['Select', '{table}'],
  GetPartitions: ['Select', '{table}'],
  GetTable: ['Describe', '{table}'],
  GetTables: ['Describe', '{database}'],
  UpdateTable: ['Alter', '{table}'],
}

/** Makes the failure of a call that Lake Formation refused, or returns `undefined` for calls it does not decide. */
export function refusalOf(api: string, source: Source): Failure | undefined {
  const [permission, on = ''] = (Object.hasOwn(PERMISSIONS, api) ? PERMISSIONS[api] : undefined) ?? []
  if (permission === undefined) return undefined
  return {
    errorCode: 'AccessDeniedException',
    errorMessage: fill(`Insufficient Lake Formation permission(s): Required ${permission} on ${on}`, source),
    ...(on === '{table}' && { additionalEventData: { insufficientLakeFormationPermissions: [fill('{database}:{table}', source)] } }),
  }
}

/**
 * Makes the failure of a denied call: both payloads are null, and the message names the caller, the action and the
 * resource.
 */
export function drawDenial(api: string, identity: UserIdentity, source: Source): Failure {
  const user = identity.arn ?? identity.principalId ?? identity.invokedBy ?? identity.accountId
  const cause = source.draw.pick(CAUSES).replace('*', `glue:${api}`)
  return {
    errorCode: 'AccessDenied',
    errorMessage: `User: ${user} is not authorized to perform: glue:${api} on resource: ${resourceOf(api, source)} ${cause}`,
  }
}

/** Failures of calls that come too soon, by API. Any call can be throttled. */
const THROTTLED =
  /^(?:BatchGet|List|Search|Describe|Query|Get(?:Catalogs|Classifiers|ColumnStatisticsTaskRuns|Connections|CrawlerMetrics|Crawlers|Databases|DevEndpoints|Jobs|MLTransforms|ResourcePolicies|SecurityConfigurations|Triggers)$)/

const ALSO_THROTTLED =
  'BatchDeleteConnection BatchStopJobRun CheckSchemaVersionValidity CreateScript DeleteAsset DeleteAssetType DeleteBlueprint DeleteFormType ' +
  'DeleteGlossary DeleteGlossaryTerm DeleteJob DeleteTrigger DeleteUsageProfile DeleteWorkflow GetCatalogImportStatus ' +
  'GetDataCatalogEncryptionSettings GetDataflowGraph GetPlan ImportCatalogToGlue PublishDataQualityResultV2 ' +
  'PutDataCatalogEncryptionSettings PutDataCatalogExportConfiguration PutFormType RegisterConnectionType ' +
  'StartDataQualityRuleRecommendationRun'

/** Failures with a message of their own. */
const PARTICULAR: Readonly<Record<string, readonly [code: string, message: string]>> = {
  StartCrawler: ['CrawlerRunningException', 'Crawler with name {crawler} has already started'],
  StopCrawler: ['CrawlerNotRunningException', 'Crawler with name {crawler} is not running'],
  StartCrawlerSchedule: ['SchedulerRunningException', 'Scheduler for crawler {crawler} is already running'],
  StopCrawlerSchedule: ['SchedulerNotRunningException', 'Scheduler for crawler {crawler} is not running'],
  StartJobRun: ['ConcurrentRunsExceededException', 'Concurrent runs exceeded for {job}'],
  StartWorkflowRun: ['ConcurrentRunsExceededException', 'Concurrent runs exceeded for workflow {workflow}'],
  UpdateTable: ['ConcurrentModificationException', 'Update table failed due to concurrent modifications.'],
  DeleteSession: ['IllegalSessionStateException', 'Session {session} is in PROVISIONING status'],
  StopSession: ['IllegalSessionStateException', 'Session {session} is in STOPPED status'],
  StopMaterializedViewRefreshTaskRun: ['MaterializedViewRefreshTaskNotRunningException', 'No refresh of {table} is running'],
}

const CREATES = /^Create(?!Integration)(\w+)$/

/** What is reported missing, by a word in the API's name. */
const MISSING: ReadonlyArray<readonly [word: RegExp, message: string]> = [
  [/Database|^GetTables$|UserDefinedFunction/, 'Database {database} not found.'],
  [/Partition(?!s|Index)/, 'Cannot find partition.'],
  [/Table|Partition|ColumnStatistics/, 'Table {table} not found.'],
  [/Crawler|Crawls/, 'Crawler entry with name {crawler} does not exist'],
  [/Connection(?!Type)/, 'Connection {connection} not found.'],
  [/Job/, 'Job {job} not found.'],
]

/** Makes the failure of a call because of its request, which is logged. */
export function drawFailure(api: string, source: Source): Failure {
  const particular = Object.hasOwn(PARTICULAR, api) ? PARTICULAR[api] : undefined
  const [errorCode, message] = particular ?? commonFailure(api)
  return { errorCode, errorMessage: fill(message, source) }
}

function commonFailure(api: string): readonly [code: string, message: string] {
  if (THROTTLED.test(api) || ALSO_THROTTLED.split(' ').includes(api)) return ['ThrottlingException', 'Rate exceeded']
  const created = CREATES.exec(api)?.[1]
  if (created !== undefined) return ['AlreadyExistsException', `${created} already exists.`]
  return ['EntityNotFoundException', MISSING.find(([word]) => word.test(api))?.[1] ?? 'Entity Not Found']
}
