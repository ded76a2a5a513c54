/**
 * Combines predicates by Kleene's three-valued logic: `UNKNOWN` may turn out as `YES` or as `NO`, and a combination
 * decides only where either would give the same.
 *
 * @module
 */
import { requireIterable, requireObject } from '../codec/argument.js'
import type { RecordPredicate, Verdict } from '../event/predicate.js'
import { eitherHint, everyHint } from './hint.js'

/**
 * Returns a predicate that requires all of these: `NO` where one is `NO`, else `UNKNOWN` where one is `UNKNOWN`, else
 * `YES`. Without any it is `YES`. They are tested in order, up to the first `NO`.
 *
 * @param predicates - Predicates of `compileFilter` or of your own.
 * @returns A predicate whose index hint is what all hints together allow.
 *
 * @example
 * import { allOf, type RecordPredicate } from 'glue-trail'
 *
 * const drops: RecordPredicate = { test: (record) => (record.eventName === 'DeleteTable' ? 'YES' : 'NO'), index: { names: ['DeleteTable'] } }
 * const inRegion: RecordPredicate = { test: (record) => (record.awsRegion === undefined ? 'UNKNOWN' : 'YES') }
 * const both = allOf([drops, inRegion])
 * assert.strictEqual(both.test({ eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }), 'UNKNOWN')
 * assert.strictEqual(both.test({ eventSource: 'glue.amazonaws.com', eventName: 'GetTable' }), 'NO')
 * assert.deepStrictEqual(both.index, { names: ['DeleteTable'] })
 *
 * @category filters
 * @since 0.1.0
 */
export function allOf(predicates: ReadonlyArray<RecordPredicate>): RecordPredicate {
  requireIterable('allOf', 'a list of predicates', predicates)
  return combined(predicates, 'NO', 'YES', indexesOf('allOf', predicates).reduce(everyHint, undefined))
}

/**
 * Returns a predicate that requires any of these: `YES` where one is `YES`, else `UNKNOWN` where one is `UNKNOWN`, else
 * `NO`. Without any it is `NO`. They are tested in order, up to the first `YES`.
 *
 * @param predicates - Predicates of `compileFilter` or of your own.
 * @returns A predicate whose index hint allows what any of the hints allows; without a hint where one of them has none.
 *
 * @example
 * import { anyOf, type RecordPredicate } from 'glue-trail'
 *
 * const named = (name: string): RecordPredicate => ({ test: (record) => (record.eventName === name ? 'YES' : 'NO'), index: { names: [name] } })
 * const changes = anyOf([named('UpdateTable'), named('DeleteTable')])
 * assert.strictEqual(changes.test({ eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }), 'YES')
 * assert.deepStrictEqual(changes.index, { names: ['UpdateTable', 'DeleteTable'] })
 *
 * @category filters
 * @since 0.1.0
 */
export function anyOf(predicates: ReadonlyArray<RecordPredicate>): RecordPredicate {
  requireIterable('anyOf', 'a list of predicates', predicates)
  const [first, ...rest] = indexesOf('anyOf', predicates)
  return combined(predicates, 'YES', 'NO', rest.reduce(eitherHint, first))
}

/**
 * Returns the opposite predicate: `YES` and `NO` change places, `UNKNOWN` stays.
 *
 * @param predicate - A predicate of `compileFilter` or of your own.
 * @returns A predicate without an index hint: a record inside the hint may be `NO` as well as `YES`.
 *
 * @example
 * import { isFailed, not } from 'glue-trail'
 *
 * const succeeded = not({ test: (record) => (isFailed(record) ? 'YES' : 'NO') })
 * assert.strictEqual(succeeded.test({ eventSource: 'glue.amazonaws.com', eventName: 'GetTable' }), 'YES')
 *
 * @category filters
 * @since 0.1.0
 */
export function not(predicate: RecordPredicate): RecordPredicate {
  requireObject('not', 'a predicate', predicate)
  return {
    test: (record) => {
      const verdict = predicate.test(record)
      return verdict === 'YES' ? 'NO' : verdict === 'NO' ? 'YES' : 'UNKNOWN'
    },
    ...(predicate.explain && { explain: predicate.explain }),
  }
}

function indexesOf(caller: string, predicates: ReadonlyArray<RecordPredicate>): ReadonlyArray<RecordPredicate['index']> {
  return predicates.map((predicate) => {
    requireObject(caller, 'predicates', predicate)
    return predicate.index
  })
}

/**
 * Tests one after the other, up to the one that decides; `otherwise` is the verdict where none decides and none is
 * unknown.
 */
function combined(
  predicates: ReadonlyArray<RecordPredicate>,
  decides: Verdict,
  otherwise: Verdict,
  index: RecordPredicate['index'],
): RecordPredicate {
  return {
    test: (record) => {
      let result = otherwise
      for (const predicate of predicates) {
        const verdict = predicate.test(record)
        if (verdict === decides) return verdict
        if (verdict === 'UNKNOWN') result = verdict
      }
      return result
    },
    explain: (record) => predicates.flatMap(({ explain }) => explain?.(record) ?? []),
    ...(index && { index }),
  }
}
