/** One record, one truth: all answers about how a call ended, and on what it acted, agree. */
import { describe, expect, it } from 'vitest'
import { answersOf } from '../../src/archive/answers.js'
import { COLUMNS, COMPUTED } from '../../src/archive/columns.js'
import { Counter } from '../../src/cli/census.js'
import { exampleOf } from '../../src/example/example-of.js'
import { BATCHES } from '../../src/generated/batches.js'
import {
  type CallOutcome,
  decodeRecord,
  denialOf,
  type FilterFields,
  GLUE_APIS,
  type GlueEventName,
  type GlueResource,
  historyOf,
  isFailed,
  type NonconformingRecord,
  outcomeOf,
  recordOf,
  resourcesOf,
  summaryOf,
  type Verdict,
} from '../../src/index.js'
import { predicateOf } from '../support/filter.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'
import { shown } from '../support/shown.js'

const errors = predicateOf({ errors: true })
const denied = predicateOf({ denied: true })
const verdictOf = (fields: FilterFields, record: unknown): Verdict => predicateOf(fields).test(record as NonconformingRecord)

/** What `--errors` and `--denied` must answer, by the outcome alone. */
function expectedVerdicts({ kind, items = [] }: CallOutcome, hasCode: boolean): readonly [errors: Verdict, denied: Verdict] {
  const unknown = items.some((item) => item.kind === 'UNKNOWN') ? 'UNKNOWN' : 'NO'
  if (kind === 'DENIED' || items.some((item) => item.kind === 'DENIED')) return ['YES', 'YES']
  if (kind === 'SUCCEEDED') return [unknown, unknown]
  // A failure without a code may be a denial.
  return ['YES', items.length > 0 || hasCode ? unknown : 'UNKNOWN']
}

/** How the call must have ended for a resource. */
function expectedFor({ path }: GlueResource, { kind, items = [] }: CallOutcome): GlueResource['outcome'] {
  const item = items.find((each) => JSON.stringify(each.path) === JSON.stringify(path))
  return item?.kind ?? (kind === 'SUCCEEDED' && items.some((each) => each.kind === 'UNKNOWN') ? 'UNKNOWN' : kind)
}

const cellOf = (record: NonconformingRecord, column: 'outcome' | 'resources'): unknown => {
  const from = COMPUTED.find(({ name }) => name === column)?.from
  return typeof from === 'function' ? from(answersOf(shown(record))) : undefined
}

/** Calls that change the table they name. */
const CHANGES =
  /^(?:(?:Batch)?(?:Create|Delete|Update)Partition|(?:Create|Delete)PartitionIndex|(?:Create|Update|Delete|BatchDelete)Table)$/

/** Compares all answers about one record, and returns what it is an instance of. */
function expectAgreement(record: NonconformingRecord): ReadonlyArray<string> {
  const outcome = outcomeOf(record)
  const { resources, complete } = resourcesOf(record)
  const met: Array<string> = []
  expect(denialOf(record) !== undefined).toBe(outcome?.kind === 'DENIED')
  expect(isFailed(record)).toBe(outcome?.kind === 'FAILED' || outcome?.kind === 'DENIED')
  expect(cellOf(record, 'outcome')).toBe(outcome?.kind)
  if (outcome === undefined) return met

  met.push(outcome.kind)
  const expected = expectedVerdicts(outcome, typeof record.errorCode === 'string')
  expect([errors.test(record), denied.test(record)]).toEqual(expected)
  const counter = new Counter()
  counter.add(shown(record))
  const census = counter.result(10)
  expect([census.failed, census.denied, census.partial]).toEqual([
    ...expected.map((verdict) => (verdict === 'YES' ? 1 : 0)),
    outcome.kind === 'PARTIAL' ? 1 : 0,
  ])
  expect(census.errors.top.length > 0).toBe(census.failed === 1)
  const sentence = summaryOf(record)
  expect(sentence.includes(' was not allowed to ')).toBe(outcome.kind === 'DENIED')
  expect(sentence.includes(' failed to ')).toBe(outcome.kind === 'FAILED')

  if (complete) expect(verdictOf({ resource: 'no-resource-has-this-name' }, record)).toBe('NO')
  expect(cellOf(record, 'resources')).toMatchObject(resources.map((resource) => ({ outcome: resource.outcome })))
  for (const resource of resources) {
    expect(resource.outcome).toBe(expectedFor(resource, outcome))
    expectFound(record, resource)
    met.push(...expectHistory(record, resource))
  }
  return met
}

/** The filter finds a resource by each of its names. */
function expectFound(record: NonconformingRecord, { name, within = [], arn }: GlueResource): void {
  const names = [name, name && [...within, name].join('.'), arn]
  for (const each of names) if (each && each.length <= 512 && !/[*?]/.test(each)) expect(verdictOf({ resource: each }, record)).toBe('YES')
}

