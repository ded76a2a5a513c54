/**
 * Fields that take one pattern or several, of which one must match.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import { isLiteral, MAX_PATTERN, matchesAnything, matchesGlob } from '../event/glob.js'
import type { IndexHint, RecordPredicate } from '../event/predicate.js'
import { everything, type Field, type Read, read, refused } from './field.js'
import type { FilterIssue } from './issue.js'

/** The most values that one field takes. */
export const MAX_VALUES = 1000

/** The patterns of a field: a text or a list of texts, none of them empty. The first that is wrong is what is reported. */
export function readPatterns(field: string, value: unknown): Read<ReadonlyArray<string>> {
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

function issueOf(field: string, value: unknown, expected: string): FilterIssue | undefined {
  if (typeof value !== 'string') return { code: 'WRONG_TYPE', field, expected, received: kindOf(value) }
  if (value === '') return { code: 'EMPTY', field, expected: 'at least one character', received: 'an empty text' }
  if (value.length <= MAX_PATTERN) return undefined
  return { code: 'TOO_LONG', field, expected: `at most ${MAX_PATTERN} characters`, received: 'more' }
}

/** Whether a text matches one of the patterns. */
export function matcherOf(patterns: ReadonlyArray<string>): (text: string) => boolean {
  const literals = new Set(patterns.filter(isLiteral))
  const globs = patterns.filter((pattern) => !isLiteral(pattern))
  return (text) => literals.has(text) || globs.some((glob) => matchesGlob(glob, text))
}

/** What a field of patterns looks at, and what an index can use of it. */
export interface PatternField {
  /** The texts of a record of which one must match, and whether those are all there are: where not, none that matches is no `no`. */
  readonly textsOf: (record: unknown) => { readonly texts: ReadonlyArray<string>; readonly all: boolean }
  /** What the patterns leave to an index; without it, nothing. */
  readonly hint?: (patterns: ReadonlyArray<string>) => IndexHint | undefined
}

/** The predicate that asks for one of the patterns. A pattern that matches anything asks nothing. */
export function matching(patterns: ReadonlyArray<string>, { textsOf, hint }: PatternField): RecordPredicate {
  if (patterns.some(matchesAnything)) return everything
  const matches = matcherOf(patterns)
  const index = hint?.(patterns)
  return {
    test: (record) => {
      const { texts, all } = textsOf(record)
      return texts.some(matches) ? 'YES' : all ? 'NO' : 'UNKNOWN'
    },
    ...(index && { index }),
  }
}

/** A field whose patterns are taken as they are given. */
export function patternField(field: string, asked: PatternField): Field {
  return (value) => {
    const patterns = readPatterns(field, value)
    return patterns._tag === 'Left' ? patterns : read(matching(patterns.right, asked))
  }
}
