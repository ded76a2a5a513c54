/**
 * Fields that take one pattern or several, of which one must match.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import { isLiteral, MAX_PATTERN, matchesAnything, matchesGlob } from '../event/glob.js'
import type { IndexHint, RecordPredicate } from '../event/predicate.js'
import { everything, type Field, predicateOf, type Read, read, refused } from './field.js'
import type { FilterFieldName } from './field-names.js'
import type { FilterIssue } from './issue.js'
import type { Values } from './subject.js'

/** The most values that one field takes. */
export const MAX_VALUES = 1000

/** Reads the patterns of a field: a string or a list of strings, none of them empty. The first mistake is reported. */
export function readPatterns(field: FilterFieldName, value: unknown): Read<ReadonlyArray<string>> {
  if (!Array.isArray(value)) {
    const issue = issueOf(field, value, 'a string or a list of strings')
    return issue === undefined ? read([value as string]) : refused(issue)
  }
  if (value.length === 0) return refused({ code: 'EMPTY', field, expected: 'at least one value', received: 'an empty list' })
  if (value.length > MAX_VALUES) return refused({ code: 'TOO_LONG', field, expected: `at most ${MAX_VALUES} values`, received: 'more' })
  for (let index = 0; index < value.length; index++) {
    const issue = issueOf(field, value[index], 'a string')
    if (issue !== undefined) return refused({ ...issue, index })
  }
  return read([...(value as ReadonlyArray<string>)])
}

function issueOf(field: FilterFieldName, value: unknown, expected: string): FilterIssue | undefined {
  if (typeof value !== 'string') return { code: 'WRONG_TYPE', field, expected, received: kindOf(value) }
  if (value === '') return { code: 'EMPTY', field, expected: 'at least one character', received: 'an empty string' }
  if (value.length <= MAX_PATTERN) return undefined
  return { code: 'TOO_LONG', field, expected: `at most ${MAX_PATTERN} characters`, received: 'more' }
}

/** Returns a function that tests whether a string matches one of the patterns. */
export function matcherOf(patterns: ReadonlyArray<string>): (value: string) => boolean {
  const literals = new Set(patterns.filter(isLiteral))
  const globs = patterns.filter((pattern) => !isLiteral(pattern))
  return (value) => literals.has(value) || globs.some((glob) => matchesGlob(glob, value))
}

/** What a field of patterns compares, and what an index can use of it. */
export interface PatternField {
  /** Returns the strings of a record of which one must match. */
  readonly valuesOf: (record: unknown) => Values
  /** Returns what an index can use of the patterns; without it, nothing. */
  readonly hint?: (patterns: ReadonlyArray<string>) => IndexHint | undefined
}

/** Returns the predicate that requires one of the patterns. A pattern that matches anything selects every record. */
export function matching(field: FilterFieldName, patterns: ReadonlyArray<string>, { valuesOf, hint }: PatternField): RecordPredicate {
  if (patterns.some(matchesAnything)) return everything
  const matches = matcherOf(patterns)
  return predicateOf(
    field,
    (record) => {
      const { values, gap } = valuesOf(record)
      return values.some(matches) ? 'YES' : (gap ?? 'NO')
    },
    hint?.(patterns),
  )
}

/** Returns a field whose patterns are taken as they are. */
export function patternField(options: PatternField): Field {
  return (field, value) => {
    const patterns = readPatterns(field, value)
    return patterns._tag === 'Left' ? patterns : read(matching(field, patterns.right, options))
  }
}
