/**
 * A copy of a record without what is or may be secret.
 *
 * @module
 */
import { requireOptions } from '../codec/argument.js'
import type { Members } from '../codec/check.js'
import type { Shape } from '../codec/fields.js'
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { isOmitted, OMITTABLE } from '../event/omitted.js'
import { MARK, nameBeside, secretIn, secretUnder } from './secret.js'
import { DEEPEST, dataKey, fits, shapeOfPart, shapeOfRecord } from './shape.js'

/**
 * What `redact` leaves.
 *
 * @category insights
 * @since 0.1.0
 */
export interface RedactOptions {
  /**
   * Leave what the model does not know, and `errorMessage`, but for what a rule finds in them. Off unless asked for.
   */
  readonly keepUnknown?: boolean
}

/**
 * Returns a copy of a record in which the marker `HIDDEN_DUE_TO_SECURITY_REASONS` replaces
 *
 * - every sensitive place of `sensitivePathsOf`, whole, whatever it holds;
 * - every string in which a rule finds a secret (see `SecretRule`), and every key of a map or unknown member that is
 *   one;
 * - unless `keepUnknown`: every leaf the model does not know (members it does not have, documents, payloads of other
 *   services and of APIs without a model, values of another type than it says), and `errorMessage`, which may quote the
 *   request. Member names there stay where they look like names: up to 64 letters, digits, `_` and `-`, a letter first;
 *   the note of an omitted payload stays.
 *
 * Best effort: it is a help for sharing records, no proof. A secret in a place that the model knows as harmless (a
 * job's name, a tag, a table's parameter), without a telling name or form, stays, and so do account ids, ARNs,
 * addresses and names of people. Nothing but marks stands below 2,500 levels. After 100,000 values, each list and each
 * object ends with one mark, whatever follows: records that CloudTrail writes have fewer.
 *
 * A record that matches its model still does; redacting twice changes nothing; the record itself is left as it is.
 *
 * @param record - Any record, of any family, nonconforming ones included; of any other value all is hidden.
 * @param options - See `RedactOptions`.
 * @returns A deep copy; the marker alone where a member of the record cannot be read, such as a getter that throws.
 * @throws `TypeError` if `options` are not an object.
 *
 * @example
 * import { redact } from 'glue-trail'
 *
 * const record = {
 *   eventSource: 'glue.amazonaws.com', eventName: 'StartJobRun', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   requestParameters: { jobName: 'nightly', arguments: { '--password': 'hunter2' } },
 *   errorMessage: 'no such job',
 * } as const
 * assert.deepStrictEqual(redact(record), {
 *   ...record,
 *   requestParameters: { jobName: 'nightly', arguments: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
 *   errorMessage: 'HIDDEN_DUE_TO_SECURITY_REASONS',
 * })
 *
 * @category insights
 * @since 0.1.0
 */
export function redact<R>(record: R, options: RedactOptions = {}): R {
  requireOptions('redact', options)
  const keepUnknown = options.keepUnknown === true
  try {
    return redacted(record, keepUnknown)
  } catch {
    // A member that cannot be read may hold anything.
    return MARK as R
  }
}

function redacted<R>(record: R, keepUnknown: boolean): R {
  const shape = shapeOfRecord(record)
  const walk: Walk = { keepUnknown, left: MOST, open: [], copies: new Map() }
  const copy = copyOf(record, shape, undefined, 0, walk)
  // Grows while it is walked.
  for (const open of walk.open) {
    if (Array.isArray(open.from)) {
      const list = open.to as Array<unknown>
      for (const item of open.from) {
        const isLast = walk.left-- <= 0
        list.push(isLast ? MARK : copyOf(item, shapeOfPart(open.shape, 0), undefined, open.depth, walk))
        if (isLast) break
      }
    } else {
      copyMembers(open, walk)
    }
  }
  const message = memberOf(record, 'errorMessage')
  if (shape !== undefined && !keepUnknown && typeof message === 'string') put(copy as object, 'errorMessage', hidden(message))
  return copy as R
}

