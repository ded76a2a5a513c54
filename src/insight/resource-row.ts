/**
 * The packed table of which member of which API names which resource. `model/resources.ts` says how a row is written.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { GLUE_APIS } from '../generated/registry.js'
import { RESOURCE_PLACES, RESOURCE_SETS } from '../generated/resources.js'
import { partOf } from './part-of.js'
import type { RecordPath } from './record-path.js'

/** One kind of resource that an API names. */
export interface ResourceRow {
  /** The word of its ARN, `*` where the member holds an ARN that says it. */
  readonly type: string
  /** Paths of the member that names it, the first that is there. */
  readonly paths: ReadonlyArray<MemberPath>
  /** The same for the names of what it lies in, outermost first. */
  readonly within: ReadonlyArray<ReadonlyArray<MemberPath>>
  /** The member that holds what its ARN ends in, where that is not the name: `null` where none does. */
  readonly identity: MemberPath | null | undefined
  /** Only where this member has this value. */
  readonly condition: readonly [path: MemberPath, value: string] | undefined
  /** Whether the call is not understood without it. */
  readonly must: boolean
}

/** A path from the record's root in which `[]` is any item of a list and `{}` any value of a map. */
export type MemberPath = ReadonlyArray<string>

/**
 * What is known of an API: rows, `none` where it acts on no resource, `unnamed` where its request does not name what it
 * acts on.
 */
export type ResourceRows = ReadonlyArray<ResourceRow> | 'none' | 'unnamed'

const STEP = /\w+|\[\]|\{\}/g

let rows: ReadonlyMap<string, () => ResourceRows> | undefined

/** What is known of a modelled API. */
export function resourceRowsOf(api: string): ResourceRows | undefined {
  rows ??= readTable()
  return rows.get(api)?.()
}

/** The code of the character of the first set. */
const FIRST = 40

/** Each set is read when first asked for, once for all APIs that have it. */
function readTable(): ReadonlyMap<string, () => ResourceRows> {
  const sets = RESOURCE_SETS.split(' ').map((set) => {
    let read: ResourceRows | undefined
    return (): ResourceRows => {
      read ??= set === '' ? 'none' : set === '?' ? 'unnamed' : set.split(',').map(readRow)
      return read
    }
  })
  return new Map(GLUE_APIS.map((api, i) => [api, sets[RESOURCE_PLACES.charCodeAt(i) - FIRST] ?? ((): ResourceRows => 'none')]))
}

function readRow(content: string): ResourceRow {
  const must = content.endsWith('!')
  const [before = '', when] = (must ? content.slice(0, -1) : content).split('?')
  const [named = '', identity] = before.split('@')
  const [first = '', ...containers] = named.split('<')
  const [type = '', paths = ''] = first.split(':')
  const [path = '', value = ''] = when?.split('=') ?? []
  return {
    type,
    paths: paths.split('|').map(readPath),
    within: containers.map((container) => container.split('|').map(readPath)),
    identity: identity === undefined ? undefined : identity === '' ? null : readPath(identity),
    condition: when === undefined ? undefined : [readPath(path), value],
    must,
  }
}

function readPath(content: string): MemberPath {
  return [content.startsWith('>') ? 'responseElements' : 'requestParameters', ...(content.match(STEP) ?? [])]
}

/** So many items of a list are looked at: no API takes as many, and a hostile record may have a million. */
export const MOST_LISTED = 5_000

/** A position in a record to which a path leads. */
export interface Place {
  readonly path: RecordPath
  /** The keys for the path's `[]` and `{}`, in order. */
  readonly keys: RecordPath
  readonly value: unknown
}

/**
 * Returns all positions to which a path leads, whatever is there. Of a list with too many items, its own position
 * follows those of the first ones.
 */
export function placesAt(record: unknown, path: MemberPath): ReadonlyArray<Place> {
  const tooLong: Array<Place> = []
  let found: ReadonlyArray<Place> = [{ path: [], keys: [], value: record }]
  for (const step of path) {
    found = found.flatMap((place) => {
      const all = keysOf(place.value, step)
      if (all.length > MOST_LISTED) tooLong.push(place)
      return all.slice(0, MOST_LISTED).map((key) => ({
        path: [...place.path, key],
        keys: isWild(step) ? [...place.keys, key] : place.keys,
        value: partOf(place.value, key),
      }))
    })
  }
  return [...found, ...tooLong]
}

/** Returns whether a step matches many keys. */
export const isWild = (step: string): boolean => step === '[]' || step === '{}'

function keysOf(value: unknown, step: string): RecordPath {
  if (step === '[]') return Array.isArray(value) ? [...value.slice(0, MOST_LISTED + 1).keys()] : []
  if (step === '{}') return isObject(value) ? Object.keys(value) : []
  return [step]
}

/** Returns a path with these keys in place of its `[]` and `{}`. */
export function pathFor(path: MemberPath, keys: RecordPath): RecordPath {
  let next = 0
  return path.map((step) => (isWild(step) ? (keys[next++] ?? step) : step))
}

/** Returns the value at that path. */
export const valueFor = (record: unknown, path: MemberPath, keys: RecordPath): unknown => pathFor(path, keys).reduce(partOf, record)
