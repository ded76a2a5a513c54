/**
 * Validation compared with what it cannot do without, inflating and hashing each file; decoding with it compared with
 * decoding alone; a bucket compared with AWS's own validator; memory of a long trail and of a tenth of it.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { folderStore } from '../../src/node/folder-store.js'
import { isDigestObject, worldOf } from '../../test/support/signed-world.js'
import { keysOf, type World } from '../../test/support/world.js'
import { writeWorld } from '../../test/support/write-world.js'
import { built } from '../build.js'
import { aligned, atMost, type Goal, lineOf } from '../goal.js'
import { type Latency, latencyOf } from './latency.js'
import { runCommand } from './process.js'
import { busyWorld, inFolder } from './worlds.js'

/** What was measured. */
export interface IntegrityReport {
  readonly megabytes: number
  /** Processor time of validation, as a multiple of inflating and hashing in one process, in each round. */
  readonly processor: ReadonlyArray<number>
  /** Processor time of `decode --verify`, as a multiple of that of `decode`, whole processes, in each round. */
  readonly decode: ReadonlyArray<number>
  readonly latency: Latency
  /** Peak of memory of `validate`, in MB, with a tenth of the logs and with all. */
  readonly memory: { readonly logs: number; readonly tenth: number; readonly all: number }
}

/** Measures all of it. */
export async function integrity(quick: boolean): Promise<IntegrityReport> {
  built()
  const rounds = quick ? 3 : 9
  const world = await busyWorld(quick ? 40 : 200)
  const busy = await inFolder(async (folder) => {
    writeWorld(folder, world)
    return { processor: await processorOf(world, folder, rounds), decode: await decodeOf(folder, rounds) }
  })
  return {
    megabytes: Math.round(logsOf(world).reduce((sum, { body }) => sum + gunzipSync(body).length, 0) / 1e6),
    ...busy,
    latency: await latencyOf(quick ? 6 : 50),
    memory: await memoryOf(quick ? 60 : 720),
  }
}

const logsOf = ({ objects }: World): World['objects'] => objects.filter((object) => !isDigestObject(object))

async function processorOf(world: World, folder: string, rounds: number): Promise<ReadonlyArray<number>> {
  const ratios: Array<number> = []
  const copy = join(folder, 'copy')
  const options = { from: world.range[0], to: world.range[1], now: new Date('2030-01-01') }
  for (let round = 0; round < rounds; round++) {
    const bare = await processorTime(() => {
      for (const { key } of logsOf(world))
        createHash('sha256')
          .update(gunzipSync(readFileSync(join(copy, key))))
          .digest()
    })
    const ours = await processorTime(async () => {
      await validateTrail(await folderStore([copy]), keysOf(world), options).report()
    })
    ratios.push(ours / bare)
  }
  return ratios.sort((a, b) => a - b)
}

async function processorTime(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

async function decodeOf(folder: string, rounds: number): Promise<ReadonlyArray<number>> {
  const ratios: Array<number> = []
  const plain = ['decode', join(folder, 'copy'), '--format', 'ndjson', '--workers', '1']
  for (let round = 0; round < rounds; round++) {
    const { cpu } = await runCommand(plain)
    ratios.push((await runCommand([...plain, '--verify', ...proofIn(folder)])).cpu / cpu)
  }
  return ratios.sort((a, b) => a - b)
}

async function memoryOf(hours: number): Promise<IntegrityReport['memory']> {
  const peakOf = (count: number): Promise<number> =>
    inFolder(async (folder) => {
      const world = worldOf({ hours: count, logs: () => 61 })
      writeWorld(folder, world)
      const range = ['--from', world.range[0], '--to', world.range[1]]
      const { status, memory } = await runCommand(['validate', join(folder, 'copy'), ...range, ...proofIn(folder)])
      if (status !== 0) throw new Error(`bench: validate ended with ${status}`)
      return memory
    })
  return { logs: 61 * hours, tenth: await peakOf(Math.ceil(hours / 10)), all: await peakOf(hours) }
}

/** The options that prove a copy. */
const proofIn = (folder: string): ReadonlyArray<string> => [
  ...['--public-keys', join(folder, 'keys.json')],
  ...['--signatures', join(folder, 'signatures.ndjson')],
]

const medianOf = (sorted: ReadonlyArray<number>): number => sorted[sorted.length >> 1] ?? Number.NaN

/** The goals, and whether they are reached. */
function goalsOf({ processor, decode, latency, memory }: IntegrityReport): ReadonlyArray<Goal> {
  return [
    atMost('processor time of validation, of gunzipSync and SHA-256', medianOf(processor), 1.15),
    atMost('processor time of decode --verify, of decode', medianOf(decode), 1.15),
    atMost("time of validation with 20 ms a request, of AWS's command", latency.ours / latency.aws, 1 / 8),
    atMost(`memory of ${memory.logs} logs in MB`, memory.all, 120),
    atMost('memory of all logs, of that of a tenth', memory.all / memory.tenth, 1.1),
  ]
}

/** Returns what was measured, as lines. */
export function textOf(report: IntegrityReport): string {
  const { megabytes, processor, decode, latency, memory } = report
  const rows = [
    [`${megabytes} MB inflated`, 'validation, of gunzipSync and SHA-256', ...processor.map((ratio) => ratio.toFixed(2))],
    ['', 'decode --verify, of decode', ...decode.map((ratio) => ratio.toFixed(2))],
  ]
  return [
    aligned(rows),
    `${latency.logs} logs with 20 ms a request: ${latency.ours.toFixed(1)} s, AWS's command ${latency.aws.toFixed(1)} s`,
    `memory: ${memory.all.toFixed(0)} MB for ${memory.logs} logs, ${memory.tenth.toFixed(0)} MB for a tenth`,
    ...goalsOf(report).map(lineOf),
    '',
  ].join('\n')
}
