/**
 * Any JSON, as a record, as a member of a record and deep inside: decoding never throws, changes neither the value nor
 * prototypes, and returns the same object.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import {
  CloudTrailRecord,
  type DecodeResult,
  decodeRecord,
  decodeRecords,
  formatIssues,
  GlueEvent,
  isCallTo,
  isConforming,
  isGlueEvent,
  isGlueRecord,
  isOmitted,
  isRedacted,
  issuesOf,
  memberOf,
  recordOf,
  toStandardSchema,
  UserIdentity,
} from 'glue-trail'
import { afterEach, describe, expect, it } from 'vitest'
import { anything, changedValueOf, INHERITED, objectOf, validOf } from '../support/arbitrary.js'
import { EVENTS, eventNamed, OTHERS } from '../support/codecs.js'
import { SMALL_RECORDS } from '../support/kinds.js'
import type { Value } from '../support/sample.js'
import { describeShared, sharedFiles, sharedJson, sharedText } from '../support/shared.js'

const SEED = 20240502

const GUARDS = [isGlueEvent, isGlueRecord, isCallTo('UpdateTable'), isConforming, isRedacted, isOmitted]

/** Calls every function that takes an unknown value, and returns the result of decoding it. */
function askAll(u: unknown): DecodeResult {
  const outcome = decodeRecord(u)
  const record = recordOf(outcome)
  if (record !== undefined) expect(record).toBe(u)
  expect(issuesOf(outcome).length > 0).toBe(outcome._tag !== 'Right')
  expect(CloudTrailRecord.is(u)).toBe(outcome._tag === 'Right')
  const decoded = CloudTrailRecord.decode(u)
  if (decoded._tag === 'Right') expect(decoded.right).toBe(u)
  expect(decoded._tag).toBe(outcome._tag === 'Right' ? 'Right' : 'Left')
  formatIssues(issuesOf(outcome))
  for (const guard of GUARDS) if (typeof guard(u) !== 'boolean') throw new Error(`${guard.name} gave no boolean`)
  for (const codec of [GlueEvent, UserIdentity]) codec.decode(u)
  toStandardSchema(CloudTrailRecord)['~standard'].validate(u)
  memberOf(u, '__proto__')
  return outcome
}

const inherited = Object.getOwnPropertyNames(Object.prototype).sort()
const inheritedByLists = Object.getOwnPropertyNames(Array.prototype).sort()

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited)
  expect(Object.getOwnPropertyNames(Array.prototype).sort()).toEqual(inheritedByLists)
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

/** Members of records that hold payloads, structures, lists and strings. */
const MEMBERS = [
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
  'userIdentity',
  'resources',
  'tlsDetails',
  'eventContext',
  'addendum',
  'insightDetails',
  'summary',
  'timeWindow',
  'eventTime',
  'eventName',
  'eventSource',
  'eventType',
  'eventCategory',
  'addedLater',
]

/** Tries a value as a record, as every member of every kind of record, and inside a payload; never throws. */
function tryEverywhere(value: unknown): void {
  askAll(value)
  for (const { record } of SMALL_RECORDS) {
    for (const member of MEMBERS) askAll({ ...record, [member]: value })
    askAll({ ...record, requestParameters: { connectionInput: { connectionProperties: value, name: value, matchCriteria: [value] } } })
    askAll({ ...record, userIdentity: { type: 'Root', sessionContext: value, arn: value } })
  }
}

describe('Any value', () => {
  it('is decoded and left unchanged', () => {
    fc.assert(
      fc.property(
        fc.clone(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }), 2),
        ([u, twin]) => {
          askAll(u)
          expect(isDeepStrictEqual(u, twin)).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('is decoded as any member of any kind of record', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anything), (u) => tryEverywhere(u)),
      { seed: SEED, numRuns: 40 },
    )
  })

  it('is not a record unless it is an object with the names', () => {
    const values = [undefined, null, true, 0, 5, 10n, 'text', Symbol('s'), () => 0, [], [{}], {}, { Records: [] }, new Map(), new Date(0)]
    expect(values.map((u) => decodeRecord(u)._tag)).toEqual(values.map(() => 'Left'))
    for (const eventSource of ['aws:s3', 'aws:kinesis', 'aws:']) {
      expect(decodeRecord({ eventSource, eventName: 'ObjectCreated:Put', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'x' })).toEqual({
        _tag: 'Left',
        left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'an object' }],
      })
    }
  })

  it('may throw when it is read', () => {
    const get = (): never => {
      throw new RangeError('secret')
    }
    const throwing = new Proxy({}, { get })
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    for (const u of [throwing, revoked.proxy]) {
      expect(decodeRecord(u)).toEqual({
        _tag: 'Left',
        left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'an unreadable object' }],
      })
    }
    const [first] = SMALL_RECORDS
    expect(decodeRecord({ ...first?.record })._tag).toBe('Right')
  })
})

