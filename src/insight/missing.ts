/**
 * Why a value is missing. CloudTrail leaves values out in many ways: the payload may have been too large, the value
 * redacted, the call denied, the response never logged.
 *
 * @module
 */
import { wrongArgument } from '../codec/argument.js'
import type { Field, Shape } from '../codec/fields.js'
import { kindOf } from '../codec/kind.js'
import { isRedacted } from '../codec/redacted.js'
import { fieldsOf } from '../codec/structure.js'
import { classify } from '../event/classify.js'
import { isOmitted } from '../event/omitted.js'
import { nullResponseOf } from '../event/registry.js'
import { total } from '../event/total.js'
import { NOT_LOGGED } from '../generated/evidence.js'
import { glueApiOf } from './glue-api.js'
import { outcomeOf } from './outcome.js'
import { partOf } from './part-of.js'
import { present } from './present.js'
import type { RecordPath } from './record-path.js'

/**
 * Why a value is missing.
 *
 * - `OMITTED`: the payload that had it was too large to log.
 * - `REDACTED`: a redaction marker replaces it, or what contained it.
 * - `DENIED`: the call was denied, and the payload of denied calls is null.
 * - `FAILED`: the call failed, and its payload is null.
 * - `NULL_BY_API`: CloudTrail logs null for the response of this API.
 * - `NOT_LOGGED`: CloudTrail does not log it, or the API requires it and the call succeeded without it being logged.
 * - `NONCONFORMING`: the value there, or on the way to it, has another type than in the model.
 * - `ABSENT`: it is missing, and no more is known.
 *
 * @category insights
 * @since 0.1.0
 */
export type MissingKind = 'OMITTED' | 'REDACTED' | 'DENIED' | 'FAILED' | 'NULL_BY_API' | 'NOT_LOGGED' | 'NONCONFORMING' | 'ABSENT'

/**
 * The basis of an answer, the strongest first: AWS documents it, a public record shows it, the API model states it, or
 * it follows from the rest.
 *
 * @category insights
 * @since 0.1.0
 */
export type AnswerBasis = 'DOCUMENTED' | 'OBSERVED' | 'MODEL' | 'INFERRED'

/**
 * Why a value is missing, and the basis of that.
 *
 * @category insights
 * @since 0.1.0
 */
export interface MissingValue {
  /** The reason. */
  readonly kind: MissingKind
  /** The basis of the reason. */
  readonly basis: AnswerBasis
  /** Of what was `OMITTED`: its size in bytes, where the record has it. */
  readonly originalSize?: number
}

/**
 * Returns why the value at a path is missing, as deep as the model goes: the reason of the first part of the path that
 * is missing.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @param path - From the record's root, such as `['requestParameters', 'connectionInput', 'connectionProperties']`.
 * @returns The reason, or `undefined` where a value is there, or where the model knows no such path. For members in the
 * payloads of other services and of unmodelled Glue calls, the model knows only whether the payload is there.
 * @throws `TypeError` where the path is not a list of names and indexes.
 *
 * @example
 * import { whyMissing } from 'glue-trail'
 *
 * const record = {
 *   eventSource: 'glue.amazonaws.com',
 *   eventName: 'CreateConnection',
 *   requestParameters: { connectionInput: { name: 'test-connection-alpha', connectionType: 'JDBC' } },
 *   responseElements: null,
 * }
 * assert.deepStrictEqual(whyMissing(record, ['requestParameters', 'connectionInput', 'connectionProperties']), {
 *   kind: 'NOT_LOGGED',
 *   basis: 'DOCUMENTED',
 * })
 * assert.deepStrictEqual(whyMissing(record, ['responseElements']), { kind: 'NULL_BY_API', basis: 'OBSERVED' })
 * assert.strictEqual(whyMissing(record, ['requestParameters', 'connectionInput', 'name']), undefined)
 *
 * @category insights
 * @since 0.1.0
 */
export function whyMissing(record: unknown, path: RecordPath): MissingValue | undefined {
  const { missing, modelled } = lookUp('whyMissing', record, path)
  return modelled ? missing : undefined
}

/** What a path leads to. */
export interface LookedUp {
  readonly value: unknown
  /** What the model says of the value; nothing where it does not know the path. */
  readonly shape: Shape | undefined
  /** Why the value is missing. */
  readonly missing: MissingValue | undefined
  /** Whether the model knows of the path. */
  readonly modelled: boolean
}

