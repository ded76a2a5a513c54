/**
 * A caller in a few words.
 *
 * @module
 */
import type { Actor } from '../insight/actor.js'

/** How IAM Identity Center names the roles it makes: the permission set between these two. */
const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/

/** AWS's services call themselves by their host names. */
export const withoutDomain = (host: string): string => (host.endsWith('.amazonaws.com') ? host.slice(0, -'.amazonaws.com'.length) : host)

/**
 * For a session both role and session: one without the other does not say who it was. Empty where the record does not tell.
 *
 * @param actor - As `actorOf` gives it.
 */
export function whoOf({ kind, name, role, session, arn, accountId, invokedBy, onBehalfOf }: Actor): string {
  if (role !== undefined) return [role.slice(0, 128).replace(PERMISSION_SET, '$1'), session].filter((part) => part !== undefined).join('/')
  if (kind === 'SERVICE') return `${withoutDomain(name ?? invokedBy ?? '')} (service)`
  if (kind === 'ACCOUNT') return `account ${accountId ?? ''}`.trim()
  return name ?? session ?? onBehalfOf?.userId ?? arn ?? (accountId === undefined ? '' : `account ${accountId}`)
}