describe('Records made from the field lists', () => {
  it('are returned unchanged, and encode to themselves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => validOf(codec).map((value) => [codec, value] as const)),
        ([codec, value]) => {
          const before = structuredClone(value)
          const outcome = askAll(value)
          expect(outcome).toEqual({ _tag: 'Right', right: value })
          expect(codec.encode(value)).toBe(value)
          expect(CloudTrailRecord.encode(value as never)).toBe(value)
          expect(isDeepStrictEqual(value, before)).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 800 },
    )
  })

  it('are returned unchanged when parts of them are wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => changedValueOf(codec)),
        (value) => {
          const keys = Reflect.ownKeys(value)
          const json = jsonOf(value)
          askAll(value)
          expect(Reflect.ownKeys(value)).toEqual(keys)
          expect(jsonOf(value)).toBe(json)
        },
      ),
      { seed: SEED, numRuns: 800 },
    )
  })

  it('are decoded lazily, one by one, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(changedValueOf(eventNamed('TagResource')), fc.jsonValue()), { maxLength: 6 }), (values) => {
        let taken = 0
        const iterable = (function* () {
          for (const value of values) {
            taken++
            yield value
          }
        })()
        let index = 0
        for (const decoded of decodeRecords(iterable)) {
          expect(taken).toBe(index + 1)
          expect(decoded).toEqual({ index, result: decodeRecord(values[index]) })
          index++
        }
        expect(index).toBe(values.length)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

/** Returns a value as JSON, with bigints and other values as strings. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' || typeof v === 'symbol' ? String(v) : v))

/** Returns the JSON of nested lists. */
const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** Returns the JSON of nested objects. */
const objects = (depth: number, key: string): string => `${`{"${key}":`.repeat(depth)}1${'}'.repeat(depth)}`

describe('Nesting', () => {
  it.each([
    ['lists', lists(100_000)],
    ['objects', objects(100_000, 'a')],
    ['objects under a key of the model', objects(100_000, 'requestParameters')],
    ['objects under __proto__', objects(100_000, '__proto__')],
    ['objects under userIdentity', objects(100_000, 'userIdentity')],
  ])('of 100,000 %s is decoded in every member', (_, json) => {
    tryEverywhere(JSON.parse(json))
  })
})

describe('Names that objects inherit', () => {
  it('are data as map keys and members, and do not pollute prototypes', () => {
    for (const name of INHERITED) {
      const poisoned: unknown = JSON.parse(
        `{"eventSource":"glue.amazonaws.com","eventName":"TagResource","eventTime":"t","awsRegion":"r","${name}":{"polluted":true},
          "requestParameters":{"tagsToAdd":{"${name}":"value"},"${name}":{"polluted":true}}}`,
      )
      const outcome = askAll(poisoned)
      expect(outcome._tag).toBe('Right')
      expect(memberOf(poisoned, name)).toEqual({ polluted: true })
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      const wrong: unknown = JSON.parse(
        `{"eventSource":"glue.amazonaws.com","eventName":"TagResource","eventTime":"t","awsRegion":"r","requestParameters":{"tagsToAdd":{"${name}":5}}}`,
      )
      expect(decodeRecord(wrong)).toMatchObject({
        _tag: 'Both',
        left: [{ code: 'WRONG_TYPE', path: ['requestParameters', 'tagsToAdd', name], expected: 'a string', received: 'a number' }],
      })
      expect(decodeRecord({ eventSource: 'glue.amazonaws.com', eventName: name, eventTime: 't', awsRegion: 'r' })._tag).toBe('Right')
      expect(isCallTo(name as 'UpdateTable')({ eventSource: 'glue.amazonaws.com', eventName: 'GetTable' })).toBe(false)
      expect(UserIdentity.is({ type: name })).toBe(false)
    }
  })

  it('are not read from prototypes', () => {
    const inheriting: Value = Object.create({ polluted: 1 })
    expect(memberOf(inheriting, 'polluted')).toBeUndefined()
    expect(memberOf(objectOf([['__proto__', 5]]), '__proto__')).toBe(5)
    expect(memberOf({}, '__proto__')).toBeUndefined()
  })
})

describeShared('The files of JSONTestSuite', () => {
  const folders = ['test_parsing', 'test_transform']
  const jsons = folders.flatMap((folder) =>
    sharedFiles(`vectors/json-test-suite/${folder}`).map(
      (file) => [file, sharedText(`vectors/json-test-suite/${folder}/${file}`)] as const,
    ),
  )
  const parsed = jsons.flatMap(([file, json]) => {
    try {
      return [[file, JSON.parse(json) as unknown] as const]
    } catch {
      return []
    }
  })

  it('are found, and most of them parse once invalid UTF-8 is replaced', () => {
    expect(jsons.length).toBe(340)
    expect(parsed.length).toBe(148)
    expect(parsed.filter(([file]) => file.startsWith('y_')).length).toBe(95)
    expect(parsed.filter(([file]) => file.startsWith('n_'))).toEqual([])
  })

  it.each(parsed)('%s is decoded alone, as a payload and as any member', (_, value) => {
    tryEverywhere(value)
  })
})

describeShared('The payloads that poison prototypes', () => {
  const { payloads } = sharedJson('vectors/secure-json-parse/payloads.json') as { readonly payloads: ReadonlyArray<string> }
  const parsed = payloads.flatMap((json) => {
    try {
      return [[json, JSON.parse(json) as unknown] as const]
    } catch {
      return []
    }
  })

  it('are found, and most of them parse', () => {
    expect(payloads.length).toBe(42)
    expect(parsed.length).toBe(37)
  })

  it.each(parsed)('%j is decoded, and no prototype is polluted', (_, value) => {
    tryEverywhere(value)
    expect(Reflect.get({}, 'x')).toBeUndefined()
    expect(Reflect.get({}, 'bar')).toBeUndefined()
  })
})
