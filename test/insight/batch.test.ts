import { compileFilter, denialOf, historyOf, isFailed, outcomeOf, resourcesOf, summaryOf } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { describe, expect, it } from 'vitest'
import { BATCHES } from '../../src/generated/batches.js'
import { batchOf } from '../../src/insight/batch.js'
import { verdictOf } from '../support/filter.js'

const BASE = {
  eventVersion: '1.10',
  eventSource: 'glue.amazonaws.com',
  eventTime: '2024-05-14T10:00:00Z',
  eventType: 'AwsApiCall',
  awsRegion: 'eu-central-1',
  recipientAccountId: '123456789012',
  userIdentity: { type: 'IAMUser', userName: 'ann', accountId: '123456789012' },
}

const call = (eventName: string, requestParameters: unknown, responseElements: unknown, more: object = {}) => ({
  ...BASE,
  eventName,
  requestParameters,
  responseElements,
  ...more,
})

const NOT_FOUND = { errorCode: 'EntityNotFoundException', errorMessage: 'Table not found' }
const DENIED = { errorCode: 'AccessDeniedException', errorMessage: 'Insufficient Lake Formation permission(s): Required Drop on orders' }

const drop = (responseElements: unknown, tablesToDelete: unknown = ['orders', 'refunds']) =>
  call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete }, responseElements)
const errors = (...list: ReadonlyArray<readonly [tableName: string, errorDetail: object]>) => ({
  errors: list.map(([tableName, errorDetail]) => ({ tableName, errorDetail })),
})

const shown = (record: unknown) => {
  const { kind, code, items } = outcomeOf(record) ?? {}
  return [kind, code, ...(items ?? []).map((item) => `${item.item} ${item.kind}${item.code === undefined ? '' : ` ${item.code}`}`)]
}

