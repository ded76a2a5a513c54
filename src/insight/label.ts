/**
 * Answers about a record as short labels, for a column of a table or a line of a log.
 *
 * @module
 */
import { madeOf, requireObject, wrongArgument } from '../codec/argument.js'
import type { Actor } from './actor.js'
import type { GlueResource } from './glue-resource.js'
import type { CallOutcome } from './outcome.js'
import type { ResourceGapKind, Resources } from './resources.js'

/** How IAM Identity Center names the roles that it creates: the permission set is between the two. */
const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/

const LONGEST_ROLE = 128

/**
 * Returns the host name of an AWS service without its domain, `glue` for `glue.amazonaws.com`, and any other string as
 * it is.
 *
 * @param host - `eventSource`, `sourceIPAddress`, or the name of a service.
 *
 * @example
 * import { serviceLabel } from 'glue-trail'
 *
 * assert.strictEqual(serviceLabel('glue.amazonaws.com'), 'glue')
 * assert.strictEqual(serviceLabel('192.0.2.7'), '192.0.2.7')
 *
 * @category insights
 * @since 0.1.0
 */
export function serviceLabel(host: string): string {
  if (typeof host !== 'string') throw wrongArgument('serviceLabel', 'a string', host)
  return host.endsWith(DOMAIN) ? host.slice(0, -DOMAIN.length) : host
}

const DOMAIN = '.amazonaws.com'

/**
 * Returns a caller as a label: `role/session` for a session, because a role alone does not identify the person or
 * program; otherwise the name of the user or the service, or the account. The names are values of the record and are
 * not escaped.
 *
 * @param actor - The answer of `actorOf`.
 * @returns The label; an empty string where the record does not name the caller.
 *
 * @example
 * import { actorLabel, actorOf } from 'glue-trail'
 *
 * const userIdentity = { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly' }
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'GetTable', userIdentity }
 * assert.strictEqual(actorLabel(actorOf(call)), 'etl/nightly')
 *
 * @category insights
 * @since 0.1.0
 */
export function actorLabel(actor: Actor): string {
  requireObject('actorLabel', 'an answer of actorOf', actor)
  const { kind, name, role, session, arn, accountId, invokedBy, onBehalfOf } = actor
  if (role !== undefined) {
    return [role.slice(0, LONGEST_ROLE).replace(PERMISSION_SET, '$1'), session].filter((part) => part !== undefined).join('/')
  }
  if (kind === 'SERVICE') return `${serviceLabel(name ?? invokedBy ?? '')} (service)`
  if (kind === 'ACCOUNT') return `account ${accountId ?? ''}`.trim()
  return name ?? session ?? onBehalfOf?.userId ?? arn ?? (accountId === undefined ? '' : `account ${accountId}`)
}

/**
 * Returns a resource as a label: its name after the names of what it is in, such as `sales.orders`; without a name, the
 * end of its ARN. The names are values of the record and are not escaped.
 *
 * @param resource - One of the resources that `resourcesOf` returns.
 *
 * @example
 * import { resourceLabel, resourcesOf } from 'glue-trail'
 *
 * const requestParameters = { databaseName: 'sales', name: 'orders' }
 * const { resources } = resourcesOf({ eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', requestParameters })
 * assert.deepStrictEqual(resources.map(resourceLabel), ['sales.orders'])
 *
 * @category insights
 * @since 0.1.0
 */
export function resourceLabel(resource: GlueResource): string {
  requireObject('resourceLabel', 'a resource of resourcesOf', resource)
  const { name, within = [], arn, type } = resource
  if (name !== undefined) return [...within, name].join('.')
  // arn:partition:service:region:account:resource
  return arn?.split(':').slice(5).join(':') ?? type
}

/** Gaps that are expected: the parameters of other services' calls are never read. */
const EXPECTED: ReadonlyArray<ResourceGapKind> = ['OTHER_SERVICE', 'NO_CALL']

/**
 * Returns the resources of a call as a label: the first one and how many follow, such as `sales.orders +2`. A `?` at
 * the end means that the call may have acted on more than the record names. The names are values of the record and are
 * not escaped.
 *
 * @param answer - The answer of `resourcesOf`.
 * @returns The label; an empty string where the call has no resource.
 *
 * @example
 * import { resourcesLabel, resourcesOf } from 'glue-trail'
 *
 * const requestParameters = { databaseName: 'sales', tablesToDelete: ['orders', 'customers'] }
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'BatchDeleteTable', requestParameters }
 * assert.strictEqual(resourcesLabel(resourcesOf(call)), 'sales.orders +1')
 *
 * @category insights
 * @since 0.1.0
 */
export function resourcesLabel(answer: Resources): string {
  return madeOf('resourcesLabel', 'an answer of resourcesOf', answer, () => {
    const { resources, why = [] } = answer
    const [first, ...others] = resources
    const parts = [
      ...(first === undefined ? [] : [resourceLabel(first)]),
      ...(others.length === 0 ? [] : [`+${others.length}`]),
      ...(why.every(({ kind }) => EXPECTED.includes(kind)) ? [] : ['?']),
    ]
    return parts.join(' ')
  })
}

/**
 * Returns the outcome of a call as a label: `ok`, or its error code. The code is a value of the record and is not
 * escaped.
 *
 * @param outcome - The answer of `outcomeOf`.
 * @returns The label; an empty string for what is not a call.
 *
 * @example
 * import { outcomeLabel, outcomeOf } from 'glue-trail'
 *
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
 * assert.strictEqual(outcomeLabel(outcomeOf(call)), 'ok')
 * assert.strictEqual(outcomeLabel(outcomeOf({ ...call, errorCode: 'AccessDenied' })), 'AccessDenied')
 *
 * @category insights
 * @since 0.1.0
 */
export function outcomeLabel(outcome: CallOutcome | undefined): string {
  if (outcome === undefined) return ''
  return madeOf('outcomeLabel', 'an answer of outcomeOf', outcome, () =>
    outcome.kind === 'SUCCEEDED' ? 'ok' : outcome.code || outcome.kind.toLowerCase(),
  )
}
