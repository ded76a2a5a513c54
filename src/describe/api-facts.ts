/**
 * What is known of APIs and their members beside their codecs, read from packed texts when first asked for.
 *
 * @module
 */
import { API_FACTS, RESOURCE_TYPES } from '../generated/describe/apis.js'
import { ENUM_VALUES, MEMBER_FACTS } from '../generated/describe/members.js'

/** What is known of an API. */
export interface ApiFacts {
  readonly topic: string
  /** Names of resource types, `!` behind those that a policy has to name; `undefined` where IAM has no such action. */
  readonly resourceTypes: ReadonlyArray<string> | undefined
}

/** What is known of a member of a structure. */
export interface MemberFacts {
  readonly enumName: string | undefined
  readonly deprecated: boolean
  readonly undocumented: boolean
}

/** How a member is packed: its name, its enum, whether it is deprecated, whether no API model has it. */
const MEMBER = /^(\w+)(?:=(\w+))?(!?)(\+?)$/

/** A table read when it is first asked: lines of words, by the first word of each. */
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

/** What is known of an API by its name. */
export function apiFacts(name: string): ApiFacts | undefined {
  const [topic, ...used] = apis(name) ?? []
  return topic === undefined ? undefined : { topic, resourceTypes: used[0] === '?' ? undefined : used }
}

/** The form of the ARNs of a resource type. */
export const arnOf = (resourceType: string): string => resources(resourceType)?.[0] ?? ''

/** The values of an enum. */
export const valuesOf = (enumName: string): ReadonlyArray<string> => enums(enumName) ?? []

/** What is known of the members of a structure, by its name and theirs. */
export function memberFacts(structure: string, member: string): MemberFacts {
  for (const text of members(structure) ?? []) {
    const [, name, enumName, deprecated, undocumented] = MEMBER.exec(text) ?? []
    if (name === member) return { enumName, deprecated: deprecated === '!', undocumented: undocumented === '+' }
  }
  return { enumName: undefined, deprecated: false, undocumented: false }
}