/** The history of a table shows what became of it in the call. */
function expectHistory(record: NonconformingRecord, { type, name, within, outcome }: GlueResource): ReadonlyArray<string> {
  const database = type === 'database' && record.eventName === 'DeleteDatabase' ? name : within?.[0]
  if (database === undefined || database.includes('.') || !(type === 'table' || type === 'database')) return []
  const events = historyOf([record], `${database}.${type === 'table' ? name : 'any'}`)
  if (type === 'table' && CHANGES.test(String(record.eventName))) expect(events).toHaveLength(1)
  for (const { kind, certain, outcome: of } of events) {
    expect(certain).toBe(outcome !== 'UNKNOWN')
    expect(of.kind).toBe(outcome === 'UNKNOWN' ? 'SUCCEEDED' : outcome)
    const hasNoEffect = kind === 'DENIED' || kind === 'FAILED'
    expect(hasNoEffect ? kind : 'DONE').toBe(outcome === 'DENIED' || outcome === 'FAILED' ? outcome : 'DONE')
  }
  return events.map(({ kind }) => `history ${kind}`)
}

/** Returns records of a batch call whose response lists the first items as failed, for each number of items. */
function failedBatches(line: string, errorCode: string): ReadonlyArray<NonconformingRecord> {
  const [api = '', requested = '', requestedBy = '', failed = '', failedBy = '', detail = ''] = line.split(' ')
  const event = exampleOf(api as GlueEventName, { seed: 3 }) as NonconformingRecord
  const request = event.requestParameters as Readonly<Record<string, unknown>>
  const list = request[requested.replace('[]', '')]
  const items: ReadonlyArray<unknown> = Array.isArray(list) ? list : (outcomeOf(event)?.items ?? []).map(({ item }) => Number(item))
  const nested = (path: string, value: unknown): object => {
    const [last = '', ...outer] = path.split('.').reverse()
    return outer.reduce<object>((inner, step) => ({ [step]: inner }), { [last]: value })
  }
  const entry = (item: unknown): object => {
    const froms = requestedBy.split(',')
    const identified = failedBy.split(',').map((path, i) => {
      const from = froms[i] ?? ''
      return nested(path, from === '' ? item : (item as Readonly<Record<string, unknown>>)[from])
    })
    return Object.assign({}, ...identified, detail === '-' ? {} : nested(detail, { errorCode }))
  }
  return Array.from(items, (_, i) => {
    const some = items.slice(0, i + 1)
    const failures = failed.endsWith('{}') ? Object.fromEntries(some.map((item) => [String(item), { errorCode }])) : some.map(entry)
    return { ...event, errorCode: undefined, errorMessage: undefined, responseElements: { [failed.slice(0, -2)]: failures } }
  })
}

describe('outcomes, resources, history, filters, columns and summaries agree', () => {
  it('for examples of every API, as each ends', () => {
    const met = new Set<string>()
    for (const api of GLUE_APIS) {
      for (const outcome of ['SUCCEEDED', 'FAILED', 'DENIED'] as const) {
        const record = exampleOf(api, { seed: 1, outcome }) as NonconformingRecord
        for (const what of expectAgreement(record)) met.add(what)
        // The response may not be logged.
        expectAgreement({ ...record, responseElements: null })
      }
    }
    expect(met).toEqual(
      new Set([...met, 'SUCCEEDED', 'FAILED', 'DENIED', 'history CREATED', 'history DROPPED', 'history DENIED', 'history FAILED']),
    )
  })

  it('for batch calls of which some items or all failed or were denied', () => {
    const met = BATCHES.flatMap((line) =>
      ['EntityNotFoundException', 'AccessDeniedException'].flatMap((code) =>
        failedBatches(line, code).map((record) => [line, ...expectAgreement(record)]),
      ),
    )
    for (const line of BATCHES) expect(met.filter(([of]) => of === line).flat()).toContain('FAILED')
    expect(new Set(met.flat())).toEqual(new Set([...met.flat(), 'PARTIAL', 'DENIED', 'history FAILED', 'history DENIED']))
  })

  it('has a column for each', () => {
    expect(COLUMNS.map(({ name }) => name)).toEqual(expect.arrayContaining(['outcome', 'resources', 'actor_on_behalf_of']))
  })
})

describeShared('records of others', () => {
  it('agree', () => {
    const met = new Set<string>()
    for (const { record } of [...corpusRecords(), ...corpusGlueRecords()]) {
      const decoded = recordOf(decodeRecord(record))
      if (decoded !== undefined) for (const what of expectAgreement(decoded as NonconformingRecord)) met.add(what)
    }
    for (const kind of ['SUCCEEDED', 'FAILED', 'DENIED']) expect(met).toContain(kind)
  })
})
