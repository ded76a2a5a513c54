/**
 * Where a record may hold secrets, and whether it does: what the model marks as sensitive, and what looks like a secret
 * anywhere.
 *
 * @module
 */
import { isEmpty, isObject } from '../codec/check.js'
import type { Shape } from '../codec/fields.js'
import { printable } from '../codec/path.js'
import { isRedacted } from '../codec/redacted.js'
import { sensitivePathsOf } from '../event/registry.js'
import { total } from '../event/total.js'
import type { GlueEventName } from '../generated/registry.js'
import { glueApiOf } from './glue-api.js'
import { MARK, nameBeside, type SecretRule, secretIn, secretUnder } from './secret.js'
import { dataKey, fits, shapeOfPart, shapeOfRecord } from './shape.js'

/**
 * One readable secret in a record, and the rule that found it.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Exposure {
  /**
   * Where, from the record's root. Keys are escaped and cut; one that is itself a secret is
   * `HIDDEN_DUE_TO_SECURITY_REASONS`.
   */
  readonly path: ReadonlyArray<string | number>
  /** Why it counts as a secret. */
  readonly rule: SecretRule
}

/**
 * One place of a record that may hold a secret.
 *
 * @category insights
 * @since 0.1.0
 */
export interface SensitivePlace {
  /** Which place, in the form of `sensitivePathsOf`: `[]` for any item of a list, `{}` for any value of a map. */
  readonly place: string
  /** Where it is in this record, from its root; left out where nothing stands there. */
  readonly path?: ReadonlyArray<string | number>
  /**
   * `ABSENT`: missing or null. `MARKED`: CloudTrail replaced it, or parts of it, with a redaction marker. `EXPOSED`: a
   * rule found a secret. `SHOWN`: a value stands there, and no rule says that it is a secret: it may be one all the
   * same.
   */
  readonly state: 'ABSENT' | 'MARKED' | 'SHOWN' | 'EXPOSED'
  /** The secrets in it; empty unless it is `EXPOSED`. */
  readonly exposures: ReadonlyArray<Exposure>
}

/**
 * Sensitive members that hold much else as well: settings, arguments, code. Only what a rule finds in them is a secret.
 */
const MAY_HOLD =
  /^(?:arguments|(?:add|default|nonOverridable)Arguments|(?:connection|spark|athena|python|run|defaultRun|workflowRun)Properties|tokenUrlParametersMap|code|pythonScript|scalaCode|parameters|value|defaultValue)$/

/** A path is as long as it is deep, and there may be many: deeper than this is not looked. */
const DEEPEST_LOOKED_AT = 500

/**
 * So many places and exposures of one record are reported: their paths are as long as the record is deep, and one
 * record may hold a hundred thousand secrets.
 */
const MOST_REPORTED = 1000

interface Found {
  readonly place: string
  readonly path: ReadonlyArray<string | number>
  marked: boolean
  readonly exposures: Array<Exposure>
}

/** A value with members, and how many of them were looked at. */
interface Holder {
  readonly value: object
  readonly shape: Shape | undefined
  readonly place: string
  /** Its key in what holds it, as a path shows it; missing for the record. */
  readonly key: string | number | undefined
  /** The sensitive place that this is a part of. */
  readonly inside: Found | undefined
  /** The keys of an object; a list has none. */
  readonly keys: ReadonlyArray<string> | undefined
  readonly count: number
  next: number
}

/** The values around the next one: only these are kept, so that the walk needs no more for a wide record. */
interface Walk {
  readonly holders: Array<Holder>
  readonly found: Array<Found>
  /** A value inside itself is visited once for each place. Values without members are not in it. */
  readonly seen: Map<Found | undefined, Set<object>>
}

/**
 * Returns every place of a record that may hold a secret: those of `sensitivePathsOf`, and any other in which a rule
 * finds one, in payloads of other services and members the model does not know as well. See `SecretRule` for the rules
 * and their limits. Nothing below 500 levels is looked at, which no record that matches its model has; of a record with
 * more than 1,000 places or of a place with more than 1,000 secrets, the first are reported, and then no place is
 * `ABSENT`.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns Places and states, sorted by place; never a value. Empty where the record can hold none.
 *
 * @example
 * import { decodeRecord, recordOf, sensitiveIn } from 'glue-trail'
 *
 * const record = recordOf(decodeRecord({
 *   eventSource: 'glue.amazonaws.com', eventName: 'StartJobRun', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   requestParameters: { jobName: 'nightly', arguments: { '--day': '2024-05-01', '--password': 'hunter2' } },
 * }))
 * assert.deepStrictEqual(record && sensitiveIn(record), [{
 *   place: 'requestParameters.arguments',
 *   path: ['requestParameters', 'arguments'],
 *   state: 'EXPOSED',
 *   exposures: [{ path: ['requestParameters', 'arguments', '--password'], rule: 'SECRET_NAME' }],
 * }])
 *
 * @category insights
 * @since 0.1.0
 */
