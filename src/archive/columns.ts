/**
 * The columns of a record's row: one list for CSV, Parquet, the tables of engines and their documentation. It is
 * stable: a column keeps its name, type and position, and new columns follow the others.
 *
 * @module
 */
import { formatIssues } from '../codec/issue.js'
import { memberOf } from '../event/member-of.js'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { accountOf } from '../insight/account.js'
import { parseBoolean } from '../insight/boolean.js'
import type { GlueResource } from '../insight/glue-resource.js'
import { whyMissing } from '../insight/missing.js'
import { stringAt } from '../insight/string-at.js'
import { textOf } from '../source/json.js'
import type { Answers } from './answers.js'
import type { ArchiveColumn, CellTypes, ColumnType, RowResource } from './column.js'
import { marksOf } from './marks.js'
import type { Payload } from './payload.js'

/** A column and the source of its cells: a string member of the record, or a function. */
type Computed<T extends ColumnType = ColumnType> = {
  readonly [K in T]: Omit<ArchiveColumn, 'type'> & {
    readonly type: K
    readonly from: string | ((answers: Answers) => CellTypes[K] | null | undefined)
  }
}[T]

/** All columns, in their order. */
export const COMPUTED = [
  {
    name: 'event_time',
    type: 'time',
    meaning: 'Time of the call: `eventTime`; of an aggregated record the start of its window.',
    from: ({ record }) => stringAt(record, 'eventTime') ?? stringAt(record, 'timeWindow', 'windowStart'),
  },
  { name: 'event_id', type: 'string', meaning: '`eventID`; records delivered twice have the same.', from: 'eventID' },
  { name: 'event_source', type: 'string', meaning: 'The service: `eventSource`, such as `glue.amazonaws.com`.', from: 'eventSource' },
  { name: 'event_name', type: 'string', meaning: 'The API: `eventName`, such as `UpdateTable`.', from: 'eventName' },
  {
    name: 'read_only',
    type: 'boolean',
    meaning: '`readOnly`, a boolean or its text.',
    from: ({ record }) => parseBoolean(memberOf(record, 'readOnly')),
  },
  {
    name: 'outcome',
    type: 'string',
    meaning: '`SUCCEEDED`, `PARTIAL`, `FAILED` or `DENIED`, as `outcomeOf` returns it.',
    from: ({ outcome }) => outcome?.kind,
  },
  { name: 'error_code', type: 'string', meaning: '`errorCode`.', from: 'errorCode' },
  { name: 'error_message', type: 'string', meaning: '`errorMessage`; it names callers and resources.', from: 'errorMessage' },
  {
    name: 'actor_kind',
    type: 'string',
    meaning: 'Kind of caller: `USER`, `ROLE`, `SERVICE` and so on, as `actorOf` returns it.',
    from: ({ actor }) => actor.kind,
  },
  {
    name: 'actor_name',
    type: 'string',
    meaning: 'Name of a user, `root`, or host name of a service.',
    from: ({ actor }) => actor.name,
  },
  { name: 'actor_role', type: 'string', meaning: 'Name of the role, without its path.', from: ({ actor }) => actor.role },
  {
    name: 'actor_session',
    type: 'string',
    meaning: 'Name of the session: often a person or a program.',
    from: ({ actor }) => actor.session,
  },
  { name: 'actor_arn', type: 'string', meaning: 'ARN of the caller; for a role, the ARN of the session.', from: ({ actor }) => actor.arn },
  { name: 'actor_account_id', type: 'string', meaning: 'Account of the caller.', from: ({ actor }) => actor.accountId },
  {
    name: 'resources',
    type: 'resources',
    meaning:
      'What the call acted on, as `resourcesOf` returns it. In CSV the ARNs, or the names of resources without one, separated by semicolons; an outcome that is not that of the call follows after a space, such as `FAILED`.',
    from: ({ resources }) => resources.resources.map(rowResource),
  },
  {
    name: 'resources_complete',
    type: 'boolean',
    meaning: 'Whether these are all resources that the call named.',
    from: ({ resources }) => resources.complete,
  },
  {
    name: 'source_ip_address',
    type: 'string',
    meaning: '`sourceIPAddress`: an address, or the host name of a service.',
    from: 'sourceIPAddress',
  },
  { name: 'user_agent', type: 'string', meaning: '`userAgent`.', from: 'userAgent' },
  {
    name: 'account_id',
    type: 'string',
    meaning: 'Account whose log has the record, as `accountOf` returns it.',
    from: ({ record }) => accountOf(record),
  },
  { name: 'region', type: 'string', meaning: '`awsRegion`.', from: 'awsRegion' },
  {
    name: 'match',
    type: 'string',
    meaning: '`yes`, or `unknown` where the filter cannot decide.',
    from: ({ match }) => match.toLowerCase(),
  },
  {
    name: 'marks',
    type: 'string',
    meaning: '`nonconforming`, `omitted`, `exposed`, `redacted`: what limits the other columns, separated by spaces.',
    from: (answers) => marksOf(answers, answers.sensitive).join(' '),
  },
  {
    name: 'issues',
    type: 'string',
    meaning: 'Where the record does not match the model, separated by semicolons; never a value. At most 64 KiB.',
    from: ({ issues }) => formatIssues(issues).join('; '),
  },
  {
    name: 'file',
    type: 'string',
    meaning: 'File of the record: its path, or `s3://bucket/key`.',
    from: ({ file, object }) => file ?? (object && `s3://${object.bucket}/${object.key}`),
  },
  { name: 'index', type: 'integer', meaning: 'Position of the record in that file, from 0.', from: ({ index }) => index },
  {
    name: 'shared_event_id',
    type: 'string',
    meaning: '`sharedEventID`: the records of one call in the logs of two accounts have the same.',
    from: 'sharedEventID',
  },
  { name: 'request_id', type: 'string', meaning: '`requestID`.', from: 'requestID' },
  { name: 'event_type', type: 'string', meaning: '`eventType`, such as `AwsApiCall`.', from: 'eventType' },
  { name: 'event_category', type: 'string', meaning: '`eventCategory`: `Management`, `Data`, `Insight` and so on.', from: 'eventCategory' },
  {
    name: 'access',
    type: 'string',
    meaning: "IAM's access level of a Glue API: `Read`, `List`, `Write`, `Tagging`, `Permissions management`.",
    from: ({ record }) =>
      stringAt(record, 'eventSource') === GLUE_SOURCE ? accessLevelOf(stringAt(record, 'eventName') ?? '') : undefined,
  },
  {
    name: 'actor_issuer_arn',
    type: 'string',
    meaning: 'ARN of the issuer of the session; for a role its own ARN, with its path.',
    from: ({ actor }) => actor.issuerArn,
  },
  {
    name: 'actor_invoked_by',
    type: 'string',
    meaning: 'Host name of the AWS service that sent the request.',
    from: ({ actor }) => actor.invokedBy,
  },
  {
    name: 'actor_source_identity',
    type: 'string',
    meaning: 'Source identity: the name set when the first role was assumed.',
    from: ({ actor }) => actor.sourceIdentity,
  },
  { name: 'vpc_endpoint_id', type: 'string', meaning: '`vpcEndpointId`.', from: 'vpcEndpointId' },
  { name: 'recipient_account_id', type: 'string', meaning: '`recipientAccountId`, where the record has it.', from: 'recipientAccountId' },
  {
    name: 'database_name',
    type: 'string',
    meaning: 'Database of the first resource that is a database or is in one.',
    from: ({ resources }) => resources.resources.map(databaseOf).find((name) => name !== undefined),
  },
  {
    name: 'table_name',
    type: 'string',
    meaning: 'Name of the first resource that is a table.',
    from: ({ resources }) => resources.resources.find(({ type }) => type === 'table')?.name,
  },
  {
    name: 'request_parameters',
    type: 'json',
    meaning: '`requestParameters`, as the record has it.',
    from: (answers) => payloadJson(answers, 'requestParameters'),
  },
  {
    name: 'response_elements',
    type: 'json',
    meaning: '`responseElements`, as the record has it.',
    from: (answers) => payloadJson(answers, 'responseElements'),
  },
  {
    name: 'additional_event_data',
    type: 'json',
    meaning: '`additionalEventData`, as the record has it.',
    from: (answers) => payloadJson(answers, 'additionalEventData'),
  },
  {
    name: 'request_state',
    type: 'string',
    meaning: 'Whether `requestParameters` are present: `PRESENT`, or why not, as `whyMissing` returns it.',
    from: ({ record }) => payloadState(record, 'requestParameters'),
  },
  {
    name: 'response_state',
    type: 'string',
    meaning: 'The same of `responseElements`.',
    from: ({ record }) => payloadState(record, 'responseElements'),
  },
  {
    name: 'exposed_count',
    type: 'integer',
    meaning: 'How many secrets `sensitiveIn` finds.',
    from: ({ sensitive }) => sensitive.reduce((sum, { exposures }) => sum + exposures.length, 0),
  },
  {
    name: 'bucket',
    type: 'string',
    meaning: 'Bucket of the S3 object that has the record.',
    from: ({ object }) => object?.bucket,
  },
  { name: 'object_key', type: 'string', meaning: 'Key of that object.', from: ({ object }) => object?.key },
  { name: 'object_version', type: 'string', meaning: 'Version of that object.', from: ({ object }) => object?.version },
  { name: 'record_sha256', type: 'string', meaning: "SHA-256 of the record's bytes, in hexadecimal.", from: ({ sha256 }) => sha256 },
  {
    name: 'raw',
    type: 'json',
    meaning: 'The record, exactly as in its file; in CSV on one line.',
    from: ({ raw }) => raw(),
  },
  {
    name: 'actor_on_behalf_of',
    type: 'string',
    meaning: 'The user id in IAM Identity Center of the person for whom a service called.',
    from: ({ actor }) => actor.onBehalfOf?.userId,
  },
  {
    name: 'integrity',
    type: 'string',
    meaning: 'What digests say of the file, with `--verify`: `VERIFIED`, `INVALID` and so on.',
    from: ({ integrity }) => integrity,
  },
] as const satisfies ReadonlyArray<Computed>

