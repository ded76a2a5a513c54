/**
 * Mutants of records through every exported function that takes one. They are frozen, so that a change throws as well.
 */
import fc from 'fast-check'
import { ANSWERS } from '../support/answers.js'
import { anything, changedValueOf } from '../support/arbitrary.js'
import { EVENTS, OTHERS } from '../support/codecs.js'
import { SMALL_RECORDS } from '../support/kinds.js'
import { TOTAL } from '../support/subpath-answers.js'

const codecs = [...EVENTS, ...OTHERS]

const MEMBERS = [
  'additionalEventData',
  'addendum',
  'awsRegion',
  'errorCode',
  'errorMessage',
  'eventCategory',
  'eventID',
  'eventName',
  'eventSource',
  'eventTime',
  'eventType',
  'insightDetails',
  'recipientAccountId',
  'requestParameters',
  'resources',
  'responseElements',
  'sharedEventID',
  'timeWindow',
  'userAgent',
  'userIdentity',
]

const FAILURES = [
  { errorCode: 'AccessDenied' },
  { errorCode: 'AccessDeniedException', errorMessage: 'Insufficient Lake Formation permission(s): Required Describe on a' },
  { errorMessage: 'User: x is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-central-1:123456789012:table/a/b' },
  { requestParameters: { omitted: 'true', originalSize: '300000', reason: 'too large' } },
]

/** A record that matches its model, changed in some places; or a small one with other members; or anything at all. */
const mutant: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...codecs).chain(changedValueOf) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...codecs).chain(changedValueOf), fc.constantFrom(...FAILURES))
      .map(([record, failure]) => ({ ...record, ...failure })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...SMALL_RECORDS), fc.dictionary(fc.constantFrom(...MEMBERS), anything, { maxKeys: 4 }))
      .map(([{ record }, members]) => ({ ...record, ...members })),
  },
  { weight: 1, arbitrary: anything },
)

function frozen(value: unknown): unknown {
  const open = [value]
  while (open.length > 0) {
    const each = open.pop()
    if (typeof each !== 'object' || each === null || Object.isFrozen(each)) continue
    Object.freeze(each)
    open.push(...Object.values(each))
  }
  return value
}

const ALL = Object.entries({ ...ANSWERS, ...TOTAL })

/** What went wrong: the function, and the mutant. */
export interface FuzzFailure {
  readonly counterexample: unknown
  readonly error: unknown
}

/** Tries mutants from a seed; returns what went wrong, if anything. */
export function fuzzAnswers(cases: number, seed: number): FuzzFailure | undefined {
  const property = fc.property(mutant, (value) => {
    frozen(value)
    for (const [name, answer] of ALL) {
      try {
        answer(value)
      } catch (error) {
        throw new Error(`${name} threw`, { cause: error })
      }
    }
  })
  const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: cases, seed })
  return failed ? { counterexample, error: errorInstance } : undefined
}