export function sensitiveIn(record: unknown): ReadonlyArray<SensitivePlace> {
  return total(findPlaces, record)
}

function findPlaces(record: unknown): ReadonlyArray<SensitivePlace> {
  const walk: Walk = { holders: [], found: [], seen: new Map() }
  const { holders, found } = walk
  if (isObject(record)) enter(walk, record, shapeOfRecord(record), '')
  // In the record's order.
  for (let holder = holders.at(-1); holder !== undefined; holder = holders.at(-1)) {
    const i = holder.next++
    if (i < holder.count) look(holder, holder.keys?.[i] ?? i, walk)
    else holders.pop()
  }
  const places = found.map(({ place, path, marked, exposures }): SensitivePlace => {
    return { place, path, state: exposures.length > 0 ? 'EXPOSED' : marked ? 'MARKED' : 'SHOWN', exposures }
  })
  const api = glueApiOf(record)
  const there = new Set(found.map(({ place }) => place))
  for (const place of api !== undefined && found.length < MOST_REPORTED ? sensitivePathsOf(api as GlueEventName) : []) {
    if (!there.has(place)) places.push({ place, state: 'ABSENT', exposures: [] })
  }
  return places.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
}

function enter(
  { holders, seen }: Walk,
  value: object,
  shape: Shape | undefined,
  place: string,
  key?: string | number,
  inside?: Found,
): void {
  const keys = Array.isArray(value) ? undefined : Object.keys(value)
  const count = keys?.length ?? (value as ReadonlyArray<unknown>).length
  const visited = seen.get(inside) ?? new Set()
  if (count === 0 || visited.has(value)) return
  seen.set(inside, visited.add(value))
  holders.push({ value, shape, place, key, inside, keys, count, next: 0 })
}

function look(holder: Holder, key: string | number, walk: Walk): void {
  const value = (holder.value as Readonly<Record<string | number, unknown>>)[key]
  if (value == null) return
  const shape = shapeOfPart(holder.shape, key)
  const name = dataKey(holder.shape, key)
  const keyRule = name === undefined ? undefined : secretIn(name)
  const shown = keyRule ? MARK : key
  let { inside } = holder
  if (shape?.sensitive) {
    inside = add(walk, holder, shown)
    if (!isRedacted(value) && !MAY_HOLD.test(String(key).slice(0, 64))) {
      if (!isEmpty(value)) expose(walk, holder, shown, inside, 'SENSITIVE_MEMBER')
      return
    }
  }
  if (keyRule) inside = expose(walk, holder, shown, inside, keyRule)
  if (inside && isRedacted(value)) inside.marked = true
  if (typeof value === 'string') {
    const rule = secretUnder(name ?? nameBeside(holder.value, key, holder.key), value)
    if (rule) expose(walk, holder, shown, inside, rule)
  } else if (typeof value === 'object' && walk.holders.length <= DEEPEST_LOOKED_AT) {
    enter(walk, value, fits(shape, value) ? shape : undefined, placeOf(holder, shown), shown, inside)
  }
}

function placeOf({ place, shape }: Holder, key: string | number): string {
  if (typeof key === 'number') return `${place}[]`
  if (shape?.kind === 'map') return `${place}{}`
  return place === '' ? printable(key) : `${place}.${printable(key)}`
}

/** Adds a place; `undefined` beyond the limit. */
function add({ found, holders }: Walk, holder: Holder, key: string | number): Found | undefined {
  if (found.length >= MOST_REPORTED) return undefined
  const one: Found = { place: placeOf(holder, key), path: pathOf(holders, key), marked: false, exposures: [] }
  found.push(one)
  return one
}

/** Reports a secret, and returns the place that has it: of its own where it is inside none. */
function expose(walk: Walk, holder: Holder, key: string | number, inside: Found | undefined, rule: SecretRule): Found | undefined {
  const place = inside ?? add(walk, holder, key)
  if (place !== undefined && place.exposures.length < MOST_REPORTED) place.exposures.push({ path: pathOf(walk.holders, key), rule })
  return place
}

/** Returns the path of a value from the values around it; the record itself has no key. */
const pathOf = (holders: ReadonlyArray<Holder>, last: string | number): ReadonlyArray<string | number> =>
  [...holders.map(({ key }) => key), last].flatMap((key) => (key === undefined ? [] : typeof key === 'string' ? printable(key) : key))
