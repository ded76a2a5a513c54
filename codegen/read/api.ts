/**
 * Reads a service: schemas, declarations, access levels and overlays, combined. Entries of overlays that match nothing
 * in the API are reported, so that none outlives its reason; an API without an access level stops the generator.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AccessLevel, MemberType, Overlay, Service } from '../../model/types.js'
import { type Api, lowerFirst, type Member, type NameOnly, type Operation, type Structure, type TypeRef } from '../api.js'
import { readAccess } from './access.js'
import { type Declarations, readDeclarations, withEnums } from './declarations.js'
import { readSchemas } from './schemas.js'

const require = createRequire(import.meta.url)

/** What the generator reads of an SDK. */
export interface Sdk {
  readonly version: string
  /** The exports of its package. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly declarations: Declarations
}

/** Loads the SDK of a service. */
export function loadSdk(service: Service): Sdk {
  const root = dirname(require.resolve(`${service.sdk}/package.json`))
  const { version } = require(`${service.sdk}/package.json`) as { version: string }
  return { version, exports: require(service.sdk), declarations: readDeclarations(join(root, 'dist-types', 'models')) }
}

/**
 * Reads the API of a service.
 *
 * @param former - Names that earlier versions of the SDK or of the IAM data had. Those that are gone stay as names
 * without a shape.
 */
export async function readApi(
  service: Service,
  overlays: ReadonlyArray<Overlay>,
  { version, exports, declarations }: Sdk = loadSdk(service),
  former: ReadonlyArray<NameOnly> = [],
): Promise<Api> {
  const raw = readSchemas(exports)
  if (raw.operations.length === 0) throw new Error(`No operations among the exports of ${service.sdk}`)
  const sensitive = new Set(overlays.flatMap((overlay) => overlay.sensitive ?? []))
  const types = new Map(overlays.flatMap((overlay) => Object.entries(overlay.types ?? {})))
  const extra = new Map(overlays.flatMap((overlay) => Object.entries(overlay.members ?? {})))

  const structures = new Map<string, Structure>()
  for (const { name, members } of raw.structures.values()) {
    const known = members.map(({ apiName, type, requiredByApi }): Member => {
      const key = `${name}.${apiName}`
      const declared = withEnums(type, declarations.memberType(name, apiName), declarations.enums)
      const changed = take(types, key)
      const base = changed === undefined ? declared : typeRef(changed)
      return {
        name: lowerFirst(apiName),
        apiName,
        type: sensitive.delete(key) ? { ...base, sensitive: true } : base,
        requiredByApi,
        mustBeThere: false,
        deprecated: declarations.isDeprecated(name, apiName),
        comment: [],
      }
    })
    const leaked = [...extra].filter(([key]) => key.startsWith(`${name}.`))
    for (const [key, type] of leaked) {
      extra.delete(key)
      const apiName = key.slice(name.length + 1)
      known.push({
        name: lowerFirst(apiName),
        apiName,
        type: typeRef(type),
        requiredByApi: false,
        mustBeThere: false,
        deprecated: false,
        comment: ['Not in the API model; CloudTrail writes it all the same.'],
      })
    }
    structures.set(name, { name, members: known })
  }
  const unmatched = [...sensitive, ...types.keys(), ...extra.keys()].map((key) => `overlay: no member ${key}`)

  const access = await readAccess(service.iamService)
  const byOverlay = new Map(
    overlays.flatMap(({ access = {} }) =>
      Object.entries(access).flatMap(([level, names]) => names.map((name) => [name, level as AccessLevel] as const)),
    ),
  )
  const operations = raw.operations.map(({ name, request, response }): Operation => {
    const add = (structure: string | undefined, fallback: string): string => {
      if (structure !== undefined) return structure
      structures.set(fallback, { name: fallback, members: [] })
      return fallback
    }
    return {
      name,
      request: add(request, `${name}Request`),
      response: add(response, `${name}Response`),
      access: take(byOverlay, name) ?? access.get(name),
    }
  })
  unmatched.push(...[...byOverlay.keys()].map((name) => `overlay: access level of ${name}, which is not an API`))
  const without = operations.flatMap(({ name, access: level }) => (level === undefined ? [name] : []))
  if (without.length > 0)
    throw new Error(`APIs without an access level, in IAM and in model/overlay/access-levels.ts: ${without.join(', ')}`)

  const names = new Set(operations.map((operation) => operation.name))
  const formerAccess = new Map(former.map(({ name, access: level }) => [name, level]))
  const namesOnly = [...new Set([...access.keys(), ...overlays.flatMap((overlay) => overlay.names ?? []), ...formerAccess.keys()])]
    .filter((name) => !names.has(name))
    .sort()
    .map((name): NameOnly => ({ name, access: access.get(name) ?? formerAccess.get(name) }))
  const nulls = overlays.flatMap((overlay) => overlay.nullResponses ?? [])
  const notLogged = overlays.flatMap((overlay) => overlay.notLogged ?? []).map((key) => ({ key, member: memberKey(structures, key) }))
  unmatched.push(...notLogged.flatMap(({ key, member }) => (member === undefined ? [`overlay: no member ${key}`] : [])))
  const usedEnums = new Set([...structures.values()].flatMap((structure) => structure.members.flatMap(({ type }) => enumNames(type))))
  return {
    service,
    version: `${service.sdk} ${version}`,
    operations,
    structures,
    enums: new Map([...declarations.enums].filter(([name]) => usedEnums.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))),
    namesOnly,
    documentedNullResponses: nulls.flatMap((n) => n.documented ?? []).sort(),
    observedNullResponses: nulls.flatMap((n) => Object.keys(n.observed ?? {})).sort(),
    notLogged: notLogged.flatMap(({ member }) => member ?? []).sort(),
    unmatched,
  }
}

/** Converts a type of the models under `model/` to a reference. */
export function typeRef(type: MemberType): TypeRef {
  if (typeof type === 'string') return { kind: type, sensitive: false }
  if ('literal' in type) return { kind: 'literal', value: type.literal, sensitive: false }
  if ('structure' in type) return { kind: 'structure', name: type.structure, sensitive: false }
  if ('listOf' in type) return { kind: 'list', item: typeRef(type.listOf), sensitive: false }
  return { kind: 'map', item: typeRef(type.mapOf), sensitive: false, ...(type.orString && { orString: true }) }
}

/** Returns `Shape.Member` as CloudTrail spells it, or `undefined` without such a member. */
function memberKey(structures: ReadonlyMap<string, Structure>, key: string): string | undefined {
  const [structure = '', apiName] = key.split('.')
  const member = structures.get(structure)?.members.find((known) => known.apiName === apiName)
  return member && `${structure}.${member.name}`
}

function enumNames(type: TypeRef): ReadonlyArray<string> {
  if (type.kind === 'list' || type.kind === 'map') return enumNames(type.item)
  return type.kind === 'enum' ? [type.name] : []
}

/** Removes a key from a map and returns its value. */
function take<A>(map: Map<string, A>, key: string): A | undefined {
  const value = map.get(key)
  map.delete(key)
  return value
}
