/**
 * The work of decoding and of answers grows with the bytes, whatever they are.
 */
import type { DecodeResult } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { SMALL_RECORDS } from '../support/kinds.js'
import { countWork } from '../support/work.js'

const work = await countWork()
const api = await import('glue-trail')
const { decodeRecord, denialOf, formatIssues, issuesOf, parseArn, resourcesOf } = api
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

const columns = (n: number, type: string): object => ({
  tableInput: {
    name: 'b',
    storageDescriptor: { columns: Array.from({ length: n }, (_, i) => ({ name: `c${i}`, type })) },
    parameters: wide(n, type),
  },
})
const update = (n: number, type: string): object => event('UpdateTable', { databaseName: 'a', name: 'b', ...columns(n, type) })

/** Calls that update one table, each with an id and a time of its own. */
const updates = (n: number): ReadonlyArray<object> =>
  Array.from({ length: n }, (_, i) => ({
    ...update(1, `t${i}`),
    eventID: `e${i}`,
    eventTime: new Date(Date.UTC(2024, 0, 1, 0, 0, i)).toISOString(),
  }))

/** Corrections, all of one record or each of its own. */
const corrections = (n: number, isShared: boolean): ReadonlyArray<object> => [
  ...updates(n),
  ...Array.from({ length: n }, (_, i) => ({
    ...update(1, 'u'),
    eventID: `f${i}`,
    addendum: { reason: 'UPDATED_DATA', originalEventID: isShared ? 'e0' : `e${i}`, updatedFields: 'requestParameters, eventName' },
  })),
]

const deepList = (n: number): unknown => Array.from({ length: n }).reduce<unknown>((inner) => ({ a: [inner] }), 'password=x')

/** Answers, and input of a size for each, in the forms that made them slow. */
const ANSWERS: Readonly<Record<string, (n: number) => () => unknown>> = {
  'tableChangeOf, columns and parameters': (n) => {
    const [before, after] = [update(n, 'int'), update(n, 'string')]
    return () => api.tableChangeOf(before, after)
  },
  'tableChangeOf, columns in another order': (n) => {
    const [before, after] = [update(n, 'int'), update(n, 'int')] as ReadonlyArray<{
      requestParameters: { tableInput: { storageDescriptor: { columns: Array<unknown> } } }
    }>
    after?.requestParameters.tableInput.storageDescriptor.columns.reverse()
    return () => api.tableChangeOf(before, after)
  },
  'historyOf, many calls': (n) => {
    const records = updates(n)
    return () => api.historyOf(records, 'a.b')
  },
  'applyAddenda, a correction of each record': (n) => {
    const records = corrections(n, false)
    return () => api.applyAddenda(records)
  },
  'applyAddenda, all corrections of one record': (n) => {
    const records = corrections(n, true)
    return () => api.applyAddenda(records)
  },
  'sensitiveIn, a wide map': (n) => {
    const record = event('StartJobRun', { jobName: 'a', arguments: wide(n, 'password=secret') })
    return () => api.sensitiveIn(record)
  },
  'sensitiveIn, a deep value': (n) => {
    const record = event('StartJobRun', { jobName: 'a', arguments: { a: deepList(n) } })
    return () => api.sensitiveIn(record)
  },
  'redact, a wide map': (n) => {
    const record = event('StartJobRun', { jobName: 'a', arguments: wide(n, 'value') })
    return () => api.redact(record)
  },
  'redact, a deep value': (n) => {
    const record = event('StartJobRun', { jobName: 'a', arguments: { a: deepList(n) } })
    return () => api.redact(record, { keepUnknown: true })
  },
}

describe('The work of an answer', () => {
  it.each(Object.entries(ANSWERS))('grows no faster than its input: %s', async (_, answer) => {
    expect(await work.growth(answer, 100)).toBeLessThan(1)
  })

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
