import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  allOf,
  anyOf,
  compileFilter,
  decodeRecord,
  type FilterFields,
  GLUE_APIS,
  isOmitted,
  memberOf,
  not,
  type RecordPredicate,
  recordOf,
} from '../../src/index.js'
import { anything } from '../support/arbitrary.js'
import { times } from '../support/effort.js'
import { isOutside, issuesOfFilter, NOW, predicateOf, verdictOf } from '../support/filter.js'
import { aggregated, glueCall, insight, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const SEED = 20240514

const RECORDS: ReadonlyArray<object> = [glueCall, unmodelledCall, otherServiceCall, insight, aggregated, nonconformingCall]

describe('compileFilter', () => {
  it('asks for all fields', () => {
    const fields: FilterFields = {
      source: 'glue',
      api: 'Start*',
      account: '123456789012',
      region: 'eu-*',
      from: '7d',
      to: '0m',
      writes: true,
    }
    expect(verdictOf(fields, glueCall)).toBe('YES')
    expect(verdictOf({ ...fields, region: 'us-*' }, glueCall)).toBe('NO')
    expect(verdictOf(fields, { ...glueCall, awsRegion: 5 })).toBe('UNKNOWN')
    expect(verdictOf(fields, { ...glueCall, awsRegion: 5, eventName: 'StopSession' })).toBe('NO')
    expect(predicateOf(fields).index).toEqual({
      sources: ['glue.amazonaws.com'],
      names: ['Start*'],
      from: NOW.getTime() - 7 * 24 * 3_600_000,
      to: NOW.getTime(),
    })
  })

  it('without fields asks nothing', () => {
    expect(RECORDS.map((record) => verdictOf({}, record))).toEqual(RECORDS.map(() => 'YES'))
    expect('index' in predicateOf({})).toBe(false)
    expect('index' in predicateOf({ errors: true })).toBe(false)
  })

  it('takes undefined for absent', () => {
    expect(issuesOfFilter({ from: undefined, api: undefined })).toEqual([])
    expect(issuesOfFilter({ nonsense: undefined })).toEqual([])
  })

  it('counts times ago from now by default', () => {
    vi.useFakeTimers({ now: Date.UTC(2024, 4, 14) })
    onTestFinished(() => void vi.useRealTimers())
    const filter = compileFilter({ from: '1d' })
    expect(filter._tag === 'Right' && filter.right.index?.from).toBe(Date.UTC(2024, 4, 13))
    expect(compileFilter({ from: '1d' }, { now: new Date('nonsense') })).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'NO_TIME', field: 'from' }],
    })
  })

  it('reports every field that is wrong, without its value', () => {
    expect(issuesOfFilter({ form: '1d', 'a\u0000b': 1, api: 5, to: 'soon', errors: 'secret' })).toEqual([
      'form: expected one of source, api, from, to, account, region, errors, denied, reads, writes, actor, resource, via, exposed, received another name',
      'a\\u0000b: expected one of source, api, from, to, account, region, errors, denied, reads, writes, actor, resource, via, exposed, received another name',
      'api: expected a string or a list of strings, received a number',
      'to: expected a date, a date with a time, or a time ago such as 24h, received another string',
      'errors: expected a boolean, received a string',
    ])
  })

  it('knows its own fields alone, and only those of the object itself', () => {
    expect(issuesOfFilter(JSON.parse('{"__proto__": 1, "toString": 2}'))).toHaveLength(2)
    expect(issuesOfFilter(Object.create({ api: 5 }))).toEqual([])
  })

  it.each([
    [null, 'null'],
    [5, 'a number'],
    ['api', 'a string'],
    [[], 'a list'],
    [undefined, 'nothing'],
  ])('is not a filter: %j', (fields, received) => {
    expect(issuesOfFilter(fields)).toEqual([`expected an object of fields, received ${received}`])
  })

  it('never throws, on fields nor on records', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(issuesOfFilter(proxy)).toEqual(['expected an object of fields, received an unreadable object'])
    expect(issuesOfFilter({ api: proxy })).toEqual(['expected an object of fields, received an unreadable object'])
    expect(verdictOf({ region: 'eu-*' }, proxy)).toBe('UNKNOWN')
    const fields = fc.dictionary(
      fc.oneof(fc.constantFrom('from', 'to', 'api', 'source', 'account', 'region', 'errors', 'reads', 'writes'), fc.string()),
      anything,
    )
    fc.assert(
      fc.property(fc.oneof(anything, fields), anything, (given, record) => {
        const filter = compileFilter(given as FilterFields)
        if (filter._tag === 'Left') expect(filter.left.length).toBeGreaterThan(0)
        else expect(['YES', 'NO', 'UNKNOWN']).toContain(filter.right.test(record as object))
      }),
      { numRuns: 1000, seed: SEED },
    )
  })
})

