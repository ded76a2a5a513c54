/**
 * Answers from records: none throws; a summary is one line and contains no secret; a history does not depend on the
 * order of the records.
 */
import { inspect } from 'node:util'
import fc from 'fast-check'
import {
  applyAddenda,
  deduplicate,
  historyOf,
  lakeFormationOf,
  policyOf,
  redact,
  sensitiveIn,
  sortByTime,
  summaryOf,
  tableChangeOf,
  viaOf,
} from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { anything, changedValueOf, validOf } from '../support/arbitrary.js'
import { EVENTS, eventNamed, OTHERS } from '../support/codecs.js'
import { times } from '../support/effort.js'
import { SMALL_RECORDS } from '../support/kinds.js'
import { sampleOf, sitesOf, structuresIn } from '../support/sample.js'

const SEED = 20240506

/** Calls every answer with one value, and with two. */
function askAll(u: unknown, other: unknown): void {
  for (const ask of [sensitiveIn, redact, viaOf, lakeFormationOf, policyOf, summaryOf]) ask(u)
  for (const list of [[u], [u, other, u]]) {
    historyOf(list, 'sales.orders')
    applyAddenda(list)
    sortByTime(list)
    list.filter(deduplicate())
  }
  tableChangeOf(u, other)
}

const LINE_ENDS = /[\n\r\u0085\u2028\u2029]/

const anyRecord = fc.oneof(
  fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => validOf(codec)),
  fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => changedValueOf(codec)),
)

const TABLE_APIS = [
  'CreateTable',
  'UpdateTable',
  'DeleteTable',
  'BatchDeleteTable',
  'CreatePartition',
  'DeleteDatabase',
  'PutResourcePolicy',
]

describe('No answer throws', () => {
  it('on matching and nonconforming records of every kind', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (u, other) => askAll(u, other)),
      { seed: SEED, numRuns: times(600, 100) },
    )
  })

  it('on records of the calls that answers read', () => {
    const some = fc.constantFrom(...TABLE_APIS).chain((api) => changedValueOf(eventNamed(api)))
    fc.assert(
      fc.property(some, some, (u, other) => askAll(u, other)),
      { seed: SEED, numRuns: times(600, 100) },
    )
  })

  it('on anything as a record, as a payload and as any part of one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anything), (value) => {
        askAll(value, value)
        for (const { record } of SMALL_RECORDS) {
          for (const member of [
            'requestParameters',
            'responseElements',
            'additionalEventData',
            'userIdentity',
            'addendum',
            'eventTime',
            'eventID',
          ]) {
            askAll({ ...record, [member]: value }, record)
          }
        }
        for (const eventName of TABLE_APIS) {
          const call = { ...SMALL_RECORDS[0]?.record, eventName }
          for (const part of ['tableInput', 'openTableFormatInput', 'updateOpenTableFormatInput', 'policyInJson', 'databaseName']) {
            askAll({ ...call, requestParameters: { databaseName: 'sales', name: 'orders', [part]: value } }, call)
          }
          askAll(
            { ...call, requestParameters: { tableInput: { parameters: value, partitionKeys: value, storageDescriptor: value } } },
            call,
          )
          askAll({ ...call, requestParameters: { tableInput: { storageDescriptor: { columns: value, serdeInfo: value } } } }, call)
        }
      }),
      { seed: SEED, numRuns: times(60, 8) },
    )
  })

  it.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('on 100,000 nested %s', (_, json) => {
    const deep: unknown = JSON.parse(json)
    askAll(deep, deep)
    for (const eventName of TABLE_APIS) {
      const call = { ...SMALL_RECORDS[0]?.record, eventName }
      askAll(
        { ...call, requestParameters: { databaseName: 'sales', name: 'orders', tableInput: { description: deep } }, resources: deep },
        call,
      )
    }
  })
})

