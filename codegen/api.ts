/** The service's API between reading and printing: members in CloudTrail's spelling, overlays applied. */
import type { AccessLevel, Service } from '../model/types.js'

export type LeafKind = 'string' | 'number' | 'boolean' | 'timestamp' | 'number or string' | 'boolean or string' | 'document' | 'absent'

export type TypeRef = { readonly sensitive: boolean } & (
  | { readonly kind: LeafKind }
  | { readonly kind: 'enum' | 'structure'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'list' | 'map'; readonly item: TypeRef /** Of a map: a string is accepted as well. */; readonly orString?: true }
)

export interface Member {
  /** As CloudTrail spells it. */
  readonly name: string
  /** As the API spells it. */
  readonly apiName: string
  readonly type: TypeRef
  readonly requiredByApi: boolean
  readonly mustBeThere: boolean
  readonly deprecated: boolean
  /** The comment in the interface; empty for API members, whose meaning is on AWS's pages. */
  readonly comment: ReadonlyArray<string>
}

export interface Structure {
  readonly name: string
  readonly members: ReadonlyArray<Member>
}

export interface Operation {
  readonly name: string
  /** Names of structures; an operation without input or output has an empty one. */
  readonly request: string
  readonly response: string
  readonly access: AccessLevel | undefined
}

/** A name that occurs as `eventName` without a shape. */
export interface NameOnly {
  readonly name: string
  readonly access: AccessLevel | undefined
}

export interface Api {
  readonly service: Service
  /** `package version`, for headers. */
  readonly version: string
  readonly operations: ReadonlyArray<Operation>
  readonly structures: ReadonlyMap<string, Structure>
  readonly enums: ReadonlyMap<string, ReadonlyArray<string>>
  readonly namesOnly: ReadonlyArray<NameOnly>
  readonly documentedNullResponses: ReadonlyArray<string>
  readonly observedNullResponses: ReadonlyArray<string>
  /** Members that CloudTrail does not log, as `Structure.member`. */
  readonly notLogged: ReadonlyArray<string>
  /** Entries of overlays that match nothing in the API, as lines. */
  readonly unmatched: ReadonlyArray<string>
}

/** Returns the names of the structures that members of a structure refer to. */
export function referencesOf(structure: Structure): ReadonlyArray<string> {
  const names = new Set<string>()
  for (const member of structure.members) {
    let type = member.type
    while (type.kind === 'list' || type.kind === 'map') type = type.item
    if (type.kind === 'structure') names.add(type.name)
  }
  return [...names]
}

/** Returns the names of the enums that members of a structure refer to. */
export function enumsOf(structure: Structure): ReadonlyArray<string> {
  const names = new Set<string>()
  for (const member of structure.members) {
    let type = member.type
    while (type.kind === 'list' || type.kind === 'map') type = type.item
    if (type.kind === 'enum') names.add(type.name)
  }
  return [...names]
}

/** Returns a member's name in CloudTrail's spelling: only the first letter is lowered, at every depth. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
