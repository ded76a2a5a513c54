/**
 * Combining predicates. The logic is Kleene's: `unknown` may turn out as `yes` or as `no`, and an answer is given only where it does not matter
 * which.
 *
 * @module
 */
import type { RecordPredicate, Verdict } from '../event/predicate.js'
import { eitherHint, everyHint } from './hint.js'

/**
 * A predicate that asks for all of some: `no` where one answers `no`, else `unknown` where one answers `unknown`, else `yes`. Of none it is `yes`.
 * They are asked in order, up to the first `no`.
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
  return predicateOf(asked(predicates, 'NO', 'YES'), predicates.map(({ index }) => index).reduce(everyHint, undefined))
}

/**
 * A predicate that asks for any of some: `yes` where one answers `yes`, else `unknown` where one answers `unknown`, else `no`. Of none it is `no`.
 * They are asked in order, up to the first `yes`.
 *
 * @param predicates - Predicates of `compileFilter` or of your own.
 * @returns A predicate whose index hint allows what any of the hints allows; none where one of them has none.
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
  const [first, ...rest] = predicates.map(({ index }) => index)
  return predicateOf(asked(predicates, 'YES', 'NO'), rest.reduce(eitherHint, first))
}

/**
 * The predicate that asks the opposite: `yes` and `no` change places, `unknown` stays.
 *
 * @param predicate - A predicate of `compileFilter` or of your own.
 * @returns A predicate without an index hint: what a hint leaves open may be `no` as well as `yes`.
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
  return {
    test: (record) => {
      const verdict = predicate.test(record)
      return verdict === 'YES' ? 'NO' : verdict === 'NO' ? 'YES' : 'UNKNOWN'
    },
  }
}

/** Asks one after the other, up to the one that decides; `otherwise` is what none of them comes to. */
function asked(predicates: ReadonlyArray<RecordPredicate>, decides: Verdict, otherwise: Verdict): RecordPredicate['test'] {
  return (record) => {
    let answer = otherwise
    for (const predicate of predicates) {
      const verdict = predicate.test(record)
      if (verdict === decides) return verdict
      if (verdict === 'UNKNOWN') answer = verdict
    }
    return answer
  }
}

/** A predicate from its parts; one without a hint has no `index` at all. */
function predicateOf(test: RecordPredicate['test'], index: RecordPredicate['index']): RecordPredicate {
  return index === undefined ? { test } : { test, index }
}