describe('a batch of tables', () => {
  it.each<readonly [string, unknown, ReadonlyArray<unknown>]>([
    ['all succeeded', drop({}), ['SUCCEEDED', undefined, 'orders SUCCEEDED', 'refunds SUCCEEDED']],
    ['an empty list of errors', drop({ errors: [] }), ['SUCCEEDED', undefined, 'orders SUCCEEDED', 'refunds SUCCEEDED']],
    [
      'one failed',
      drop(errors(['refunds', NOT_FOUND])),
      ['PARTIAL', undefined, 'orders SUCCEEDED', 'refunds FAILED EntityNotFoundException'],
    ],
    [
      'names in the response are as Glue stores them',
      drop(errors(['orders', NOT_FOUND]), ['Orders', 'refunds']),
      ['PARTIAL', undefined, 'Orders FAILED EntityNotFoundException', 'refunds SUCCEEDED'],
    ],
    [
      'all failed',
      drop(errors(['orders', NOT_FOUND], ['refunds', NOT_FOUND])),
      ['FAILED', 'EntityNotFoundException', 'orders FAILED EntityNotFoundException', 'refunds FAILED EntityNotFoundException'],
    ],
    [
      'all denied',
      drop(errors(['orders', DENIED], ['refunds', DENIED])),
      ['DENIED', 'AccessDeniedException', 'orders DENIED AccessDeniedException', 'refunds DENIED AccessDeniedException'],
    ],
    [
      'one denied, the other failed',
      drop(errors(['orders', DENIED], ['refunds', NOT_FOUND])),
      ['FAILED', undefined, 'orders DENIED AccessDeniedException', 'refunds FAILED EntityNotFoundException'],
    ],
    ['no response', drop(null), ['SUCCEEDED', undefined, 'orders UNKNOWN', 'refunds UNKNOWN']],
    [
      'an omitted response',
      drop({ reason: 'responseElements too large', omitted: 'true', originalSize: '149893' }),
      ['SUCCEEDED', undefined, 'orders UNKNOWN', 'refunds UNKNOWN'],
    ],
    ['a redacted response', drop('****'), ['SUCCEEDED', undefined, 'orders UNKNOWN', 'refunds UNKNOWN']],
    [
      'an error without a readable name',
      drop({ errors: [{ tableName: '****', errorDetail: NOT_FOUND }] }),
      ['PARTIAL', undefined, 'orders UNKNOWN', 'refunds UNKNOWN', 'undefined FAILED EntityNotFoundException'],
    ],
    [
      'an error of an item that the request does not show',
      call('BatchDeleteTable', null, errors(['orders', NOT_FOUND])),
      ['PARTIAL', undefined, 'orders FAILED EntityNotFoundException'],
    ],
    [
      'one error of an item that is requested twice',
      drop(errors(['orders', NOT_FOUND]), ['orders', 'refunds', 'Orders']),
      ['PARTIAL', undefined, 'orders UNKNOWN', 'refunds SUCCEEDED', 'Orders UNKNOWN', 'orders FAILED EntityNotFoundException'],
    ],
    [
      'two errors of an item that is requested twice',
      drop(errors(['orders', NOT_FOUND], ['orders', NOT_FOUND]), ['orders', 'orders']),
      ['FAILED', 'EntityNotFoundException', 'orders FAILED EntityNotFoundException', 'orders FAILED EntityNotFoundException'],
    ],
    ['a call that failed as a whole', { ...drop(null), errorCode: 'InvalidInputException' }, ['FAILED', 'InvalidInputException']],
  ])('%s', (_, record, expected) => {
    expect(shown(record)).toEqual(expected)
  })

  it('gives each table its own outcome', () => {
    const outcomes = (record: unknown) => resourcesOf(record).resources.map(({ name, outcome }) => `${name} ${outcome}`)
    expect(outcomes(drop(errors(['refunds', NOT_FOUND])))).toEqual(['orders SUCCEEDED', 'refunds FAILED'])
    expect(outcomes(drop(null))).toEqual(['orders UNKNOWN', 'refunds UNKNOWN'])
    expect(outcomes(drop(errors(['orders', DENIED])))).toEqual(['orders DENIED', 'refunds SUCCEEDED'])
  })

  it('is found by the filters where an item failed, was denied, or is unknown', () => {
    const verdicts = (record: object) => [verdictOf({ errors: true }, record), verdictOf({ denied: true }, record)]
    expect(verdicts(drop({}))).toEqual(['NO', 'NO'])
    expect(verdicts(drop(errors(['refunds', NOT_FOUND])))).toEqual(['YES', 'NO'])
    expect(verdicts(drop(errors(['refunds', DENIED])))).toEqual(['YES', 'YES'])
    expect(verdicts(drop(null))).toEqual(['UNKNOWN', 'UNKNOWN'])
    const filter = compileFilter({ errors: true })
    expect(filter._tag === 'Right' && filter.right.explain?.(drop(null))).toEqual([
      { field: 'errors', kind: 'NOT_LOGGED', path: ['responseElements'] },
    ])
  })

  it('is failed only as a whole', () => {
    expect(isFailed(drop(errors(['refunds', NOT_FOUND])))).toBe(false)
    expect(isFailed(drop(errors(['orders', DENIED], ['refunds', DENIED])))).toBe(true)
    expect(denialOf(drop(errors(['orders', DENIED], ['refunds', DENIED])))).toMatchObject({ cause: 'LAKE_FORMATION', permission: 'DROP' })
    expect(denialOf(drop(errors(['orders', DENIED])))).toBeUndefined()
  })

  it('never drops in a history what failed, and is not certain without a response', () => {
    const history = (record: unknown, table = 'sales.orders') =>
      historyOf([record], table).map(({ kind, certain, outcome }) => ({ kind, certain, outcome: outcome.kind }))
    expect(history(drop(errors(['refunds', NOT_FOUND])))).toEqual([{ kind: 'DROPPED', certain: true, outcome: 'SUCCEEDED' }])
    expect(history(drop(errors(['orders', NOT_FOUND])))).toEqual([{ kind: 'FAILED', certain: true, outcome: 'FAILED' }])
    expect(history(drop(errors(['orders', DENIED])))).toEqual([{ kind: 'DENIED', certain: true, outcome: 'DENIED' }])
    expect(history(drop(null))).toEqual([{ kind: 'DROPPED', certain: false, outcome: 'SUCCEEDED' }])
    expect(history(drop(errors(['orders', NOT_FOUND]), ['orders', 'orders']))).toMatchObject([{ certain: false }])
    expect(history(drop(errors(['orders', NOT_FOUND])), 'sales.refunds')).toEqual([
      { kind: 'DROPPED', certain: true, outcome: 'SUCCEEDED' },
    ])
  })

  it('says in a sentence what was done, and how many failed', () => {
    expect(summaryOf(drop(errors(['refunds', NOT_FOUND])))).toContain('ann deleted tables sales.orders (1 of 2 failed) in')
    expect(summaryOf(drop(errors(['refunds', NOT_FOUND]), 'HIDDEN_DUE_TO_SECURITY_REASONS'))).toContain('ann deleted tables (1 failed) in')
    expect(summaryOf(drop(null))).toContain('(2 items unknown)')
  })
})