describe('A summary', () => {
  const CANARY = 'AKIAC4NARY/s3cr3t'
  const leaks = (json: string): boolean => /C4NARY|s3cr3t/.test(json)

  it.each([...EVENTS, ...OTHERS].map((codec) => ({ name: codec.name, codec })))(
    'of $name contains no value of a sensitive or unknown member',
    ({ codec }) => {
      const value = sampleOf(codec)
      for (const { value: structure } of structuresIn(codec, value)) structure.addedLater = CANARY
      const sensitive = sitesOf(codec, value).filter(({ shape }) => shape.sensitive || shape.kind === 'document')
      for (const site of sensitive) site.set(CANARY)
      if (codec.name !== 'AggregatedRecord') value.errorMessage = CANARY
      expect(inspect(value, { depth: 100 })).toContain(CANARY)
      expect(leaks(summaryOf(value))).toBe(false)
    },
  )

  it('is one line without control characters, for any record', () => {
    fc.assert(
      fc.property(anyRecord, (u) => {
        const json = summaryOf(u)
        expect(LINE_ENDS.test(json)).toBe(false)
        expect(json.length).toBeLessThan(2000)
      }),
      { seed: SEED, numRuns: times(600, 100) },
    )
  })
})

describe('A history', () => {
  const second = fc.constantFrom('1', '2', '3').map((s) => `2024-05-01T12:00:0${s}Z`)
  const columns = fc.subarray(['a', 'b', 'c']).map((names) => names.map((name) => ({ name })))
  const input = columns.map((list) => ({ databaseName: 'sales', tableInput: { name: 'orders', storageDescriptor: { columns: list } } }))
  const record = fc
    .record(
      {
        eventID: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
        eventTime: fc.oneof({ weight: 9, arbitrary: second }, { weight: 1, arbitrary: fc.constant('soon') }),
        eventName: fc.constantFrom('CreateTable', 'UpdateTable', 'DeleteTable', 'DeleteDatabase', 'RenameTable', 'GetTable'),
        sharedEventID: fc.constantFrom('s1', 's2'),
        errorCode: fc.constantFrom('AccessDenied', 'InvalidInputException'),
        awsRegion: fc.constantFrom('eu-central-1', 'us-east-1'),
        requestParameters: fc.oneof(
          { weight: 6, arbitrary: input },
          { weight: 2, arbitrary: fc.constant({ databaseName: 'sales', name: 'orders' }) },
          { weight: 1, arbitrary: fc.constant({ omitted: 'true', originalSize: '149893' }) },
        ),
      },
      { requiredKeys: ['eventName', 'eventTime', 'requestParameters'], noNullPrototype: true },
    )
    .map((r) => ({ eventSource: 'glue.amazonaws.com', recipientAccountId: '123456789012', ...r }))
  const shuffled = fc
    .array(record, { maxLength: 12 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const history = historyOf(list, 'sales.orders')
        expect(historyOf(other, 'sales.orders')).toEqual(history)
        expect(historyOf(sortByTime(list), 'sales.orders')).toEqual(history)
        const times = history.map(({ time }) => time?.getTime() ?? Number.POSITIVE_INFINITY)
        expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      }),
      { seed: SEED, numRuns: times(600, 100) },
    )
  })

  it('has every call that changed the table, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ eventID }) => eventID, maxLength: 4 }), (list) => {
        const changes = list.filter(({ eventName }) => eventName !== 'GetTable')
        const history = historyOf(list, 'sales.orders').map((event) => event.record)
        expect(history.every((one) => changes.includes(one))).toBe(true)
        const sure = changes.filter(
          ({ eventName, requestParameters }) => eventName.endsWith('eTable') && 'databaseName' in requestParameters,
        )
        const named = sure.filter(
          ({ eventName, requestParameters }) => (eventName === 'DeleteTable' ? 'name' : 'tableInput') in requestParameters,
        )
        expect(named.filter((one) => !history.includes(one))).toEqual([])
      }),
      { seed: SEED, numRuns: times(400, 100) },
    )
  })
})
