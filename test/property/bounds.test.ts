/**
 * Bounds: decoding takes time in proportion to the bytes, whatever they are, and reports no more issues than asked for.
 */
import { type DecodeResult, decodeRecord, formatIssues, issuesOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'

const event = (eventName: string, requestParameters: unknown): object => ({
  eventSource: 'glue.amazonaws.com',
  eventName,
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'eu-central-1',
  requestParameters,
})

/** An object of `n` members. */
function wide(n: number, value: unknown, key: (i: number) => string = (i) => `key${i}`): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (let i = 0; i < n; i++) made[key(i)] = value
  return made
}

const list = (n: number, item: unknown): ReadonlyArray<unknown> => new Array<unknown>(n).fill(item)

const clause = (width: number, levels: number, inner: unknown): unknown =>
  levels === 0 ? inner : { andAllFilters: [...list(width - 1, { attributeFilter: {} }), clause(width, levels - 1, inner)] }

interface Hostile {
  readonly name: string
  /** A record whose size grows with `n`. */
  readonly record: (n: number) => object
  readonly n: number
  readonly tag: DecodeResult['_tag']
}

const HOSTILE: ReadonlyArray<Hostile> = [
  { name: 'a map of right values', n: 20_000, tag: 'Right', record: (n) => event('TagResource', { tagsToAdd: wide(n, 'value') }) },
  { name: 'a map of wrong values', n: 20_000, tag: 'Both', record: (n) => event('TagResource', { tagsToAdd: wide(n, 5) }) },
  {
    name: 'a map with one wrong value at its end',
    n: 20_000,
    tag: 'Both',
    record: (n) => event('TagResource', { tagsToAdd: { ...wide(n, 'value'), last: 5 } }),
  },
  {
    name: 'a map whose keys are long',
    n: 100,
    tag: 'Both',
    record: (n) => event('TagResource', { tagsToAdd: wide(n, 5, (i) => `${i}${'\u0000'.repeat(1000)}`) }),
  },
  { name: 'one long key', n: 100_000, tag: 'Both', record: (n) => event('TagResource', { tagsToAdd: { ['\u202e'.repeat(n)]: 5 } }) },
  { name: 'a list of right items', n: 20_000, tag: 'Right', record: (n) => event('BatchStopJobRun', { jobRunIds: list(n, 'jr') }) },
  { name: 'a list of wrong items', n: 20_000, tag: 'Both', record: (n) => event('BatchStopJobRun', { jobRunIds: list(n, 5) }) },
  {
    name: 'a list with one wrong item at its end',
    n: 20_000,
    tag: 'Both',
    record: (n) => event('BatchStopJobRun', { jobRunIds: [...list(n, 'jr'), {}] }),
  },
  {
    name: 'a list of structures, the last one wrong',
    n: 5_000,
    tag: 'Both',
    record: (n) =>
      event('UpdateTable', { tableInput: { partitionKeys: [...list(n, { name: 'c', parameters: { a: 'b' } }), { name: 1 }] } }),
  },
  {
    name: 'members the model does not know',
    n: 20_000,
    tag: 'Right',
    record: (n) => ({ ...event('TagResource', wide(n, {})), ...wide(n, 1) }),
  },
  {
    name: 'members the model does not know, and one wrong',
    n: 20_000,
    tag: 'Both',
    record: (n) => event('TagResource', { ...wide(n, []), resourceArn: 1 }),
  },
  { name: 'a mark of many asterisks', n: 100_000, tag: 'Both', record: (n) => event('UpdateTable', { tableInput: '*'.repeat(n) }) },
  {
    name: 'many asterisks that are no mark',
    n: 100_000,
    tag: 'Both',
    record: (n) => event('UpdateTable', { tableInput: `${'*'.repeat(n)}a` }),
  },
  {
    name: 'marks of many asterisks in sensitive places',
    n: 20_000,
    tag: 'Right',
    record: (n) => event('CreateConnection', { connectionInput: { connectionProperties: '*'.repeat(n), sparkProperties: '*'.repeat(n) } }),
  },
  {
    name: 'long strings',
    n: 200_000,
    tag: 'Both',
    record: (n) => ({ ...event('TagResource', { resourceArn: 'a'.repeat(n), tagsToAdd: 'a'.repeat(n) }), userAgent: 'a'.repeat(n) }),
  },
  {
    name: 'wide structures in structures, 60 levels, wrong at the end',
    n: 60,
    tag: 'Both',
    record: (n) => event('SearchAssets', { filterClause: clause(n, 60, { attributeFilter: 5 }) }),
  },
  {
    name: 'resources, all wrong',
    n: 5_000,
    tag: 'Both',
    record: (n) => ({ ...event('TagResource', null), resources: list(n, { ARN: 1, accountId: 2 }) }),
  },
]