describe('other batches', () => {
  it.each<readonly [string, unknown, ReadonlyArray<unknown>]>([
    [
      'partitions by their values',
      call(
        'BatchCreatePartition',
        { databaseName: 'sales', tableName: 'orders', partitionInputList: [{ values: ['2024', '05'] }, { values: ['2024', '06'] }] },
        { errors: [{ partitionValues: ['2024', '06'], errorDetail: { errorCode: 'AlreadyExistsException' } }] },
      ),
      ['PARTIAL', undefined, '2024/05 SUCCEEDED', '2024/06 FAILED AlreadyExistsException'],
    ],
    [
      'connections by the keys of a map',
      call(
        'BatchDeleteConnection',
        { connectionNameList: ['a', 'A'] },
        { succeeded: ['A'], errors: { a: { errorCode: 'EntityNotFoundException' } } },
      ),
      ['PARTIAL', undefined, 'a FAILED EntityNotFoundException', 'A SUCCEEDED'],
    ],
    [
      'annotations, whose errors have no code',
      call(
        'BatchPutDataQualityStatisticAnnotation',
        {
          inclusionAnnotations: [
            { profileId: 'p', statisticId: '1' },
            { profileId: 'p', statisticId: '2' },
          ],
        },
        { failedInclusionAnnotations: [{ profileId: 'p', statisticId: '2', failureReason: 'no such statistic' }] },
      ),
      ['PARTIAL', undefined, 'p/1 SUCCEEDED', 'p/2 FAILED'],
    ],
    [
      'a range of versions',
      call(
        'DeleteSchemaVersions',
        { schemaId: { schemaName: 's', registryName: 'r' }, versions: '2-4' },
        { schemaVersionErrors: [{ versionNumber: 3, errorDetails: { errorCode: 'EntityNotFoundException' } }] },
      ),
      ['PARTIAL', undefined, '2 SUCCEEDED', '3 FAILED EntityNotFoundException', '4 SUCCEEDED'],
    ],
    [
      'one version',
      call('DeleteSchemaVersions', { versions: '7' }, { schemaVersionErrors: [{ versionNumber: 7, errorDetails: { errorCode: 'X' } }] }),
      ['FAILED', 'X', '7 FAILED X'],
    ],
    [
      'columns',
      call(
        'UpdateColumnStatisticsForTable',
        { databaseName: 'sales', tableName: 'orders', columnStatisticsList: [{ columnName: 'Id' }] },
        { errors: [{ columnStatistics: { columnName: 'id' }, error: { errorCode: 'InvalidInputException' } }] },
      ),
      ['FAILED', 'InvalidInputException', 'Id FAILED InvalidInputException'],
    ],
  ])('%s', (_, record, expected) => {
    expect(shown(record)).toEqual(expected)
  })

  it('are unknown to other APIs and services', () => {
    expect(batchOf(call('DeleteTable', {}, { errors: [{}] }))).toBeUndefined()
    expect(batchOf({ ...drop({}), eventSource: 's3.amazonaws.com' })).toBeUndefined()
    expect(batchOf(null)).toBeUndefined()
  })

  it.each(BATCHES.map((line) => line.split(' ')[0] as 'BatchDeleteTable'))('reads the items of an example of %s', (api) => {
    for (let seed = 1; seed <= 5; seed++) {
      const event = exampleOf(api, { seed })
      const { items = [], kind } = outcomeOf(event) ?? {}
      if (isFailed(event) && items.length === 0) continue
      expect(kind).toBeDefined()
      expect(items.every(({ path }) => path.length > 0)).toBe(true)
    }
  })

  it('cost time linear in the number of items', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `t${i}`)
    const record = drop(errors(...many.slice(1).map((name): readonly [string, object] => [name, NOT_FOUND])), many)
    expect(outcomeOf(record)?.kind).toBe('PARTIAL')
    expect(resourcesOf(record).resources[0]?.outcome).toBe('SUCCEEDED')
  })

  it('lists 5,000 items of a request, and every error', () => {
    const many = Array.from({ length: 5001 }, (_, i) => `t${i}`)
    const ofAll = outcomeOf(drop(errors(...many.map((name): readonly [string, object] => [name, NOT_FOUND])), many))
    expect([ofAll?.kind, ofAll?.items?.length]).toEqual(['PARTIAL', 5001])
    const ofNone = outcomeOf(drop({}, many))
    expect([ofNone?.kind, ofNone?.items?.length]).toEqual(['SUCCEEDED', 5000])
    expect(outcomeOf(drop(errors(...many.slice(1).map((name): readonly [string, object] => [name, NOT_FOUND])), many.slice(1)))?.kind).toBe(
      'FAILED',
    )
  })
})
