/**
 * What Lake Formation writes into records: on Glue's, by whose permissions it decided; on its own `GetDataAccess`, who
 * was given data of which table.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { memberOf } from '../event/member-of.js'
import { isGlueRecord } from '../event/name-guards.js'
import { isOmitted } from '../event/omitted.js'
import { total } from '../event/total.js'
import { parseBoolean } from './boolean.js'
import { readGlueArn } from './glue-arn.js'
import { isFailed } from './outcome.js'
import { present } from './present.js'
import { stringAt } from './string-at.js'

/**
 * A table or database that Lake Formation names.
 *
 * @category insights
 * @since 0.1.0
 */
export interface LakeFormationResource {
  /** The ARN, where it is named by one. */
  readonly arn?: string
  /** The database; left out if the ARN is not that of a table. */
  readonly database?: string
  /** The table; left out where a database is meant. */
  readonly table?: string
}

/**
 * What Lake Formation wrote into a record. A member is set only where the record has it.
 *
 * @category insights
 * @since 0.1.0
 */
export interface LakeFormationFacts {
  /**
   * `GLUE_CALL`: a Glue call that Lake Formation decided on. `DATA_ACCESS`: credentials for data of a table were
   * requested.
   */
  readonly kind: 'GLUE_CALL' | 'DATA_ACCESS'
  /**
   * Whose permissions counted: the ARN of a role or a user. Left out in copies for the table's owner, unless the other
   * account shares it.
   */
  readonly principal?: string
  /**
   * What the principal's permissions did not suffice for; empty where they did, or where the record does not show it.
   */
  readonly insufficient: ReadonlyArray<LakeFormationResource>
  /** Of `DATA_ACCESS`: the table whose data was asked for. */
  readonly table?: LakeFormationResource
  /** Of `DATA_ACCESS`: what was to be allowed, such as `SELECT`. */
  readonly permissions?: ReadonlyArray<string>
  /** Of `DATA_ACCESS`: whether it was given: the call did not fail. */
  readonly given?: boolean
  /** The service that asked, in Lake Formation's words, such as `ATHENA`; `UNKNOWN` occurs. */
  readonly requester?: string
  /** The session in which the data is read: in the records of S3, it is the session of the role. */
  readonly session?: string
  /** Whether the asking service is one that Lake Formation trusts to filter rows and columns. */
  readonly trusted?: boolean
  /** Whether what would tell was omitted for its size: then absent members say nothing. */
  readonly omitted: boolean
}

/**
 * Returns what Lake Formation wrote into a Glue record, or into its own `GetDataAccess`.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/lake-formation/latest/dg/logging-using-cloudtrail.html Lake Formation in CloudTrail}.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The facts, or `undefined` without facts: another service, or a call without facts of Lake Formation.
 *
 * @example
 * import { lakeFormationOf } from 'glue-trail'
 *
 * const facts = lakeFormationOf({
 *   eventSource: 'lakeformation.amazonaws.com', eventName: 'GetDataAccess', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-2',
 *   requestParameters: { tableArn: 'arn:aws:glue:us-east-2:111122223333:table/sales/orders', permissions: ['SELECT'] },
 *   additionalEventData: { requesterService: 'ATHENA', lakeFormationPrincipal: 'arn:aws:iam::111122223333:role/Analyst' },
 * })
 * assert.strictEqual(facts?.principal, 'arn:aws:iam::111122223333:role/Analyst')
 * assert.strictEqual(facts?.table?.table, 'orders')
 * assert.strictEqual(facts?.given, true)
 *
 * @category insights
 * @since 0.1.0
 */
export function lakeFormationOf(record: unknown): LakeFormationFacts | undefined {
  return total(readFacts, record)
}

function readFacts(record: unknown): LakeFormationFacts | undefined {
  const access = isObject(record) && record.eventSource === 'lakeformation.amazonaws.com' && record.eventName === 'GetDataAccess'
  if (!access && !isGlueRecord(record)) return undefined
  const data = memberOf(record, 'additionalEventData')
  const request = memberOf(record, 'requestParameters')
  const principal = stringAt(data, 'lakeFormationPrincipal')
  const insufficient = textsOf(memberOf(data, 'insufficientLakeFormationPermissions')).map(named)
  const requester = stringAt(data, 'requesterService')
  const session = stringAt(data, 'lakeFormationRoleSessionName')
  const trusted = memberOf(data, 'LakeFormationTrustedCallerInvocation')
  const omitted = isOmitted(data) || (access && isOmitted(request))
  if (!access && !omitted && insufficient.length === 0 && [principal, requester, session].every((content) => content === undefined)) {
    return undefined
  }
  const arn = access ? stringAt(request, 'tableArn') : undefined
  const permissions = access ? textsOf(memberOf(request, 'permissions')) : []
  return {
    kind: access ? 'DATA_ACCESS' : 'GLUE_CALL',
    insufficient,
    omitted,
    ...present({
      principal,
      table: arn === undefined ? undefined : tableOf(arn),
      permissions: permissions.length === 0 ? undefined : permissions,
      given: access ? !isFailed(record) : undefined,
      requester,
      session,
      trusted: parseBoolean(trusted),
    }),
  }
}

const textsOf = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** `database:table`. */
function named(content: string): LakeFormationResource {
  const [database = '', ...table] = content.split(':')
  return { database, ...present({ table: table.join(':') || undefined }) }
}

function tableOf(arn: string): LakeFormationResource {
  const { type, within: [database] = [], name } = readGlueArn(arn) ?? {}
  return type === 'table' && database !== undefined && name !== undefined ? { arn, database, table: name } : { arn }
}
