/** Links to AWS's descriptions of members. */
import * as sdk from '@aws-sdk/client-glue'
import { readSchemas } from '../../codegen/read/schemas.js'

const WEBAPI = 'https://docs.aws.amazon.com/glue/latest/webapi'

const { operations, structures } = readSchemas(sdk)

/** The number of members of all requests, responses and shapes. */
export const MEMBER_COUNT = [...structures.values()].reduce((sum, { members }) => sum + members.length, 0)

/** Returns the address of a member's description, or `undefined` if the API model does not have the member. */
export function memberPage(api: string, section: string, member: string): string | undefined {
  const operation = operations.find(({ name }) => name === api)
  if (section === 'requestParameters') return anchor(`API_${api}.html#Glue-${api}-request`, operation?.request, member)
  if (section === 'responseElements') return anchor(`API_${api}.html#Glue-${api}-response`, operation?.response, member)
  return anchor(`API_${section}.html#Glue-Type-${section}`, section, member)
}

function anchor(page: string, structure: string | undefined, member: string): string | undefined {
  const members = structure === undefined ? undefined : structures.get(structure)?.members
  const known = members?.find(({ apiName }) => apiName.charAt(0).toLowerCase() + apiName.slice(1) === member)
  return known && `${WEBAPI}/${page}-${known.apiName}`
}
