/**
 * The schemas that the AWS SDK exports: nested arrays and numbers, as its serialisers use them. A shape of an unknown
 * kind stops the generator, because no code is better than wrong code.
 */
import type { TypeRef } from '../api.js'

/** A structure or a union of the SDK. */
export interface RawStructure {
  readonly name: string
  readonly members: ReadonlyArray<{ readonly apiName: string; readonly type: TypeRef; readonly requiredByApi: boolean }>
}

export interface RawOperation {
  readonly name: string
  readonly request: string | undefined
  readonly response: string | undefined
}

export interface RawApi {
  readonly operations: ReadonlyArray<RawOperation>
  readonly structures: ReadonlyMap<string, RawStructure>
}

const SIMPLE = 0
const LIST = 1
const MAP = 2
const STRUCTURE = 3
const UNION = 4
const OPERATION = 9

const LIST_OF = 64
const MAP_OF = 128

/** Bit 8 of a trait marks a sensitive shape. */
const SENSITIVE = 8

const SIMPLE_KINDS: Readonly<Record<number, TypeRef['kind'] & ('string' | 'number' | 'boolean' | 'timestamp' | 'document')>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp',
  7: 'timestamp',
  15: 'document',
  17: 'number',
  19: 'number',
  /** A blob is a base64 string. */
  21: 'string',
}

/** Reads every operation among the exports of an SDK client, and all structures they reach. */
export function readSchemas(exports: Readonly<Record<string, unknown>>): RawApi {
  const structures = new Map<string, RawStructure>()

  const typeOf = (schema: unknown): TypeRef => {
    const { shape, traits } = unwrap(schema)
    const type = ofShape(shape)
    return isSensitive(traits) ? { ...type, sensitive: true } : type
  }

  const ofShape = (shape: unknown): TypeRef => {
    if (typeof shape === 'number') return ofNumber(shape)
    if (!Array.isArray(shape)) throw new Error(`schema of an unknown form: ${String(shape)}`)
    const sensitive = isSensitive(shape[3])
    switch (shape[0]) {
      case SIMPLE:
        return { ...typeOf(shape[4]), sensitive }
      case LIST:
        return { kind: 'list', item: typeOf(shape[4]), sensitive }
      case MAP:
        return { kind: 'map', item: typeOf(shape[5]), sensitive }
      case STRUCTURE:
      case UNION:
        readStructure(shape)
        return { kind: 'structure', name: String(shape[2]), sensitive }
      default:
        throw new Error(`shape ${String(shape[2])} is of the unknown kind ${String(shape[0])}`)
    }
  }

  const ofNumber = (code: number): TypeRef => {
    if (code >= MAP_OF) return { kind: 'map', item: ofNumber(code - MAP_OF), sensitive: false }
    if (code >= LIST_OF) return { kind: 'list', item: ofNumber(code - LIST_OF), sensitive: false }
    const kind = SIMPLE_KINDS[code]
    if (kind === undefined) throw new Error(`simple shape of the unknown type ${code}`)
    return { kind, sensitive: false }
  }

  const readStructure = (shape: ReadonlyArray<unknown>): string => {
    const name = String(shape[2])
    if (structures.has(name)) return name
    const members: Array<RawStructure['members'][number]> = []
    // Added before its members are read, because structures may be recursive.
    structures.set(name, { name, members })
    const names = shape[4] as ReadonlyArray<string>
    const types = shape[5] as ReadonlyArray<unknown>
    const required = shape[0] === STRUCTURE ? Number(shape[6] ?? 0) : 0
    names.forEach((apiName, i) => {
      members.push({ apiName, type: typeOf(types[i]), requiredByApi: i < required })
    })
    return name
  }

  const payload = (schema: unknown): string | undefined => {
    const { shape } = unwrap(schema)
    return Array.isArray(shape) ? readStructure(shape) : undefined
  }

  const operations = Object.values(exports)
    .filter((value): value is ReadonlyArray<unknown> => Array.isArray(value) && value[0] === OPERATION)
    .map((shape) => ({ name: String(shape[2]), request: payload(shape[4]), response: payload(shape[5]) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return { operations, structures }
}

/** Unwraps schemas that are functions, because of cycles, or pairs of a schema and a member's traits. */
function unwrap(schema: unknown): { readonly shape: unknown; readonly traits: unknown } {
  let shape = schema
  let traits: unknown
  for (;;) {
    if (typeof shape === 'function') shape = shape()
    else if (Array.isArray(shape) && shape.length === 2) [shape, traits] = shape
    else return { shape, traits }
  }
}

function isSensitive(traits: unknown): boolean {
  if (typeof traits === 'number') return (traits & SENSITIVE) !== 0
  return typeof traits === 'object' && traits !== null && 'sensitive' in traits
}
