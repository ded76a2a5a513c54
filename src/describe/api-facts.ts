/**
 * Facts about APIs and their members that codecs do not have, read from packed lines when first needed.
 *
 * @module
 */
import { API_FACTS, RESOURCE_TYPES } from '../generated/describe/apis.js'
import { ENUM_VALUES, MEMBER_FACTS } from '../generated/describe/members.js'

/** The facts about an API. */
export interface ApiFacts {
  readonly topic: string
  /** Names of resource types, with `!` after those that a policy has to name; `undefined` if IAM has no such action. */
  readonly resourceTypes: ReadonlyArray<string> | undefined
}

/** The facts about a member of a structure. */
export interface MemberFacts {
  readonly enumName: string | undefined
  readonly deprecated: boolean
  readonly undocumented: boolean
}

/** How a member is packed: its name, its enum, whether it is deprecated, whether no API model has it. */
const MEMBER = /^(\w+)(?:=(\w+))?(!?)(\+?)$/

/** Makes a table that is read when first needed: lines of words by their first word. */
function table(lines: ReadonlyArray<string>): (name: string) => ReadonlyArray<string> | undefined {
  let made: ReadonlyMap<string, ReadonlyArray<string>> | undefined
  return (name) => {
    made ??= new Map(
      lines.map((line) => {
        const [first = '', ...rest] = line.split(' ')
        return [first, rest] as const
      }),
    )
    return made.get(name)
  }
}

const apis = /* @__PURE__ */ table(API_FACTS)
const resources = /* @__PURE__ */ table(RESOURCE_TYPES)
const enums = /* @__PURE__ */ table(ENUM_VALUES)
const members = /* @__PURE__ */ table(MEMBER_FACTS)

/** Returns the facts about an API by its name. */
export function apiFacts(name: string): ApiFacts | undefined {
  const [topic, ...used] = apis(name) ?? []
  return topic === undefined ? undefined : { topic, resourceTypes: used[0] === '?' ? undefined : used }
}

/** Returns the form of the ARNs of a resource type. */
export const arnForm = (resourceType: string): string => resources(resourceType)?.[0] ?? ''

/** Returns the values of an enum. */
export const enumValues = (enumName: string): ReadonlyArray<string> => enums(enumName) ?? []

/** Returns the facts about the members of a structure by their names. */
export function memberFacts(structure: string, member: string): MemberFacts {
  for (const content of members(structure) ?? []) {
    const [, name, enumName, deprecated, undocumented] = MEMBER.exec(content) ?? []
    if (name === member) return { enumName, deprecated: deprecated === '!', undocumented: undocumented === '+' }
  }
  return { enumName: undefined, deprecated: false, undocumented: false }
}
