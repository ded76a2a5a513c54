import { describe, expect, it } from 'vitest'
import { listTrail, placesOf } from '../../src/aws/list-trail.js'
import { objectStore } from '../../src/aws/object-store.js'
import { listed, memoryS3 } from './memory-s3.js'
import { trailKey } from './protocol/trail.js'

/**
 * A file every minute for two hours, in two accounts and two regions, and other objects that such a bucket may hold.
 */
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 120 }, (_, n) => [trailKey(n), '{}'])),
  'AWSLogs/123456789012/CloudTrail-Digest/eu-central-1/2024/05/01/123456789012_CloudTrail-Digest_eu-central-1_t_eu-central-1_20240501T010000Z.json.gz':
    '',
  'AWSLogs/123456789012/CloudTrail-Insight/eu-central-1/2024/05/01/123456789012_CloudTrail-Insight_eu-central-1_20240501T0100Z_abc.json.gz':
    '',
  'AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/2024/05/01/111122223333_CloudTrail_us-east-1_20240501T0030Z_abc.json.gz': '',
  'AWSLogs/123456789012/CloudTrail/eu-central-1/2024/05/01/readme.txt': '',
  'AWSLogs/elasticloadbalancing/x': '',
}
const IN_ORGANIZATION =
  'AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/2024/05/01/111122223333_CloudTrail_us-east-1_20240501T0030Z_abc.json.gz'
const now = new Date('2024-06-01')
const keysOf = (objects: ReadonlyArray<{ readonly key: string }>): ReadonlyArray<string> => objects.map(({ key }) => key)
const upTo = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, n) => trailKey(n))

describe('a trail', () => {
  it('is listed whole, prefix by prefix, with an organization beside accounts', async () => {
    const listing = listTrail({ bucket: 'b', client: memoryS3(FILES), now })
    const keys = keysOf(await listed(listing))
    expect(keys).toEqual([...upTo(120).toSorted(), IN_ORGANIZATION])
    expect(listing.counts).toEqual({ requests: 10, keys: 122, listed: 121, skipped: 1, failed: 0 })
    expect(listing.coverage).toEqual({})
  })

  it('is listed by the times of events; later files are reported as not covered', async () => {
    const client = memoryS3(FILES)
    const listing = listTrail({ bucket: 'b', client, now, from: '2024-05-01T02:00', to: '2024-05-01T02:10', latenessMs: 600_000 })
    const keys = keysOf(await listed(listing))
    // An hour before the first event, up to ten minutes after the last.
    expect(keys).toEqual(upTo(120).slice(60).toSorted())
    expect(listing.coverage).toEqual({ deliveredFrom: '2024-05-01T01:00:00.000Z', deliveredBefore: '2024-05-01T02:20:00.000Z' })
  })

  it('takes one request a region for a year without files of the first months, not one a day', async () => {
    const client = memoryS3(FILES)
    const listing = listTrail({
      bucket: 'b',
      client,
      now,
      from: '2024-01-01',
      to: '2024-12-31',
      organization: 'o-a1b2c3d4e5',
      accounts: ['111122223333'],
      regions: ['us-east-1'],
    })
    expect(keysOf(await listed(listing))).toEqual([IN_ORGANIZATION])
    expect(client.inputs).toEqual([
      {
        Bucket: 'b',
        Prefix: 'AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/',
        StartAfter: 'AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/2023/12/31',
      },
    ])
  })

  it('is listed below a folder of days alone, from the first day of the times of events', async () => {
    const days = Object.fromEntries(Array.from({ length: 40 }, (_, day) => [trailKey(day * 1440), '{}']))
    const client = memoryS3(days, 2)
    const keysIn = async (folder: string, from?: string): Promise<ReadonlyArray<string>> => {
      const options = { bucket: 'b', now, accounts: ['123456789012'], regions: ['eu-central-1'], client }
      const keys: Array<string> = []
      for await (const { object } of placesOf({ ...options, days: folder, ...(from === undefined ? {} : { from }) }).items())
        keys.push(object.key)
      return keys
    }
    const onDays = (first: number, last: number): ReadonlyArray<string> =>
      Array.from({ length: last - first + 1 }, (_, i) => trailKey((first - 1 + i) * 1440))
    expect(await keysIn('2024/05/03')).toEqual(onDays(3, 3))
    const Prefix = 'AWSLogs/123456789012/CloudTrail/eu-central-1/2024/05/03/'
    expect(client.inputs.slice(1)).toEqual([{ Bucket: 'b', Prefix }])
    expect(await keysIn('2024/05')).toEqual(onDays(1, 31))
    expect(await keysIn('2024/05', '2024-05-30')).toEqual(onDays(30, 31))
    expect(await keysIn('2024/05', '2024-06-02')).toEqual([])
    expect(await keysIn('2024')).toEqual(onDays(1, 40))
  })

  it('is listed no further than the last day', async () => {
    const days = Object.fromEntries(Array.from({ length: 40 }, (_, day) => [trailKey(day * 1440), '{}']))
    const client = memoryS3(days, 1)
    const listing = listTrail({
      bucket: 'b',
      client,
      now,
      from: '2024-05-02',
      to: '2024-05-03',
      accounts: ['123456789012'],
      regions: ['eu-central-1'],
    })
    expect(keysOf(await listed(listing))).toEqual([1, 2, 3].map((day) => trailKey(day * 1440)))
    expect(listing.counts.requests).toBe(1 + 5)
  })

  it('is listed for accounts, regions and kinds', async () => {
    const client = memoryS3(FILES)
    const some = { bucket: 'b', client, now, accounts: ['123456789012'] }
    expect(keysOf(await listed(listTrail({ ...some, regions: ['us-east-1'] })))).toEqual(upTo(120).filter((_, n) => n % 4 === 2))
    expect(keysOf(await listed(listTrail({ ...some, kinds: ['Insight'] })))).toEqual([
      'AWSLogs/123456789012/CloudTrail-Insight/eu-central-1/2024/05/01/123456789012_CloudTrail-Insight_eu-central-1_20240501T0100Z_abc.json.gz',
    ])
  })

  it('goes on where a prefix cannot be listed, and says so', async () => {
    const denied = 'AWSLogs/210987654321/CloudTrail/'
    const listing = listTrail({ bucket: 'b', client: memoryS3(FILES, 1000, [denied, 'AWSLogs/123456789012/CloudTrail/us-east-1/']), now })
    const objects = await listed(listing)
    expect(objects.filter(({ error }) => error !== undefined)).toEqual([
      {
        bucket: 'b',
        key: 'AWSLogs/123456789012/CloudTrail/us-east-1/',
        error: 'AccessDenied',
        errorMessage: 'AccessDenied: as S3 puts it',
      },
      { bucket: 'b', key: denied, error: 'AccessDenied', errorMessage: 'AccessDenied: as S3 puts it' },
    ])
    expect(objects.length).toBe(30 + 1 + 2)
    expect(listing.counts.failed).toBe(2)
    expect(await listed(listTrail({ bucket: 'b', prefix: 'p', client: memoryS3({}, 1, ['p/AWSLogs/']), now }))).toEqual([
      { bucket: 'b', key: 'p/AWSLogs/', error: 'AccessDenied', errorMessage: 'AccessDenied: as S3 puts it' },
    ])
  })

  it('is listed from a cursor on, with pages of any size', async () => {
    for (const pageSize of [1, 7, 1000]) {
      const options = { bucket: 'b', client: memoryS3(FILES, pageSize), now }
      const first = listTrail(options)
      const keys: Array<string> = []
      for await (const { key } of first) if (keys.push(key) === 50) break
      const rest = await listed(listTrail({ ...options, cursor: first.cursor() }))
      expect([...keys, ...keysOf(rest)]).toEqual([...upTo(120).toSorted(), IN_ORGANIZATION])
    }
  })

  it('hands out files of the last hour again, so that none that came between is skipped', async () => {
    const options = { bucket: 'b', client: memoryS3(FILES), now: new Date('2024-05-01T02:00') }
    const first = listTrail(options)
    await listed(first)
    const late = trailKey(90).replace(/_0+[^_]*\.json/, '_0000000000000000.json')
    const again = await listed(listTrail({ ...options, client: memoryS3({ ...FILES, [late]: '' }), cursor: first.cursor() }))
    expect(keysOf(again)).toContain(late)
    expect(again.length).toBe(61)
  })

  it('ends when it is aborted', async () => {
    const abort = new AbortController()
    const listing = listTrail({ bucket: 'b', client: memoryS3(FILES, 1), now, signal: abort.signal })
    await expect(
      (async () => {
        for await (const _ of listing) abort.abort(new Error('enough'))
      })(),
    ).rejects.toThrow('enough')
  })
})

