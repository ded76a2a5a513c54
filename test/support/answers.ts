/**
 * Every exported function that takes a record, a payload or any value, called with one value.
 * `test/property/hostile-answers.test.ts` holds that none is missing here.
 */

import { FILTER_FIELD_NAMES } from '../../src/filter/field-names.js'
import * as api from '../../src/index.js'

const SAMPLES: Readonly<Record<string, unknown>> = {
  api: 'Get*',
  from: '2024-05-14',
  to: '2024-05-15',
  errors: true,
  denied: true,
  reads: true,
  writes: true,
  exposed: true,
  via: 'athena',
  source: 'glue',
  resource: ['a.b', 'arn:aws:glue:*:*:table/a/b'],
}

/** The predicates of the filter: one for each field, and a combination. */
const PREDICATES: Readonly<Record<string, api.RecordPredicate>> = Object.fromEntries(
  FILTER_FIELD_NAMES.map((name) => {
    const filter = api.compileFilter({ [name]: SAMPLES[name] ?? 'a*' })
    if (filter._tag === 'Left') throw new Error(`a filter that does not compile: ${name}`)
    return [`filter ${name}`, filter.right]
  }),
)

const test = (predicate: api.RecordPredicate) => (value: unknown) => {
  const record = value as api.CloudTrailRecord
  return [predicate.test(record), predicate.explain?.(record)]
}

const always = (): void => undefined

/** By name, followed by how it is called. */
export const ANSWERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  accountOf: api.accountOf,
  'actorLabel of actorOf': (value) => api.actorLabel(api.actorOf(value)),
  actorOf: api.actorOf,
  'not allOf anyOf': test(api.not(api.allOf([api.anyOf(Object.values(PREDICATES)), ...Object.values(PREDICATES)]))),
  apiLabel: api.apiLabel,
  applyAddenda: (value) => api.applyAddenda([value, value]),
  'decodeRecord issuesOf formatIssues': (value) => api.formatIssues(api.issuesOf(api.decodeRecord(value))),
  'decodeRecords recordOf': (value) => Array.from(api.decodeRecords([value]), ({ result }) => api.recordOf(result)),
  deduplicate: (value) => [value, value].filter(api.deduplicate()),
  'deduplicate by sharedEventID': (value) => [value, value].filter(api.deduplicate({ by: 'sharedEventID' })),
  denialOf: api.denialOf,
  historyOf: (value) => api.historyOf([value, value], 'a.b'),
  isCallTo: api.isCallTo('UpdateTable'),
  isConforming: api.isConforming as (value: unknown) => boolean,
  isEvent: api.isEvent('UpdateTable'),
  isFailed: api.isFailed,
  isGlueEvent: api.isGlueEvent,
  isGlueRecord: api.isGlueRecord,
  isIdentity: api.isIdentity('IAMUser') as (value: unknown) => boolean,
  isOmitted: api.isOmitted,
  isRedacted: api.isRedacted,
  lakeFormationOf: api.lakeFormationOf,
  matchEvent: (value) => api.matchEvent(value as api.GlueEvent, {}, always),
  matchRecord: (value) =>
    api.matchRecord(value as api.CloudTrailRecord, {
      event: always,
      nonconforming: always,
      unmodelled: always,
      otherService: always,
      insight: always,
      aggregated: always,
    }),
  memberOf: (value) => api.memberOf(value, 'a'),
  'outcomeLabel of outcomeOf': (value) => api.outcomeLabel(api.outcomeOf(value)),
  outcomeOf: api.outcomeOf,
  parseArn: (value) => api.parseArn(value as string),
  parseTimestamp: api.parseTimestamp,
  policyOf: api.policyOf,
  redact: api.redact,
  'redact, unknown members kept': (value) => api.redact(value, { keepUnknown: true }),
  'resourceLabel resourcesLabel of resourcesOf': (value) => {
    const answer = api.resourcesOf(value)
    return [api.resourcesLabel(answer), ...answer.resources.map(api.resourceLabel)]
  },
  resourcesOf: api.resourcesOf,
  sensitiveIn: api.sensitiveIn,
  sortByTime: (value) => api.sortByTime([value, value]),
  summaryOf: api.summaryOf,
  tableChangeOf: (value) => api.tableChangeOf(value, value),
  toStandardSchema: (value) => api.toStandardSchema(api.CloudTrailRecord)['~standard'].validate(value),
  unredacted: api.unredacted,
  valueAt: (value) => api.valueAt(value, 'requestParameters', 'a', 0, 'b'),
  viaOf: api.viaOf,
  whyMissing: (value) => api.whyMissing(value, ['requestParameters', 'a']),
  ...Object.fromEntries(Object.entries(PREDICATES).map(([name, predicate]) => [name, test(predicate)])),
}

/** Functions that take names or options instead; `test/property/wrong-arguments.test.ts` is about them. */
export const OTHERS: ReadonlyArray<string> = [
  'accessLevelOf',
  'compileFilter',
  'formatFilterIssues',
  'isNullResponseApi',
  'nullResponseOf',
  'sensitivePathsOf',
  'serviceLabel',
]