/** Follows a path through a record and its model at once. */
export function lookUp(caller: string, record: unknown, path: RecordPath): LookedUp {
  if (kindOf(path) !== 'a list' || path.some((key) => typeof key !== 'string' && typeof key !== 'number'))
    throw wrongArgument(caller, 'a list of names and indexes', path)
  return total((value) => follow(value, path), record)
}

function follow(record: unknown, path: RecordPath): LookedUp {
  const codec = classify(record)?.codec
  let shape: Shape | undefined = codec && { kind: 'structure', codec, sensitive: false }
  let value = record
  for (const [i, key] of path.entries()) {
    const above: Shape | undefined = shape
    const field = fieldAt(above, key)
    const rest = path.slice(i + 1)
    shape = field?.shape ?? partAt(above, key)
    value = partOf(value, key)
    const missing =
      value == null
        ? whyNull(record, i === 0 ? key : undefined, above, field)
        : whyNone(value, i === 0, rest.length > 0 ? shape : undefined)
    if (missing !== undefined) {
      // A document holds any value: the model cannot say that anything is missing.
      return { value: undefined, shape, missing, modelled: leads(shape, rest) && !(value == null && above?.kind === 'document') }
    }
  }
  return { value, shape, missing: undefined, modelled: shape !== undefined }
}

function fieldAt(shape: Shape | undefined, key: string | number): Field | undefined {
  if (shape?.kind !== 'structure') return undefined
  return fieldsOf(shape.codec).find((field) => field.name === key && field.shape.kind !== 'absent')
}

/** What the model says of an item, of a map's value, or of anything in a document. */
function partAt(shape: Shape | undefined, key: string | number): Shape | undefined {
  switch (shape?.kind) {
    case 'list':
      return typeof key === 'number' ? shape.item : undefined
    case 'map':
      return typeof key === 'string' ? shape.item : undefined
    case 'document':
      return shape
    default:
      return undefined
  }
}

/** Whether the model knows the rest of a path. */
function leads(shape: Shape | undefined, path: RecordPath): boolean {
  let at = shape
  for (const key of path) at = fieldAt(at, key)?.shape ?? partAt(at, key)
  return at !== undefined
}

/** Returns why a value that is present does not count, or has no parts although this shape has parts. */
function whyNone(value: unknown, atRoot: boolean, shape: Shape | undefined): MissingValue | undefined {
  if (isRedacted(value)) return { kind: 'REDACTED', basis: 'DOCUMENTED' }
  if (atRoot && isOmitted(value)) {
    const size = Number(value.originalSize)
    return { kind: 'OMITTED', basis: 'DOCUMENTED', ...present({ originalSize: size >= 0 ? size : undefined }) }
  }
  if (shape === undefined || shape.kind === 'document') return undefined
  return typeof value === 'object' && Array.isArray(value) === (shape.kind === 'list')
    ? undefined
    : { kind: 'NONCONFORMING', basis: 'MODEL' }
}

/** Why a value is null or absent. */
function whyNull(record: unknown, rootName: string | number | undefined, above: Shape | undefined, field: Field | undefined): MissingValue {
  const { kind, items } = outcomeOf(record) ?? {}
  // A batch call succeeds as a call, whatever its items do.
  const outcome = items === undefined ? kind : 'SUCCEEDED'
  if (rootName === 'requestParameters' || rootName === 'responseElements') {
    if (outcome === 'DENIED') return { kind: 'DENIED', basis: 'OBSERVED' }
    if (outcome === 'FAILED') return { kind: 'FAILED', basis: rootName === 'responseElements' ? 'OBSERVED' : 'INFERRED' }
    const basis = rootName === 'responseElements' ? nullResponse(record) : undefined
    if (basis !== undefined) return { kind: 'NULL_BY_API', basis }
    const { shape } = field ?? {}
    if (shape?.kind === 'structure' && fieldsOf(shape.codec).some((member) => member.requiredByApi)) {
      return { kind: 'NOT_LOGGED', basis: 'MODEL' }
    }
  } else if (above?.kind === 'structure' && field !== undefined) {
    if (NOT_LOGGED.includes(`${above.codec.name}.${field.name}`)) return { kind: 'NOT_LOGGED', basis: 'DOCUMENTED' }
    if (field.requiredByApi && outcome === 'SUCCEEDED') return { kind: 'NOT_LOGGED', basis: 'MODEL' }
  }
  return { kind: 'ABSENT', basis: 'MODEL' }
}

function nullResponse(record: unknown): AnswerBasis | undefined {
  const basis = nullResponseOf(glueApiOf(record) ?? '')
  return basis === 'NO_OUTPUT' ? 'MODEL' : basis === 'LIKELY' ? 'INFERRED' : basis
}
