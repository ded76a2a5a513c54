/**
 * What a field of the filter language is: a function that reads the value given and makes a predicate of it. Each stands in a file under `field/`.
 *
 * @module
 */
import type { Either } from 'fp-ts/lib/Either.js'
import type { RecordPredicate } from '../event/predicate.js'
import type { FilterIssue } from './issue.js'

/** All fields given, and the time that a time ago is counted from, in milliseconds since 1970. */
export interface Given {
  readonly fields: Readonly<Record<string, unknown>>
  readonly now: number
}

/** What the value of a field came to, or what is wrong with it. */
export type Read<A> = Either<FilterIssue, A>

/** A field: its value is there, and of any type. */
export type Field = (value: unknown, given: Given) => Read<RecordPredicate>

/** What asks nothing. */
export const everything: RecordPredicate = { test: () => 'YES' }

/** A value that was read. */
export const read = <A>(right: A): Read<A> => ({ _tag: 'Right', right })

/** A value that is refused. */
export const refused = (issue: FilterIssue): Read<never> => ({ _tag: 'Left', left: issue })