interface Open {
  readonly from: object
  readonly to: object
  /** What the model says of it, where it is what the model says. */
  readonly shape: Shape | undefined
  readonly depth: number
  /** The member that holds it; `undefined` at the root and in a list. */
  readonly key: string | undefined
  /** How many members of it are copied, if it has more. */
  readonly left: number
}

/** So many values are copied: marks may be many times as long as what they replace. */
const MOST = 100_000

interface Walk {
  readonly keepUnknown: boolean
  /** How many values may still be copied. The members of an object are counted with it, before what follows it. */
  left: number
  readonly open: Array<Open>
  /**
   * The copy of each value, by what the model says of it: a value inside itself is copied once, and its copy is inside
   * itself too.
   */
  readonly copies: Map<Shape | undefined, Map<object, object>>
}

/**
 * Returns the value for the copy; an object is empty at first and filled later. The name is that of a string as data,
 * and the key of an object.
 */
function copyOf(value: unknown, shape: Shape | undefined, name: string | undefined, depth: number, walk: Walk): unknown {
  const { keepUnknown, open, copies, left } = walk
  if (value == null) return value
  if (shape?.sensitive) return hidden(value)
  const known = fits(shape, value)
  const knownShape = known ? shape : undefined
  if (typeof value === 'object') {
    if (depth >= DEEPEST) return MARK
    const alike = copies.get(knownShape) ?? new Map<object, object>()
    const before = alike.get(value)
    if (before !== undefined) return before
    const to = Array.isArray(value) ? [] : {}
    copies.set(knownShape, alike.set(value, to))
    open.push({ from: value, to, shape: knownShape, depth: depth + 1, key: name, left })
    if (!Array.isArray(value)) walk.left -= Object.keys(value).length
    return to
  }
  if (!known && !keepUnknown) return hidden(value)
  return typeof value === 'string' && secretUnder(name, value) ? hidden(value) : value
}

/** How deep the members of payloads stand. */
const PAYLOAD = 2

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const NUMBER = /^[0-9]{1,15}$/

function copyMembers(open: Open, walk: Walk): void {
  const { to, shape, depth, left } = open
  const from = open.from as Members
  const note = depth === PAYLOAD && isOmitted(from)
  let hiddenNames = 0
  const nameNotIn = (others: object): string => {
    let other = MARK
    while (Object.hasOwn(others, other) || Object.hasOwn(to, other)) other = `${MARK}_${++hiddenNames}`
    return other
  }
  let copied = 0
  for (const key of Object.keys(from)) {
    if (copied++ >= left) {
      put(to, nameNotIn(to), MARK)
      return
    }
    const name = dataKey(shape, key)
    const value = from[key]
    const kept = note && isOfNote(key, value)
    const nameOf = typeof value === 'object' ? key : (name ?? nameBeside(from, key, open.key))
    const copy = kept ? value : copyOf(value, shapeOfPart(shape, key), nameOf, depth, walk)
    const shown = name === undefined || (secretIn(name) === undefined && (walk.keepUnknown || shape?.kind === 'map' || NAME.test(name)))
    put(to, shown ? key : nameNotIn(from), copy)
  }
}

/** Whether a member says that and why a payload was omitted, and nothing else. */
function isOfNote(key: string, value: unknown): boolean {
  if (key === 'omitted') return value === true || value === 'true'
  if (key === 'originalSize') return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value.slice(0, 16)))
  return key === 'reason' && OMITTABLE.some((member) => value === `${member} too large`)
}

const hidden = (value: unknown): unknown => (isRedacted(value) ? value : MARK)

/** Not by assignment: a key `__proto__` is data. */
function put(to: object, key: string, value: unknown): void {
  Object.defineProperty(to, key, { value, writable: true, enumerable: true, configurable: true })
}
