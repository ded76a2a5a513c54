/**
 * Predicates of the filter language for tests, and what an index over bytes does with a hint.
 */
import { compileFilter, type FilterFields, formatFilterIssues, type IndexHint, type RecordPredicate, type Verdict } from 'glue-trail'

/** What times ago are counted from in tests. */
export const NOW = new Date('2024-05-14T12:00:00Z')

/** The predicate of fields that are right. */
export function predicateOf(fields: FilterFields): RecordPredicate {
  const filter = compileFilter(fields, { now: NOW })
  if (filter._tag === 'Left') throw new Error(formatFilterIssues(filter.left).join('\n'))
  return filter.right
}

/** What a filter answers of a record. */
export const verdictOf = (fields: FilterFields, record: object): Verdict => predicateOf(fields).test(record)

/** The lines said of fields that are wrong; none of fields that are right. */
export function issuesOfFilter(fields: unknown): ReadonlyArray<string> {
  const filter = compileFilter(fields as FilterFields, { now: NOW })
  return filter._tag === 'Left' ? formatFilterIssues(filter.left) : []
}

/** Whether an index may pass over a record: it has a member of the hint, and that falls outside. */
export function isOutside(hint: IndexHint, record: Readonly<Record<string, unknown>>): boolean {
  const { eventSource, eventName, eventTime } = record
  if (hint.sources !== undefined && typeof eventSource === 'string' && !hint.sources.includes(eventSource)) return true
  if (hint.names !== undefined && typeof eventName === 'string' && !hint.names.some((name) => starred(name).test(eventName))) return true
  const time = typeof eventTime === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(eventTime) ? Date.parse(eventTime) : Number.NaN
  return time < (hint.from ?? Number.NEGATIVE_INFINITY) || time >= (hint.to ?? Number.POSITIVE_INFINITY)
}

/** The expression of a name in which `*` matches any characters. */
const starred = (name: string): RegExp => new RegExp(`^${name.split('*').map(escaped).join('.*')}$`, 's')

const escaped = (content: string): string => content.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
