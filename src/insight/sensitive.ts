/**
 * Where a record may hold secrets, and whether it does: what the model marks as sensitive, and what looks like a secret
 * anywhere.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { Shape } from '../codec/fields.js'
import { printable } from '../codec/path.js'
import { isRedacted } from '../codec/redacted.js'
import { isGlueRecord } from '../event/name-guards.js'
import { sensitivePathsOf } from '../event/registry.js'
import { total } from '../event/total.js'
import type { GlueEventName } from '../generated/registry.js'
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

/** Where the walk is: a chain of keys, turned into a path only when there is something to report. */
interface At {
  readonly key: string | number
  readonly up: At | undefined
}

interface Found {
  readonly place: string
  readonly path: ReadonlyArray<string | number>
  marked: boolean
  readonly exposures: Array<Exposure>
}

interface Open {
  readonly value: object
  readonly shape: Shape | undefined
  readonly place: string
  readonly at: At | undefined
  readonly depth: number
  /** The sensitive place that this is a part of. */
  readonly inside: Found | undefined
}

/**
 * Returns every place of a record that may hold a secret: those of `sensitivePathsOf`, and any other in which a rule
 * finds one, in payloads of other services and members the model does not know as well. See `SecretRule` for the rules
 * and their limits. Nothing below 500 levels is looked at, which no record that matches its model has; of a record with
 * more than 1,000 places or of a place with more than 1,000 secrets, the first are reported.
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
  const found: Array<Found> = []
  const open: Array<Open> = []
  const seen = new Map<object, Set<Found | undefined>>()
  if (isObject(record)) open.push({ value: record, shape: shapeOfRecord(record), place: '', at: undefined, depth: 0, inside: undefined })
  // Grows while it is walked: outer before inner, in the record's order.
  for (const holder of open) {
    const { value } = holder
    // A value inside itself is visited once for each place.
    const visited = seen.get(value) ?? new Set()
    if (visited.has(holder.inside)) continue
    seen.set(value, visited.add(holder.inside))
    if (Array.isArray(value)) for (let i = 0; i < value.length; i++) look(value[i], i, holder, found, open)
    else for (const key of Object.keys(value)) look((value as Readonly<Record<string, unknown>>)[key], key, holder, found, open)
  }
  const places = found.map(({ place, path, marked, exposures }): SensitivePlace => {
    return { place, path, state: exposures.length > 0 ? 'EXPOSED' : marked ? 'MARKED' : 'SHOWN', exposures }
  })
  const name = isGlueRecord(record) ? record.eventName : undefined
  const there = new Set(found.map(({ place }) => place))
  for (const place of typeof name === 'string' ? sensitivePathsOf(name as GlueEventName) : []) {
    if (!there.has(place)) places.push({ place, state: 'ABSENT', exposures: [] })
  }
  return places.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
}

function look(value: unknown, key: string | number, holder: Open, found: Array<Found>, open: Array<Open>): void {
  if (value == null) return
  const shape = shapeOfPart(holder.shape, key)
  const name = dataKey(holder.shape, key)
  const keyRule = name === undefined ? undefined : secretIn(name)
  const at: At = { key: keyRule ? MARK : key, up: holder.at }
  const place = typeof key === 'number' ? `${holder.place}[]` : partOf(holder, keyRule ? MARK : key)
  let { inside } = holder
  const expose = (rule: SecretRule): void => {
    inside ??= add(found, place, at)
    if (inside === undefined || inside.exposures.length >= MOST_REPORTED) return
    inside.exposures.push({ path: pathOf(at), rule })
  }
  if (shape?.sensitive) {
    inside = add(found, place, at)
    if (isRedacted(value)) mark(inside)
    else if (!MAY_HOLD.test(String(key).slice(0, 64))) {
      if (!isEmpty(value)) expose('SENSITIVE_MEMBER')
      return
    }
  }
  if (keyRule) expose(keyRule)
  if (typeof value === 'string') {
    if (inside && isRedacted(value)) inside.marked = true
    const rule = secretUnder(name ?? nameBeside(holder.value, key), value)
    if (rule) expose(rule)
  } else if (typeof value === 'object' && holder.depth < DEEPEST_LOOKED_AT) {
    open.push({ value, shape: fits(shape, value) ? shape : undefined, place, at, depth: holder.depth + 1, inside })
  }
}

function mark(found: Found | undefined): void {
  if (found !== undefined) found.marked = true
}

function partOf({ place, shape }: Open, key: string): string {
  if (shape?.kind === 'map') return `${place}{}`
  return place === '' ? printable(key) : `${place}.${printable(key)}`
}

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Adds a place; `undefined` beyond the limit. */
function add(found: Array<Found>, place: string, at: At): Found | undefined {
  if (found.length >= MOST_REPORTED) return undefined
  const one: Found = { place, path: pathOf(at), marked: false, exposures: [] }
  found.push(one)
  return one
}

function pathOf(at: At): ReadonlyArray<string | number> {
  const path: Array<string | number> = []
  for (let place: At | undefined = at; place !== undefined; place = place.up) {
    path.push(typeof place.key === 'string' ? printable(place.key) : place.key)
  }
  return path.reverse()
}
