/**
 * Validation compared with what it cannot do without: inflating and hashing each file. Processor time, as a ratio in one process; memory of a long trail
 * and of a tenth of it; time where each request takes 20 ms.
 *
 * @module
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync, gzipSync } from 'node:zlib'
import { validateTrail } from '../src/integrity/validate-trail.js'
import { folderStore } from '../src/node/folder-store.js'
import type { EvidenceStore } from '../src/source/evidence.js'
import { isDigest, worldOf } from '../test/support/signed-world.js'
import { keysOf, storeOf, type World } from '../test/support/world.js'

/** What was measured. */
export interface IntegrityReport {
  readonly files: number
  readonly megabytes: number
  /** Processor time of validation, as a multiple of inflating and hashing, in each round. */
  readonly processor: ReadonlyArray<number>
  /** Time of reading one file after the other, as a multiple of validation with 16 at once, 20 ms a request. */
  readonly concurrency: number
  /** Peak of memory of the process, in MB, with a tenth of the logs and with all. */
  readonly memory: { readonly logs: number; readonly tenth: number; readonly all: number }
}

/** A world whose log files of some 800 kB all have the same content, and whose digests name its hash. */
function busyWorld(hours: number): World {
  const filler = randomBytes(30_000).toString('base64')
  const json = `{"Records":[${Array.from({ length: 20 }, () => `"${filler}"`).join()}]}`
  const body = new Uint8Array(gzipSync(json))
  const hashValue = createHash('sha256').update(json).digest('hex')
  const world = worldOf({
    hours,
    logs: () => 10,
    change: (digest) => ({ ...digest, logFiles: (digest.logFiles as ReadonlyArray<object>).map((log) => ({ ...log, hashValue })) }),
  })
  return { ...world, objects: world.objects.map((object) => (isDigest(object) ? object : { ...object, body })) }
}

const processorTime = async (work: () => Promise<void> | void): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const optionsOf = (world: World) => ({ from: world.range[0], to: world.range[1], now: new Date('2030-01-01') })

/** Measures all of it. */
export async function integrity(quick: boolean): Promise<IntegrityReport> {
  const hours = quick ? 4 : 12
  const world = busyWorld(hours)
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-bench-'))
  try {
    for (const { key, body } of world.objects) {
      mkdirSync(dirname(join(folder, key)), { recursive: true })
      writeFileSync(join(folder, key), body)
    }
    const logs = world.objects.filter((object) => !isDigest(object))
    const processor: Array<number> = []
    for (let round = 0; round < (quick ? 3 : 9); round++) {
      const bare = await processorTime(() => {
        for (const { key } of logs)
          createHash('sha256')
            .update(gunzipSync(readFileSync(join(folder, key))))
            .digest()
      })
      const ours = await processorTime(async () => {
        await validateTrail(await folderStore([folder]), keysOf(world), optionsOf(world)).report()
      })
      processor.push(ours / bare)
    }
    return {
      files: world.objects.length,
      megabytes: Math.round(logs.reduce((sum, { body }) => sum + gunzipSync(body).length, 0) / 1e6),
      processor: processor.sort((a, b) => a - b),
      concurrency: await concurrencyOf(worldOf({ hours: quick ? 6 : 24, logs: () => 10 })),
      memory: await memoryOf(quick ? 60 : 720),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const LATENCY = 20

async function concurrencyOf(world: World): Promise<number> {
  const store = storeOf(world.objects)
  const slow: EvidenceStore = {
    ...store,
    read: async (...request) => {
      await new Promise((resolve) => setTimeout(resolve, LATENCY))
      return store.read(...request)
    },
  }
  const timed = async (concurrency: number): Promise<number> => {
    const start = performance.now()
    await validateTrail(slow, keysOf(world), { ...optionsOf(world), concurrency }).report()
    return performance.now() - start
  }
  return (await timed(1)) / (await timed(16))
}

/** The peak of the memory in use after collection, beside that of the trail itself, which is in memory too. */
async function memoryOf(hours: number): Promise<IntegrityReport['memory']> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const peakOf = async (count: number): Promise<number> => {
    const world = worldOf({ hours: count, logs: () => 61 })
    const store = storeOf(world.objects)
    // Engines lay out the strings of the trail anew when they are first used.
    await validateTrail(store, keysOf(world), optionsOf(world)).report()
    const before = used()
    let peak = 0
    let digests = 0
    for await (const { kind } of validateTrail(store, keysOf(world), optionsOf(world))) {
      if (kind === 'DIGEST_CHECKED' && digests++ % 10 === 0) peak = Math.max(peak, used() - before)
    }
    return peak / 1e6
  }
  return { logs: 61 * hours, tenth: await peakOf(Math.ceil(hours / 10)), all: await peakOf(hours) }
}

/** Returns what was measured, as lines. */
export function textOf({ files, megabytes, processor, concurrency, memory }: IntegrityReport): string {
  const median = processor[processor.length >> 1] ?? Number.NaN
  return [
    `${files} files, ${megabytes} MB inflated: ${median.toFixed(2)} times the processor time of gunzipSync and SHA-256 (at most 1.15)`,
    `20 ms a request: ${concurrency.toFixed(1)} times as fast with 16 at once as with one (at least 8)`,
    `memory of the validation: ${memory.all.toFixed(1)} MB for ${memory.logs} logs, ${memory.tenth.toFixed(1)} MB for a tenth`,
    '',
  ].join('\n')
}
