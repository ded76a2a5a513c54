/**
 * A trail on S3's own protocol: thousands of files in fauxqs behind a proxy that injects faults.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listTrail, readTrail } from '../../src/aws/index.js'
import type { ReadLog } from '../../src/source/log-entry.js'
import { listed } from './memory-s3.js'
import { BUCKET, type Cloud, OWNER, s3At, startCloud } from './protocol/cloud.js'
import { until } from './protocol/consumers.js'
import { trailFile, trailKey } from './protocol/trail.js'

const READER = join(dirname(fileURLToPath(import.meta.url)), 'protocol', 'reader.ts')

/** Every fourth file is of one account and region: more of them than a page holds, over three days. */
const FILES = 1250
const RECORDS = 2
const NTH = Array.from({ length: FILES }, (_, i) => 4 * i)
const KEYS = NTH.map(trailKey)
const FOLDER = 'AWSLogs/123456789012/CloudTrail/eu-central-1/'
const now = new Date('2024-06-01')

let cloud: Cloud
let folder: string
const put = (Key: string, Body: Uint8Array, Bucket = BUCKET): Promise<unknown> =>
  s3At(cloud.server.port).send(new PutObjectCommand({ Bucket, Key, Body }))

beforeAll(async () => {
  cloud = await startCloud(5)
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-trail-'))
  for (let at = 0; at < FILES; at += 50) {
    await Promise.all(NTH.slice(at, at + 50).map((n) => put(trailKey(n), trailFile(n, RECORDS).bytes)))
  }
}, 120_000)
afterEach(() => {
  cloud.proxy.faults = {}
  cloud.proxy.denied = () => false
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Retries are the client's, and here it has many. */
const options = () => ({ bucket: BUCKET, owner: OWNER, client: s3At(cloud.proxy.port, 10), now })
const idsIn = (outcomes: ReadonlyArray<ReadLog>): ReadonlyArray<string> =>
  outcomes.flatMap(({ entries }) => entries.map(({ raw }) => (raw as { readonly eventID: string }).eventID))
const idsOf = (nth: ReadonlyArray<number>): ReadonlyArray<string> => nth.flatMap((n) => trailFile(n, RECORDS).ids)
/** What the proxy was asked for since. */
const asked = (since: number) => cloud.proxy.s3.slice(since)
const pages = (since: number) => asked(since).filter(({ query }) => query.get('list-type') === '2' && !query.has('delimiter'))

describe('a listing', () => {
  it('goes through all pages, through 503, resets and pages that break off', async () => {
    const before = cloud.proxy.s3.length
    cloud.proxy.faults = { unavailable: 0.1, reset: 0.15, truncated: 0.15 }
    for (let i = 0; i < 5; i++) {
      const listing = listTrail(options())
      expect((await listed(listing)).map(({ key }) => key)).toEqual(KEYS)
      // Accounts, regions, two pages; the SDK's own retries are beside that.
      expect(listing.counts).toEqual({ requests: 4, keys: FILES, listed: FILES, skipped: 0, failed: 0 })
    }
    expect(Object.keys(cloud.proxy.made).sort()).toEqual(['reset', 'truncated', 'unavailable'])
    expect(asked(before).length).toBeGreaterThan(5 * 4)
    expect(asked(before).every(({ owner }) => owner === OWNER)).toBe(true)
  })

  it('begins with the first day that is wanted, and goes no further than the last', async () => {
    const before = cloud.proxy.s3.length
    const listing = listTrail({ ...options(), from: '2024-05-02T12:00', to: '2024-05-03', latenessMs: 3_600_000 })
    const first = Date.UTC(2024, 4, 2, 11)
    const end = Date.UTC(2024, 4, 3, 1)
    const wanted = NTH.filter((n) => n * 60_000 + Date.UTC(2024, 4, 1) >= first && n * 60_000 + Date.UTC(2024, 4, 1) < end)
    expect((await listed(listing)).map(({ key }) => key)).toEqual(wanted.map(trailKey))
    expect(pages(before).map(({ query }) => query.get('start-after'))).toEqual([`${FOLDER}2024/05/02`])
  })

  it('reports what may not be listed', async () => {
    cloud.proxy.denied = ({ query }) => query.get('prefix') === FOLDER
    expect(await listed(listTrail(options()))).toEqual([
      { bucket: BUCKET, key: FOLDER, error: 'AccessDenied', errorMessage: 'AccessDenied: Access Denied' },
    ])
  })
})

describe('a reading', () => {
  it('gives every record once, through all trouble there is', async () => {
    const before = Object.values(cloud.proxy.made).reduce((sum, times) => sum + times, 0)
    cloud.proxy.faults = { unavailable: 0.01, reset: 0.05, truncated: 0.005, slow: 0.01 }
    const reading = readTrail({ ...options(), from: '2024-05-02', to: '2024-05-03', latenessMs: 0, filesAhead: 8 })
    const outcomes = await listed(reading)
    expect(outcomes.flatMap(({ issues }) => issues)).toEqual([])
    // A file holds records of five minutes before it.
    const wanted = NTH.filter((n) => n - 5 >= 1440 && n < 2880)
    expect(idsIn(outcomes)).toEqual(idsOf(wanted))
    expect(Object.values(cloud.proxy.made).reduce((sum, times) => sum + times, 0) - before).toBeGreaterThan(10)
  })

  it('continues after a missing, a denied and a damaged object, and reports each by its key', async () => {
    const [good = '', denied = '', last = ''] = KEYS
    const { bytes } = trailFile(1, 50)
    await put('damaged.json.gz', bytes.subarray(0, bytes.length >> 1))
    await put('noise.json.gz', new Uint8Array(1000).fill(7))
    cloud.proxy.denied = ({ key }) => key === denied
    const keys = [good, 'none.json.gz', denied, 'damaged.json.gz', 'noise.json.gz', last]
    const outcomes = await listed(readTrail({ ...options(), keys }))
    expect(outcomes.map(({ object, issues }) => [object.key, issues.map(({ code, received }) => `${code} ${received}`)])).toEqual([
      [good, []],
      ['none.json.gz', ['UNREADABLE NoSuchKey: The specified key does not exist.']],
      [denied, ['UNREADABLE AccessDenied: Access Denied']],
      ['damaged.json.gz', expect.arrayContaining(['CUT_GZIP the end of the file'])],
      ['noise.json.gz', [expect.stringMatching(/^\w+ /)]],
      [last, []],
    ])
    expect(idsIn([...outcomes.slice(0, 1), ...outcomes.slice(5)])).toEqual(idsOf([0, 8]))
  })

  it('takes an inventory of S3 for the keys, and goes on in it from a cursor', async () => {
    cloud.server.createBucket('inventory')
    const csv = (keys: ReadonlyArray<string>) =>
      gzipSync(keys.map((key) => `"${BUCKET}","${encodeURIComponent(key)}","100","2024-05-01T00:00:00.000Z"\n`).join(''))
    const parts = [KEYS.slice(0, 6), KEYS.slice(6, 10)]
    const files = parts.map((_, i) => ({ key: `audit/list/data/${i}.csv.gz` }))
    const manifest = { fileFormat: 'CSV', fileSchema: 'Bucket, Key, Size, LastModifiedDate', files }
    await put('audit/list/manifest.json', new TextEncoder().encode(JSON.stringify(manifest)), 'inventory')
    for (const [i, part] of parts.entries()) await put(`audit/list/data/${i}.csv.gz`, csv(part), 'inventory')
    const before = cloud.proxy.s3.length
    const keys = { manifest: { bucket: 'inventory', key: 'audit/list/manifest.json', owner: '210987654321' } }
    const first = readTrail({ ...options(), keys })
    const seen: Array<ReadLog> = []
    for await (const outcome of first) if (seen.push(outcome) === 8) break
    const rest = await listed(readTrail({ ...options(), keys, cursor: first.cursor() }))
    expect(idsIn([...seen, ...rest])).toEqual(idsOf(NTH.slice(0, 10)))
    expect(pages(before)).toEqual([])
    const owners = new Set(asked(before).map(({ bucket, owner }) => `${bucket} ${owner}`))
    expect([...owners].sort()).toEqual([`${BUCKET} ${OWNER}`, 'inventory 210987654321'])
  })

  it('is resumed by another process where one was killed: at least once, and no late file is skipped', async () => {
    const out = join(folder, 'killed')
    interface Line {
      readonly key: string
      readonly ids: ReadonlyArray<string>
      readonly issues: ReadonlyArray<string>
    }
    const read = (): ReadonlyArray<Line> =>
      existsSync(`${out}.read`)
        ? readFileSync(`${out}.read`, 'utf8')
            .split('\n')
            .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Line] : []))
        : []
    // The last file was delivered half an hour ago.
    const last = NTH.at(-1) ?? 0
    const start = (minutes: number) => {
      const NOW = new Date(Date.UTC(2024, 4, 1) + (last + minutes) * 60_000).toISOString()
      const env = {
        ...process.env,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        PORT: String(cloud.proxy.port),
        OUT: out,
        NOW,
      }
      const child = spawn(process.execPath, ['--import', 'tsx', READER], { env, stdio: ['ignore', 'inherit', 'inherit'] })
      return { child, ended: new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))) }
    }
    cloud.proxy.faults = { unavailable: 0.005, reset: 0.03, truncated: 0.005 }
    const first = start(30)
    expect(await until(() => read().length > FILES / 2, 60_000)).toBe(true)
    first.child.kill('SIGKILL')
    await first.ended
    const before = read().length
    expect(before).toBeLessThan(FILES)

    const second = start(30)
    expect(await second.ended).toBe(0)
    const lines = read()
    expect(lines.flatMap(({ issues }) => issues)).toEqual([])
    expect([...new Set(lines.map(({ key }) => key))].toSorted()).toEqual(KEYS)
    expect(new Set(lines.flatMap(({ ids }) => ids)).size).toBe(FILES * RECORDS)
    // Only what the dead process had not noted, the file in its hands.
    expect(lines.length - FILES).toBeLessThanOrEqual(1)

    // A file of a minute that has been read, which was not there yet.
    const late = trailKey(last - 20).replace(/_0+[^_]*\.json/, '_0000000000000000.json')
    await put(late, trailFile(1, RECORDS).bytes)
    const third = start(35)
    expect(await third.ended).toBe(0)
    const again = read().slice(lines.length)
    expect(again.map(({ key }) => key)).toContain(late)
    // The last hour, as of when the reading before began: half an hour of files, one every four minutes.
    expect(again.length).toBe(1 + NTH.filter((n) => n >= last - 30).length)
  }, 180_000)
})
