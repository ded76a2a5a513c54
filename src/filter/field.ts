/**
 * What a field of the filter language is: a function that reads the value given and returns a predicate. Each is a file
 * under `field/`.
 *
 * @module
 */
import type { Either } from 'fp-ts/lib/Either.js'
import type { IndexHint, RecordPredicate } from '../event/predicate.js'
import type { ResourceGap } from '../insight/resources.js'
import type { FilterFieldName } from './field-names.js'
import type { FilterIssue } from './issue.js'

/** All fields given, and the time from which a time ago is counted, in milliseconds since 1970. */
export interface Given {
  readonly fields: Readonly<Record<string, unknown>>
  readonly now: number
}

/** What the value of a field was read as, or what is wrong with it. */
export type Read<A> = Either<FilterIssue, A>

/** Reads the value of a field. The value is set; its type is not known. */
export type Field = (name: FilterFieldName, value: unknown, given: Given) => Read<RecordPredicate>

/** Why a field cannot decide: what is missing, and where. */
export type Gap = Pick<ResourceGap, 'path' | 'kind'>

/** What a field decides about a record: `YES`, `NO`, or the gap that leaves it unknown. */
export type Decision = 'YES' | 'NO' | Gap

/** Selects every record. */
export const everything: RecordPredicate = { test: () => 'YES' }

/** Returns the predicate of a field, which explains what it cannot decide. */
export function predicateOf(field: FilterFieldName, decide: (record: unknown) => Decision, index?: IndexHint | undefined): RecordPredicate {
  return {
    test: (record) => {
      const decision = decide(record)
      return typeof decision === 'string' ? decision : 'UNKNOWN'
    },
    explain: (record) => {
      const decision = decide(record)
      return typeof decision === 'string' ? [] : [{ field, kind: decision.kind, path: decision.path }]
    },
    ...(index && { index }),
  }
}

/** A value that was read. */
export const read = <A>(right: A): Read<A> => ({ _tag: 'Right', right })

/** A value that is refused. */
export const refused = (issue: FilterIssue): Read<never> => ({ _tag: 'Left', left: issue })
