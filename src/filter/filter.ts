/**
 * The filter language: plain data that selects records, compiled to a predicate.
 *
 * @module
 */
import type { Either } from 'fp-ts/lib/Either.js'
import { requireOptions } from '../codec/argument.js'
import { isObject } from '../codec/check.js'
import { kindOf } from '../codec/kind.js'
import { printable } from '../codec/path.js'
import type { RecordPredicate } from '../event/predicate.js'
import { present } from '../insight/present.js'
import { allOf } from './combine.js'
import type { Given } from './field.js'
import { FILTER_FIELD_NAMES } from './field-names.js'
import { FIELDS, type FilterFields } from './fields.js'
import type { FilterIssue, FilterIssues } from './issue.js'

/**
 * Options of `compileFilter`.
 *
 * @category filters
 * @since 0.1.0
 */
export interface FilterOptions {
  /** The time from which a time ago is counted; default: now. */
  readonly now?: Date
}

/**
 * Compiles the fields of a filter to a predicate. It is three-valued: `UNKNOWN` where the record does not decide, so
 * that readers can keep such records and mark them; `explain` returns why. Its index hint is the part that names and
 * time alone decide.
 *
 * No fields make it throw. A mistake in a field is an issue, never a filter that silently matches nothing.
 *
 * @param fields - What to select; without any field, every record is `YES`.
 * @param options - See `FilterOptions`.
 * @returns An fp-ts `Either` as plain data: `Left` with at least one issue, or `Right` with the predicate.
 * @throws `TypeError` if `options` are not an object.
 *
 * @example
 * import { compileFilter } from 'glue-trail'
 *
 * const filter = compileFilter({ source: 'glue', api: ['Update*', 'Delete*'], from: '2024-05-14', errors: true })
 * if (filter._tag === 'Right') {
 *   const { test, index } = filter.right
 *   const record = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-14T16:14:13Z', errorCode: 'AccessDenied' }
 *   assert.strictEqual(test(record), 'YES')
 *   assert.strictEqual(test({ ...record, eventTime: '2024-05-13T16:14:13Z' }), 'NO')
 *   assert.strictEqual(test({ ...record, eventTime: 'the other day' }), 'UNKNOWN')
 *   assert.deepStrictEqual(index, { sources: ['glue.amazonaws.com'], names: ['Update*', 'Delete*'], from: Date.UTC(2024, 4, 14) })
 * } else {
 *   assert.fail()
 * }
 *
 * @category filters
 * @since 0.1.0
 */
export function compileFilter(fields: FilterFields, options: FilterOptions = {}): Either<FilterIssues, RecordPredicate> {
  requireOptions('compileFilter', options)
  try {
    return compileAny(fields, options)
  } catch {
    // Members that cannot be read: a getter that throws, a revoked proxy.
    return refusedWhole('an unreadable object')
  }
}

function compileAny(fields: unknown, { now }: FilterOptions): Either<FilterIssues, RecordPredicate> {
  if (!isObject(fields)) return refusedWhole(kindOf(fields))
  const given: Given = {
    fields: present(fields),
    now: now instanceof Date ? now.getTime() : Date.now(),
  }
  const issues: Array<FilterIssue> = Object.keys(given.fields)
    .filter((name) => !Object.hasOwn(FIELDS, name))
    .map((name) => ({
      code: 'UNKNOWN_FIELD',
      field: printable(name),
      expected: `one of ${FILTER_FIELD_NAMES.join(', ')}`,
      received: 'another name',
    }))
  const predicates: Array<RecordPredicate> = []
  for (const name of FILTER_FIELD_NAMES) {
    if (!Object.hasOwn(given.fields, name)) continue
    const read = FIELDS[name](name, given.fields[name], given)
    if (read._tag === 'Left') issues.push(read.left)
    else predicates.push(read.right)
  }
  const [first, ...rest] = issues
  return first === undefined ? { _tag: 'Right', right: guarded(allOf(predicates)) } : { _tag: 'Left', left: [first, ...rest] }
}

/** Returns the same predicate for records whose members cannot be read as well: those are unknown. */
function guarded({ test, explain, ...rest }: RecordPredicate): RecordPredicate {
  return {
    ...rest,
    explain: (record) => {
      try {
        return explain?.(record) ?? []
      } catch {
        return [{ field: '', kind: 'NONCONFORMING', path: [] }]
      }
    },
    test: (record) => {
      try {
        return test(record)
      } catch {
        return 'UNKNOWN'
      }
    },
  }
}

function refusedWhole(received: string): Either<FilterIssues, never> {
  return { _tag: 'Left', left: [{ code: 'WRONG_TYPE', field: '', expected: 'an object of fields', received }] }
}