describe('a padded update', () => {
  const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
  const padded = { ...glueCall, eventName: 'UpdateTable', readOnly: false, requestParameters: omitted }

  it.each<FilterFields>([
    {},
    { source: 'glue' },
    { api: 'UpdateTable' },
    { api: ['*Table*'], source: '*' },
    { account: '123456789012' },
    { region: 'eu-central-1' },
    { writes: true },
    { from: '2024-05-14', to: '2024-05-15' },
    { source: 'glue', api: 'UpdateTable', account: '123456789012', region: 'eu-central-1', writes: true, from: '7d' },
  ])('is never absent in silence: %j', (fields) => {
    const record = recordOf(decodeRecord(padded))
    expect(record).toBe(padded)
    const { test, index } = predicateOf(fields)
    expect(test(record ?? {})).toBe('YES')
    expect(isOutside(index ?? {}, padded)).toBe(false)
    // Whatever else is odd about it.
    for (const member of ['eventTime', 'awsRegion', 'userIdentity', 'readOnly', 'eventVersion']) {
      expect(test({ ...padded, [member]: [5] })).not.toBe('NO')
    }
  })

  it('stays unknown to filters for what was in it', () => {
    const ofOrders: RecordPredicate = { test: (record) => (isOmitted(memberOf(record, 'requestParameters')) ? 'UNKNOWN' : 'NO') }
    expect(allOf([predicateOf({ api: 'UpdateTable' }), ofOrders]).test(padded)).toBe('UNKNOWN')
    expect(not(ofOrders).test(padded)).toBe('UNKNOWN')
  })
})

describe('the hint', () => {
  const source = fc.constantFrom('glue.amazonaws.com', 's3.amazonaws.com', 'Glue.amazonaws.com', '***', '')
  const name = fc.oneof(fc.constantFrom(...GLUE_APIS), fc.constantFrom('GetObject', 'updatetable', '', '***', 'a*b'))
  const time = fc.oneof(
    fc.integer({ min: 0, max: 96 }).map((hour) => new Date(Date.UTC(2024, 4, 12, hour)).toISOString().replace('.000', '')),
    fc.constantFrom('2024-05-14 06:10:00', '2024-05-14', 'redacted'),
  )
  const odd = fc.constantFrom<unknown>(undefined, null, 5, {}, [], true)
  const member = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: odd })
  const record = fc
    .tuple(
      fc.constantFrom<object>(...RECORDS),
      fc.record({ eventSource: member(source), eventName: member(name), eventTime: member(time), readOnly: odd }, { requiredKeys: [] }),
    )
    .map(([base, changes]): Readonly<Record<string, unknown>> => ({ ...base, ...changes }))

  const pattern = fc.oneof(
    fc.constantFrom(...GLUE_APIS),
    fc.constantFrom('Get*', '*Table', 'Update?able', '*', 'a*b', 'GetObject', '*u*?a*'),
  )
  const fields: fc.Arbitrary<FilterFields> = fc.record(
    {
      source: fc.array(fc.constantFrom('glue', 's3', 'gl*', '*'), { minLength: 1, maxLength: 2 }),
      api: fc.array(pattern, { minLength: 1, maxLength: 3 }),
      from: fc.constantFrom('2024-05-12', '2024-05-13T06:00', '12h'),
      to: fc.constantFrom('2024-05-14T18:00:00Z', '1h'),
      errors: fc.boolean(),
      writes: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const { predicate } = fc.letrec<{ predicate: RecordPredicate; leaf: RecordPredicate }>((tie) => ({
    leaf: fields.map(predicateOf),
    predicate: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('predicate'), { maxLength: 3 }).map(allOf),
      fc.array(tie('predicate'), { maxLength: 3 }).map(anyOf),
      tie('predicate').map(not),
    ),
  }))

  it('is sound: a record outside of it is a clear no, however predicates are combined', () => {
    let outside = 0
    fc.assert(
      fc.property(predicate, record, ({ test, index }, value) => {
        if (index === undefined || !isOutside(index, value)) return
        outside++
        expect(test(value)).toBe('NO')
      }),
      { numRuns: times(5000, 500), seed: SEED },
    )
    expect(outside).toBeGreaterThan(times(500, 50))
  })
})

describeShared('records of others', () => {
  const filters: ReadonlyArray<FilterFields> = [
    { source: 'glue' },
    { source: ['s3', 'kms'], api: ['Get*', 'Decrypt'] },
    { from: '2020-01-01', to: '2024-01-01' },
    { errors: true, region: 'us-*' },
    { account: '1*', reads: true },
  ]

  it.each(filters)('are yes, no or unknown, and no where an index passes over them: %j', (fields) => {
    const { test, index } = predicateOf(fields)
    const counts = { YES: 0, NO: 0, UNKNOWN: 0 }
    for (const { record } of [...corpusRecords(), ...corpusGlueRecords()]) {
      const decoded = recordOf(decodeRecord(record))
      if (decoded === undefined) continue
      const verdict = test(decoded)
      counts[verdict]++
      if (isOutside(index ?? {}, record as Readonly<Record<string, unknown>>)) expect(verdict).toBe('NO')
    }
    expect(Math.min(counts.YES, counts.NO)).toBeGreaterThan(0)
  })
})
