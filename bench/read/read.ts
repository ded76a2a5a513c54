/**
 * `read`: what it costs to find the records of Glue in a trail, against what everyone does, parsers that stream, jq and DuckDB. All of them have to
 * find the same records first.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { built } from '../build.js'
import { thisMachine } from '../machine.js'
import { median } from '../measure.js'
import type { AlonePlan, AloneResult } from './alone.js'
import { type CommandName, isMissing, runCommand } from './commands.js'
import { corpusFacts } from './corpus.js'
import { type Figures, type Large, type ReadReport, reportOf, type Timed } from './report.js'
import { type TrailFacts, writeFileOf, writeTrail } from './trail.js'

const SEED = 20240614
const MB = 1e6

/** How much is read, and how often. */
export interface Extent {
  readonly name: 'full' | 'quick' | 'check'
  /** Bytes of the mixed trail and of that of Glue alone. */
  readonly mixed: number
  readonly glue: number
  /** Sizes of single files: memory must not grow with them. */
  readonly small: number
  readonly large: number
  readonly largest: number
  readonly rounds: number
  readonly runs: number
}

export const FULL: Extent = {
  name: 'full',
  mixed: 200 * MB,
  glue: 100 * MB,
  small: 50 * MB,
  large: 500 * MB,
  largest: 600 * MB,
  rounds: 5,
  runs: 3,
}
export const QUICK: Extent = {
  name: 'quick',
  mixed: 20 * MB,
  glue: 10 * MB,
  small: 5 * MB,
  large: 50 * MB,
  largest: 60 * MB,
  rounds: 5,
  runs: 2,
}
/** What `bench:check` needs. */
export const CHECK: Extent = { ...QUICK, name: 'check', rounds: 9 }

/** So many times slower than the others are those that read a part of the files. */
const SLOW: ReadonlyArray<string> = ['@streamparser/json', 'stream-json']
const PART = 0.1

const MIXED_ALONE = [
  'glue-trail',
  'glue-trail without WebAssembly',
  'gunzipSync + JSON.parse + filter',
  'gunzipSync alone',
  ...SLOW,
] as const
const GLUE_ALONE = ['glue-trail', 'gunzipSync + JSON.parse + filter'] as const
const WHOLE: ReadonlyArray<CommandName> = ['glue-trail decode', 'plain Node', 'DuckDB read_json, one thread', 'gzip | jq']
const THREADS: ReadonlyArray<CommandName> = [
  'glue-trail decode',
  'glue-trail decode, two workers',
  'reduceFiles, one worker',
  'reduceFiles, two workers',
]

