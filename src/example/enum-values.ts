/**
 * The values of the enums of members, and which members are deprecated, read from generated lines when first needed.
 *
 * @module
 */
import { ENUM_VALUES, MEMBER_FACTS } from '../generated/describe/members.js'

interface Facts {
  readonly values: ReadonlyArray<string> | undefined
  readonly deprecated: boolean
}

const PAYLOAD = /(?:RequestParameters|ResponseElements)$/

/** Returns the name by which a structure's members are looked up: its own, or for a payload that of its API. */
export const lookupName = (codec: string): string => codec.replace(PAYLOAD, '')

const MARKS = /[!+]+$/

let made: ReadonlyMap<string, Facts> | undefined

/** Reads lines of words: a structure, then its members, with `=` and the name of an enum, and `!` if deprecated. */
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

/** Returns the values of the enum of a member or of its items. */
export const valuesOf = (structure: string, member: string): ReadonlyArray<string> | undefined => factsOf(structure, member)?.values

/** Returns whether AWS marks a member as deprecated. */
export const isDeprecated = (structure: string, member: string): boolean => factsOf(structure, member)?.deprecated === true
