/**
 * Why a filter cannot decide a record.
 *
 * @module
 */
import { printable, printPath } from '../codec/path.js'
import type { UnknownReason } from '../event/predicate.js'
import { whyMissing } from '../insight/missing.js'
import { type ResourceGapKind, resourcesOf } from '../insight/resources.js'
import { escaped } from './escape.js'

/** The reasons, the strongest first. */
const REASONS = [
  ['OMITTED', 'the request was too large to log'],
  ['DENIED', 'denied, and the parameters are not logged'],
  ['FAILED', 'failed, and the parameters are not logged'],
  ['REDACTED', 'CloudTrail redacted the request'],
] as const

/** Returns the reason in words. */
export function reasonUndecided(record: unknown): string {
  const kinds: ReadonlyArray<string | undefined> = [
    whyMissing(record, ['requestParameters'])?.kind,
    ...(resourcesOf(record).why ?? []).map(({ kind }) => kind),
  ]
  return REASONS.find(([kind]) => kinds.includes(kind))?.[1] ?? 'the record lacks what the filter needs'
}

/** What is wrong with the member that a field of the filter needs. */
const WORDS: Readonly<Record<ResourceGapKind, string>> = {
  OMITTED: 'was omitted for its size',
  REDACTED: 'is redacted',
  DENIED: 'is not logged with a denied call',
  FAILED: 'is not logged with a failed call',
  NULL_BY_API: 'is null for every call of the API',
  NOT_LOGGED: 'is not logged',
  ABSENT: 'is missing',
  NONCONFORMING: 'does not match the model',
  UNNAMED: 'does not name it',
  UNMODELLED: 'is of an API that the model does not have',
  PREFIX: 'names a prefix of ARNs alone',
  CASE: 'differs in case alone, in a catalog that may keep case',
  OTHER_SERVICE: 'mentions it, in a call of another service',
  NO_CALL: 'is not that of a call',
}

/** Returns a reason of the filter as a line: the field, and what is wrong with the member that it needs. */
export function reasonLine({ field, kind, path }: UnknownReason): string {
  const member = printPath(path.map((part) => (typeof part === 'number' ? part : printable(part))))
  const words = Object.hasOwn(WORDS, kind) ? WORDS[kind as ResourceGapKind] : kind
  return escaped(`${field === '' ? '' : `${field}: `}${member || 'the record'} ${words}`)
}