describe('keys', () => {
  it('are selected by what they tell, and those that tell nothing are kept', async () => {
    const keys = [...upTo(4), 'by-hand.json', { key: trailKey(5), size: 7, version: 'v' }]
    const options = { bucket: 'b', now, keys, accounts: ['210987654321'] }
    expect(await listed(listTrail(options))).toEqual([
      { bucket: 'b', key: trailKey(1) },
      { bucket: 'b', key: trailKey(3) },
      { bucket: 'b', key: 'by-hand.json' },
      { bucket: 'b', key: trailKey(5), size: 7, version: 'v' },
    ])
    expect(keysOf(await listed(listTrail({ ...options, from: '2024-05-02' })))).toEqual(['by-hand.json'])
  })

  it('are counted for the cursor', async () => {
    const keys = upTo(10)
    const first = listTrail({ bucket: 'b', now, keys })
    for await (const { key } of first) if (key === keys[3]) break
    expect(keysOf(await listed(listTrail({ bucket: 'b', now, keys, cursor: first.cursor() })))).toEqual(keys.slice(4))
  })
})

it('has positions for callers that read ahead of those they deliver to', async () => {
  const { items, cursor } = placesOf({ bucket: 'b', now, keys: upTo(2) }, objectStore(memoryS3({})))
  expect(await listed(items())).toEqual([
    { object: { bucket: 'b', key: trailKey(0) }, shard: '', position: '1' },
    { object: { bucket: 'b', key: trailKey(1) }, shard: '', position: '2' },
  ])
  expect(cursor.toString()).toBe('{"v":1,"at":{},"sum":2745614147}')
})
