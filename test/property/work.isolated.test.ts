/**
 * The work of decoding and of answers grows with the bytes, whatever they are.
 */
import type { DecodeResult } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { SMALL_RECORDS } from '../support/kinds.js'
import { countWork } from '../support/work.js'

const work = await countWork()
const { decodeRecord, denialOf, formatIssues, issuesOf, parseArn, resourcesOf } = await import('glue-trail')
const { parseTrailKey } = await import('glue-trail/source')
const { matchesGlob } = await import('../../src/event/glob.js')
const { secretIn } = await import('../../src/insight/secret.js')

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
  { name: 'a map of right values', n: 400, tag: 'Right', record: (n) => event('TagResource', { tagsToAdd: wide(n, 'value') }) },
  { name: 'a map of wrong values', n: 400, tag: 'Both', record: (n) => event('TagResource', { tagsToAdd: wide(n, 5) }) },
  {
    name: 'a map with one wrong value at its end',
    n: 400,
    tag: 'Both',
    record: (n) => event('TagResource', { tagsToAdd: { ...wide(n, 'value'), last: 5 } }),
  },
  {
    name: 'a map whose keys are long',
    n: 20,
    tag: 'Both',
    record: (n) => event('TagResource', { tagsToAdd: wide(n, 5, (i) => `${i}${'\u0000'.repeat(1000)}`) }),
  },
  { name: 'one long key', n: 2000, tag: 'Both', record: (n) => event('TagResource', { tagsToAdd: { ['\u202e'.repeat(n)]: 5 } }) },
  { name: 'a list of right items', n: 400, tag: 'Right', record: (n) => event('BatchStopJobRun', { jobRunIds: list(n, 'jr') }) },
  { name: 'a list of wrong items', n: 400, tag: 'Both', record: (n) => event('BatchStopJobRun', { jobRunIds: list(n, 5) }) },
  {
    name: 'a list with one wrong item at its end',
    n: 400,
    tag: 'Both',
    record: (n) => event('BatchStopJobRun', { jobRunIds: [...list(n, 'jr'), {}] }),
  },
  {
    name: 'a list of structures, the last one wrong',
    n: 100,
    tag: 'Both',
    record: (n) =>
      event('UpdateTable', { tableInput: { partitionKeys: [...list(n, { name: 'c', parameters: { a: 'b' } }), { name: 1 }] } }),
  },
  {
    name: 'members the model does not know',
    n: 400,
    tag: 'Right',
    record: (n) => ({ ...event('TagResource', wide(n, {})), ...wide(n, 1) }),
  },
  {
    name: 'members the model does not know, and one wrong',
    n: 400,
    tag: 'Both',
    record: (n) => event('TagResource', { ...wide(n, []), resourceArn: 1 }),
  },
  { name: 'a mark of many asterisks', n: 2000, tag: 'Both', record: (n) => event('UpdateTable', { tableInput: '*'.repeat(n) }) },
  {
    name: 'many asterisks that are not a marker',
    n: 2000,
    tag: 'Both',
    record: (n) => event('UpdateTable', { tableInput: `${'*'.repeat(n)}a` }),
  },
  {
    name: 'marks of many asterisks in sensitive places',
    n: 400,
    tag: 'Right',
    record: (n) => event('CreateConnection', { connectionInput: { connectionProperties: '*'.repeat(n), sparkProperties: '*'.repeat(n) } }),
  },
  {
    name: 'long strings',
    n: 4000,
    tag: 'Both',
    record: (n) => ({ ...event('TagResource', { resourceArn: 'a'.repeat(n), tagsToAdd: 'a'.repeat(n) }), userAgent: 'a'.repeat(n) }),
  },
  {
    name: 'wide structures in structures, 60 levels, wrong at the end',
    n: 20,
    tag: 'Both',
    record: (n) => event('SearchAssets', { filterClause: clause(n, 60, { attributeFilter: 5 }) }),
  },
  {
    name: 'resources, all wrong',
    n: 100,
    tag: 'Both',
    record: (n) => ({ ...event('TagResource', null), resources: list(n, { ARN: 1, accountId: 2 }) }),
  },
]

describe('The work of decoding', () => {
  it.each(HOSTILE)('grows no faster than the bytes for $name', async ({ record, n, tag }) => {
    for (const maxIssues of [100, 10_000]) {
      const decode = (size: number) => {
        const u = record(size)
        expect(decodeRecord(u)._tag).toBe(tag)
        return () => formatIssues(issuesOf(decodeRecord(u, { maxIssues })))
      }
      expect(await work.growth(decode, n)).toBeLessThan(1)
    }
  })
})

describe('The work of an answer', () => {
  it('grows no faster than what a batch names', async () => {
    const batch = (size: number) => {
      const tablesToDelete = Array.from({ length: size }, (_, i) => `t${i}`)
      const record = {
        ...SMALL_RECORDS[0]?.record,
        eventName: 'BatchDeleteTable',
        requestParameters: { databaseName: 'sales', tablesToDelete },
      }
      return () => expect(resourcesOf(record).resources).toHaveLength(size)
    }
    expect(await work.growth(batch, 100)).toBeLessThan(1)
  })

  it.each(['://', '=', 'a=', 'password=', '"password": ', '://a:b', 'jdbc:oracle:thin:', 'token', ' '])(
    'grows no faster than a string of %j again and again in which secrets are looked for',
    async (part) => {
      const look = (size: number) => () => secretIn(part.repeat(size))
      expect(await work.growth(look, 500)).toBeLessThan(1)
    },
  )

  it('grows no faster than the message of a denial', async () => {
    const json = ' is not authorized to perform: User: on resource: because no with an explicit deny in a'
    const deny = (size: number) => () => denialOf({ errorCode: 'AccessDenied', errorMessage: json.repeat(size) })
    expect(await work.growth(deny, 100)).toBeLessThan(1)
  })
})

describe('The work of parsing', () => {
  it('ends at the length that a pattern, an ARN or a key may have', async () => {
    for (const long of ['arn:'.repeat(1e6), `arn:aws${'-'.repeat(4e6)}`, ':'.repeat(4e6)]) {
      expect(await work.of(() => parseArn(long))).toBeLessThan(20)
      expect(await work.of(() => parseTrailKey(long))).toBeLessThan(20)
    }
  })

  it('grows no faster than pattern times string, where backtracking would never end', async () => {
    const pattern = `*a*${'a'.repeat(60)}b`
    const match = (size: number) => () => expect(matchesGlob(pattern, 'a'.repeat(size))).toBe(false)
    expect(await work.growth(match, 500)).toBeLessThan(1)
  })

  it('grows no faster than a key', async () => {
    for (const piece of ['a_', '_', 'us-east-1_', '/', 'AWSLogs/', '1', '123456789012_CloudTrail-Digest_us-east-1_']) {
      const parse = (size: number) => () => parseTrailKey(piece.repeat(1024 / piece.length).slice(0, size))
      expect(await work.growth(parse, 128)).toBeLessThan(1)
    }
  })
})