/** Runs the benchmark. */
export async function read(extent: Extent): Promise<ReadReport> {
  const machine = thisMachine()
  built()
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-bench-'))
  try {
    say(`writing ${(extent.mixed + extent.glue) / MB} MB of log files`)
    const mixedFolder = join(folder, 'mixed')
    const glueFolder = join(folder, 'glue')
    const mixed = writeTrail(mixedFolder, extent.mixed, 0.05, SEED)
    const glue = writeTrail(glueFolder, extent.glue, 1, SEED)
    const figures: Figures = {
      mixed: alone(MIXED_ALONE, mixedFolder, mixed, extent.rounds),
      glue: alone(GLUE_ALONE, glueFolder, glue, extent.rounds),
      whole: extent.name === 'check' ? [] : whole(WHOLE, mixedFolder, join(folder, 'out'), mixed, extent.runs),
      threads: extent.name === 'check' ? [] : whole(THREADS, mixedFolder, join(folder, 'out'), mixed, extent.runs),
      large: await large(folder, extent),
    }
    return reportOf(machine, extent, { mixed, glue, corpus: await corpusFacts(), seed: SEED }, figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = (line: string): unknown => process.stderr.write(`${line}\n`)

/** Contestants in processes of their own, one after the other. */
function alone(names: ReadonlyArray<string>, folder: string, facts: TrailFacts, rounds: number): ReadonlyArray<Timed> {
  const part = Math.max(Math.round(facts.files * PART), 1)
  const plan = (files: number, times: number): AlonePlan => ({ folder, files, rounds: times })
  const results = names.map((name) => {
    say(`in process: ${name}`)
    const isSlow = SLOW.includes(name)
    const result = aloneOf(name, isSlow ? plan(part, 1) : plan(facts.files, rounds))
    return { name, result, isSlow }
  })
  // What the slow ones are to find is what everyone finds in the same part.
  const [first] = results
  const inPart = results.some(({ isSlow }) => isSlow) && first ? aloneOf(first.name, plan(part, 1)) : undefined
  for (const { name, result, isSlow } of results) {
    if (name !== 'gunzipSync alone') same(name, result.digest, (isSlow ? inPart : first?.result)?.digest)
  }
  if (first?.result.found !== facts.glue)
    throw new Error(`bench: ${first?.result.found} records were found, and ${facts.glue} were written`)
  return results.map(({ name, result, isSlow }) => {
    const read = result.stored / facts.stored
    return isSlow ? { name, cpu: result.cpu / read, part: read } : { name, cpu: result.cpu }
  })
}

function aloneOf(name: string, plan: AlonePlan): AloneResult {
  return script('alone.ts', ['--import', 'tsx'], [name, JSON.stringify(plan)]) as AloneResult
}

function script(file: string, options: ReadonlyArray<string>, args: ReadonlyArray<string>): unknown {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [...options, path, ...args], { encoding: 'utf8' }))
}

/** Commands, which take turns, so that what disturbs the machine for a while disturbs all. */
function whole(names: ReadonlyArray<CommandName>, folder: string, output: string, facts: TrailFacts, runs: number): ReadonlyArray<Timed> {
  const there = names.filter((name) => !isMissing(name))
  const all = new Map<CommandName, Array<{ readonly cpu: number; readonly elapsed: number }>>(there.map((name) => [name, []]))
  for (let turn = 0; turn < runs; turn++) {
    for (const [name, times] of all) {
      say(`as a process: ${name}, ${turn + 1} of ${runs}`)
      const { ids, cpu, elapsed } = runCommand(name, folder, output)
      times.push({ cpu, elapsed })
      const digest = ids.join()
      reference ??= digest
      if (ids.length !== facts.glue) throw new Error(`bench: ${name} found ${ids.length} records, and ${facts.glue} were written`)
      same(name, digest, reference)
    }
  }
  return [...all].map(([name, times]) => ({
    name,
    cpu: median(times.map(({ cpu }) => cpu)),
    // The shortest: all else only adds.
    elapsed: Math.min(...times.map(({ elapsed }) => elapsed)),
  }))
}

let reference: string | undefined

function same(name: string, found: string, wanted: string | undefined): void {
  if (found !== wanted) throw new Error(`bench: ${name} did not find what the others found`)
}

interface OneFile {
  readonly found: number
  readonly digest: string
  readonly cpu: number
  readonly memory: number
}

/** Single files as streams. */
async function large(folder: string, extent: Extent): Promise<Large> {
  const path = join(folder, 'one')
  const run = async (bytes: number, gzipped: boolean, ways: ReadonlyArray<'stream' | 'parse'>): Promise<ReadonlyArray<OneFile>> => {
    say(`one file of ${bytes / MB} MB${gzipped ? ', gzipped' : ''}`)
    await writeFileOf(path, bytes, 0.05, SEED, gzipped)
    const results = ways.map((way) => script('one-file.mjs', [], [way, path]) as OneFile)
    for (const { digest } of results) same('a stream', digest, results[0]?.digest)
    return results
  }
  const [small, smallParsed] = await run(extent.small, false, ['stream', 'parse'])
  const [smallGzipped] = await run(extent.small, true, ['stream'])
  const [big] = await run(extent.large, false, ['stream'])
  const [bigGzipped] = await run(extent.large, true, ['stream'])
  const [biggest] = await run(extent.largest, false, ['stream'])
  if (!small || !smallParsed || !smallGzipped || !big || !bigGzipped || !biggest) throw new Error('bench: a run is missing')
  return {
    parse: smallParsed.cpu,
    stream: small.cpu,
    tenfold: big.cpu / small.cpu,
    parseMemory: smallParsed.memory,
    memory: {
      small: small.memory,
      smallGzipped: smallGzipped.memory,
      big: big.memory,
      bigGzipped: bigGzipped.memory,
      biggest: biggest.memory,
    },
  }
}
