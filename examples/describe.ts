/**
 * Describes a record in a few words: who called, what the call was about, its outcome, from where.
 *
 * Every record is at least a `NonconformingRecord`, which promises the names of members but not their types.
 */
import { actorOf, InsightRecord, isFailed, isOmitted, matchEvent, matchRecord, memberOf, type NonconformingRecord } from 'glue-trail'
import { whoOf as nameOf, withoutDomain } from '../src/cli/who.js'

const UNKNOWN = '-'

/** Members of a nonconforming record are `unknown`: they may be anything. */
const nonEmpty = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** For a session both role and session: one without the other does not say who it was. */
export function whoOf(record: NonconformingRecord): string {
  return InsightRecord.is(record) ? 'CloudTrail' : nameOf(actorOf(record)) || UNKNOWN
}

/** The table, job, crawler or connection. Where the record matches its model, the compiler knows every member. */
export function whatOf(record: NonconformingRecord): string {
  if (isOmitted(record.requestParameters)) return '(too large to log)'
  const found = matchRecord<string | undefined>(record, {
    event: (event) =>
      matchEvent(
        event,
        {
          CreateDatabase: (e) => e.requestParameters?.databaseInput?.name ?? undefined,
          CreateTable: (e) => inDatabase(e.requestParameters?.databaseName, e.requestParameters?.tableInput?.name),
          UpdateTable: (e) => inDatabase(e.requestParameters?.databaseName, e.requestParameters?.tableInput?.name),
          CreateConnection: (e) => e.requestParameters?.connectionInput?.name ?? undefined,
          StartDataQualityRulesetEvaluationRun: (e) => {
            const table = e.requestParameters?.dataSource?.glueTable
            return inDatabase(table?.databaseName, table?.tableName)
          },
          GetTags: (e) => e.requestParameters?.resourceArn?.split(':').at(-1),
          SearchTables: (e) => (e.requestParameters?.searchText == null ? undefined : `"${e.requestParameters.searchText}"`),
        },
        (e) => named(e.requestParameters),
      ),
    nonconforming: (r) => named(r.requestParameters),
    unmodelled: (e) => named(e.requestParameters),
    otherService: (e) => named(e.requestParameters),
    insight: (r) => r.insightDetails?.eventName ?? undefined,
    aggregated: () => undefined,
  })
  return found ?? deniedResource(record) ?? UNKNOWN
}

export function outcomeOf(record: NonconformingRecord): string {
  if (InsightRecord.is(record)) return UNKNOWN
  return isFailed(record) ? (nonEmpty(record.errorCode)?.replace(/Exception$/, '') ?? 'failed') : 'ok'
}

export function sourceOf(record: NonconformingRecord): string {
  return withoutDomain(nonEmpty(record.sourceIPAddress) ?? UNKNOWN)
}

const inDatabase = (database: string | null | undefined, name: string | null | undefined): string | undefined =>
  [database, name].filter((part) => part != null).join('.') || undefined

const NAMES = ['name', 'tableName', 'jobName', 'crawlerName', 'notebookName', 'key', 'roleArn']

/** Members that mean a name nearly everywhere, read without knowing the payload's type. */
function named(payload: unknown): string | undefined {
  const name = NAMES.map((member) => nonEmpty(memberOf(payload, member))).find((value) => value !== undefined)
  return inDatabase(nonEmpty(memberOf(payload, 'databaseName')) ?? nonEmpty(memberOf(payload, 'bucketName')), name)
}

/** A denied call has no parameters, but IAM's message names the resource, and Lake Formation the table. */
function deniedResource(record: NonconformingRecord): string | undefined {
  const [, resource] = / on resource: arn:[^:\s]*:[^:\s]*:[^:\s]*:[^:\s]*:(\S+)/.exec(nonEmpty(record.errorMessage) ?? '') ?? []
  const lacking = memberOf(record.additionalEventData, 'insufficientLakeFormationPermissions')
  return resource ?? (Array.isArray(lacking) ? nonEmpty(lacking[0]) : undefined)
}
