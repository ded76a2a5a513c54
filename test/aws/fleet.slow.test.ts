/**
 * A fleet on real protocols: two consumer processes, S3, SNS and SQS of fauxqs behind a proxy that injects faults.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FleetMetrics } from '../../src/aws/index.js'
import { BUCKET, type Cloud, OWNER, startCloud } from './protocol/cloud.js'
import { type ConsumerProcess, startConsumer, until } from './protocol/consumers.js'
import { trailFile } from './protocol/trail.js'

let cloud: Cloud
let folder: string
let consumers: Array<ConsumerProcess>

beforeEach(async () => {
  cloud = await startCloud(1000, ['queue', 'topic', 'raw-topic'])
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-fleet-'))
  consumers = []
})

afterEach(async () => {
  for (const { child } of consumers) child.kill('SIGKILL')
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (name: string, settings?: Readonly<Record<string, string>>): ConsumerProcess => {
  const consumer = startConsumer(cloud, join(folder, name), settings)
  consumers.push(consumer)
  return consumer
}

async function put(n: number, records: number, padding?: number): Promise<ReadonlyArray<string>> {
  const { key, ids, bytes } = trailFile(n, records, padding)
  await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: bytes }))
  return ids
}

function expectToAddUp({ messages, records }: FleetMetrics): void {
  expect(messages.received).toBe(messages.handled + messages.failed + messages.notices)
  expect(records.read).toBe(records.delivered + records.duplicate + records.filtered + records.broken)
}

describe('two consumer processes, one of them killed', () => {
  it('deliver every record of 1,000 files', async () => {
    const FILES = 1000
    const RECORDS = 50
    cloud.proxy.faults = { unavailable: 0.03, reset: 0.02, truncated: 0.05, slow: 0.05, twice: 0.05, lostDelete: 0.05, expired: 0.15 }
    const settings = { GLUE_ONLY: 'YES' }
    // What S3 and CloudTrail send to a newly configured queue and topic.
    await cloud.send('queue', JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: BUCKET }))
    await cloud.send('topic', 'CloudTrail validation message.')
    const [first, second] = [start('first', settings), start('second', settings)]
    const wanted = new Set<string>()
    for (let n = 0; n < FILES; n += 20) {
      const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => put(n + i, RECORDS)))
      for (const id of ids.flat()) if (!id.endsWith('4') && !id.endsWith('9')) wanted.add(id)
    }
    expect(wanted.size).toBe(40_000)

    const all = (): ReadonlyArray<string> => [...first.delivered(), ...second.delivered()].flatMap(({ ids }) => ids)
    expect(await until(() => all().length > wanted.size / 2, 240_000)).toBe(true)
    first.child.kill('SIGKILL')
    const before = first.delivered().length
    expect(before).toBeGreaterThan(50)
    expect(await until(() => cloud.left('trail') === 0, 300_000)).toBe(true)
    await second.stop()

    const delivered = all()
    expect(wanted.size - new Set(delivered).size).toBe(0)
    // Every kind of trouble was there.
    expect(
      Object.entries(cloud.proxy.made)
        .filter(([, times]) => times > 2)
        .map(([fault]) => fault)
        .sort(),
    ).toEqual(['expired', 'lostDelete', 'reordered', 'reset', 'slow', 'truncated', 'twice', 'unavailable'])
    // A third of the files was announced in SNS's envelope, the others without, half of them through a topic too.
    const lines = [...first.delivered(), ...second.delivered()]
    const announced = (source: string): number => new Set(lines.flatMap((line) => (line.source === source ? [line.key] : []))).size
    expect(announced('SNS')).toBeGreaterThan(FILES / 4)
    expect(announced('S3')).toBeGreaterThan(FILES / 2)
    // Who reads a bucket says whose it is, always.
    expect(cloud.proxy.s3.filter(({ method, owner }) => method === 'GET' && owner !== OWNER)).toEqual([])
    // Within one process, a file is delivered again only where its messages were in work at the same time.
    for (const consumer of [first, second]) {
      const ends = new Map<string, number>()
      for (const { key = '', start, end } of consumer.delivered()) {
        expect(ends.get(key) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(start)
        ends.set(key, Math.min(end, ends.get(key) ?? end))
      }
    }
    expect(delivered.length).toBeGreaterThan(wanted.size)
    expect(delivered.length).toBeLessThan(wanted.size * 1.5)

    for (const consumer of [first, second]) expectToAddUp(consumer.metrics())
    const { records, messages } = second.metrics()
    expect(messages.notices + first.metrics().messages.notices).toBeGreaterThanOrEqual(2)
    expect(records.delivered).toBe(second.delivered().reduce((sum, { ids }) => sum + ids.length, 0))
    expect(records.filtered).toBeGreaterThan(0)
    expect(records.duplicate).toBeGreaterThan(0)
    expect(cloud.left('dead')).toBe(0)
  }, 700_000)
})

describe('a consumer', () => {
  it('uses no more memory for 500 files than for 100', async () => {
    const consumer = start('memory', { CONCURRENCY: '4', WINDOW: '1000', VISIBILITY: '60', WORK: '1', MEMORY: 'YES' })
    // 100 records of 6 kB each.
    for (let n = 0; n < 500; n += 10) await Promise.all(Array.from({ length: 10 }, (_, i) => put(n + i, 100, 6000)))
    expect(await until(() => cloud.left('trail') === 0, 240_000)).toBe(true)
    await consumer.stop()
    const memory = consumer.delivered().map((line) => line.memory)
    expect(memory.length).toBe(500)
    const most = (from: number, to: number): number => Math.max(...memory.slice(from, to))
    // 600 kB of text a file: 400 of them would be 240 MB.
    expect(most(400, 500) - most(50, 150)).toBeLessThan(20_000_000)
    const resident = consumer.delivered().map((line) => line.resident)
    expect(Math.max(...resident.slice(400))).toBeLessThan(1.3 * Math.max(...resident.slice(0, 150)))
  }, 500_000)
})
