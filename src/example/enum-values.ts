/**
 * Which values the enum of a member has, and which members AWS has given up, read from the generated texts when first asked for.
 *
 * @module
 */
import { ENUM_VALUES, MEMBER_FACTS } from '../generated/describe/members.js'

interface Facts {
  readonly values: ReadonlyArray<string> | undefined
  readonly deprecated: boolean
}

const PAYLOAD = /(?:RequestParameters|ResponseElements)$/

/** What the members of a structure are looked up by: its name, and for a payload that of its API. */
export const lookupName = (codec: string): string => codec.replace(PAYLOAD, '')

const MARKS = /[!+]+$/

let made: ReadonlyMap<string, Facts> | undefined

/** Lines of words: a structure, then members with their enums behind `=` and `!` where they are deprecated. */
function read(): ReadonlyMap<string, Facts> {
  const enums = new Map(ENUM_VALUES.map((line) => [line.slice(0, line.indexOf(' ')), line.split(' ').slice(1)]))
  const facts = new Map<string, Facts>()
  for (const line of MEMBER_FACTS) {
    const [structure = '', ...members] = line.split(' ')
    for (const member of members) {
      const [name = '', enumName = ''] = member.replace(MARKS, '').split('=')
      facts.set(`${lookupName(structure)}.${name}`, { values: enums.get(enumName), deprecated: member.includes('!') })
    }
  }
  return facts
}

function factsOf(structure: string, member: string): Facts | undefined {
  made ??= read()
  return made.get(`${structure}.${member}`)
}

/** The values of the enum that a member is, or is a list or a map of. */
export const valuesOf = (structure: string, member: string): ReadonlyArray<string> | undefined => factsOf(structure, member)?.values

/** Whether AWS has marked a member as deprecated. */
export const isDeprecated = (structure: string, member: string): boolean => factsOf(structure, member)?.deprecated === true