/** The shortest of five runs, in milliseconds. */
function time(run: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/** Eight times the bytes may take 32 times as long, because large maps outgrow the caches; what grows with the square takes 64 times. */
const GROWTH = 8
const SLACK = 32

/** Below this many milliseconds the clock says nothing. */
const FLOOR = 0.5

describe('The time of decoding', () => {
  it.each(HOSTILE)('grows no faster than the bytes for $name', ({ record, n, tag }) => {
    const small = record(n)
    const large = record(GROWTH * n)
    expect(decodeRecord(small)._tag).toBe(tag)
    expect(decodeRecord(large)._tag).toBe(tag)
    for (const maxIssues of [100, 10_000]) {
      const run = (u: object) => (): unknown => formatIssues(issuesOf(decodeRecord(u, { maxIssues })))
      const short = time(run(small))
      const long = time(run(large))
      expect(long).toBeLessThan(SLACK * Math.max(short, FLOOR))
    }
  })
})

describe('The number of issues', () => {
  const million = list(1_000_000, 5)

  it.each([1, 5, 100])('is at most %i for a million wrong items of a list', (maxIssues) => {
    const outcome = decodeRecord(event('BatchStopJobRun', { jobRunIds: million }), { maxIssues })
    expect(issuesOf(outcome)).toHaveLength(maxIssues)
    expect(issuesOf(outcome).map(({ path }) => path.join('.'))).toEqual(
      Array.from({ length: maxIssues }, (_, i) => `requestParameters.jobRunIds.${i}`),
    )
  })

  it.each([1, 5, 100])('is at most %i for wrong values of a map, of structures in lists and everywhere at once', (maxIssues) => {
    const tables = list(250_000, { name: 1, owner: 2, createTime: {}, parameters: { a: 1 } })
    for (const record of [
      event('TagResource', { tagsToAdd: wide(100_000, 5) }),
      { ...event('GetTables', null), responseElements: { tableList: tables } },
      {
        ...event('GetTables', million),
        responseElements: { tableList: tables },
        eventTime: 5,
        userIdentity: { arn: 5 },
        resources: million,
      },
      { ...event('BatchStopJobRun', { jobRunIds: million, jobName: 5 }), resources: million },
      { eventCategory: 'Insight', eventTime: 1, awsRegion: 2, insightDetails: { insightContext: { attributions: million } } },
      { eventCategory: 'Aggregated', eventType: 1, eventSource: 2, summary: { details: million } },
    ]) {
      expect(issuesOf(decodeRecord(record, { maxIssues }))).toHaveLength(maxIssues)
    }
  })

  it('is 100 unless the caller says otherwise, at least one, and all of them where there are fewer', () => {
    const record = event('BatchStopJobRun', { jobRunIds: list(150, 5) })
    expect(issuesOf(decodeRecord(record))).toHaveLength(100)
    for (const [maxIssues, reported] of [
      [0, 1],
      [-1, 1],
      [1.9, 1],
      [Number.NaN, 100],
      [149, 149],
      [150, 150],
      [151, 150],
      [Number.POSITIVE_INFINITY, 150],
    ] as const) {
      expect(issuesOf(decodeRecord(record, { maxIssues }))).toHaveLength(reported)
    }
  })
})