/**
 * The columns of a row, in their order. A column keeps its name, type and position in all later versions; new columns
 * follow the others. `docs/reference/columns.md` is this list as a page.
 *
 * @example
 * import { COLUMNS } from 'glue-trail/archive'
 *
 * assert.deepStrictEqual(COLUMNS.slice(0, 3).map(({ name, type }) => [name, type]), [
 *   ['event_time', 'time'], ['event_id', 'string'], ['event_source', 'string'],
 * ])
 *
 * @category archive
 * @since 0.1.0
 */
export const COLUMNS: ReadonlyArray<ArchiveColumn> = /* @__PURE__ */ COMPUTED.map(({ name, type, meaning }) => ({ name, type, meaning }))

/**
 * Returns a payload as it stands in its record. Where it is most of a record in ASCII, it is a slice of the record's
 * string, which takes no memory of its own. A slice of less would keep the whole string alive.
 */
function payloadJson({ payloads, bytes, raw }: Answers, name: Payload): string | undefined {
  const payload = payloads[name]
  if (payload === undefined) return undefined
  const start = payload.byteOffset - bytes.byteOffset
  const isPart = 2 * payload.length > bytes.length && raw().length === bytes.length
  return isPart ? raw().slice(start, start + payload.length) : textOf(payload, 0, payload.length)
}

const rowResource = ({ type, name, within, arn, accountId, region, outcome }: GlueResource): RowResource => ({
  type,
  name: name ?? null,
  within: within?.join('.') ?? null,
  arn: arn ?? null,
  account_id: accountId ?? null,
  region: region ?? null,
  outcome,
})

/** Types of resources in a database, whose name is the outermost. */
const IN_DATABASE: ReadonlyArray<string> = ['table', 'userDefinedFunction']

const databaseOf = ({ type, name, within }: GlueResource): string | undefined =>
  type === 'database' ? name : IN_DATABASE.includes(type) ? within?.[0] : undefined

const payloadState = (record: unknown, payload: string): string =>
  whyMissing(record, [payload])?.kind ?? (memberOf(record, payload) == null ? 'ABSENT' : 'PRESENT')
