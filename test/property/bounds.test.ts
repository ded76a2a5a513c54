/** Decoding reports no more issues than asked for. */
import { decodeRecord, issuesOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'

const event = (eventName: string, requestParameters: unknown): object => ({
  eventSource: 'glue.amazonaws.com',
  eventName,
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'eu-central-1',
  requestParameters,
})

/** Returns an object with `n` members. */
function wide(n: number, value: unknown, key: (i: number) => string = (i) => `key${i}`): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (let i = 0; i < n; i++) made[key(i)] = value
  return made
}

const list = (n: number, item: unknown): ReadonlyArray<unknown> => new Array<unknown>(n).fill(item)

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

  it('is 100 by default, at least one, and all issues if there are fewer', () => {
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
