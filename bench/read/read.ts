/**
 * `read`: what it costs to find the Glue records in a trail, against what everyone does, parsers that stream, jq and
 * DuckDB. All of them have to find the same records first.
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
import type { AlonePlan, AloneResult } from './alone.js'
import { type CommandName, isMissing, runCommand } from './commands.js'
import { corpusFacts } from './corpus.js'
import { type Figures, type Large, type Long, type ReadReport, reportOf, type Timed } from './report.js'
import { type TrailFacts, writeFileOf, writeTrail } from './trail.js'

const SEED = 20240614
const MB = 1e6

/** How much is read, and how often. */
export interface Extent {
  readonly name: 'full' | 'quick' | 'check'
  /** Bytes of the mixed trail and of that with Glue records alone. */
  readonly mixed: number
  readonly glue: number
  /** Bytes of the long trail, on which starting up and compiling count for nothing; 0 if it is left out. */
  readonly long: number
  /** Sizes of single files: memory must not grow with them. */
  readonly small: number
  readonly large: number
  readonly largest: number
  /** Size of the file that `JSON.parse` reads as well; it cannot take one that is longer than the longest string. */
  readonly parsed: number
  /** Rounds in each process, and processes for each contestant. */
  readonly rounds: number
  readonly turns: number
}

export const FULL: Extent = {
  name: 'full',
  mixed: 200 * MB,
  glue: 100 * MB,
  long: 2000 * MB,
  small: 50 * MB,
  large: 500 * MB,
  largest: 600 * MB,
  parsed: 400 * MB,
  rounds: 3,
  turns: 3,
}
export const QUICK: Extent = {
  name: 'quick',
  mixed: 20 * MB,
  glue: 10 * MB,
  long: 0,
  small: 5 * MB,
  large: 50 * MB,
  largest: 60 * MB,
  parsed: 50 * MB,
  // Little data is read often until all code is compiled in full.
  rounds: 21,
  turns: 2,
}
/** What `bench:check` needs: what this package does, and what everyone does. */
export const CHECK: Extent = { ...QUICK, name: 'check', rounds: 15 }

/** So many times slower than the others are those that read a part of the files. */
const SLOW: ReadonlyArray<string> = ['@streamparser/json', 'stream-json']
const PART = 0.1

const INFLATING = 'gunzipSync alone'

const MIXED_ALONE = ['glue-trail', 'glue-trail without WebAssembly', 'gunzipSync + JSON.parse + filter', INFLATING, ...SLOW] as const
const GLUE_ALONE = ['glue-trail', 'gunzipSync + JSON.parse + filter'] as const
const WHOLE: ReadonlyArray<CommandName> = ['glue-trail decode', 'plain Node', 'DuckDB read_json, one thread', 'gzip | jq']
const LONG_ALONE = [INFLATING, 'glue-trail', 'glue-trail as streams'] as const
const LONG_WHOLE: ReadonlyArray<CommandName> = ['glue-trail decode', 'glue-trail decode, two workers', 'plain Node']
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
  const isCheck = extent.name === 'check'
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-bench-'))
  try {
    say(`writing ${(extent.mixed + extent.glue) / MB} MB of log files`)
    const mixedFolder = join(folder, 'mixed')
    const glueFolder = join(folder, 'glue')
    const mixed = writeTrail(mixedFolder, extent.mixed, 0.05, SEED)
    const glue = writeTrail(glueFolder, extent.glue, 1, SEED)
    const figures: Figures = {
      mixed: alone(isCheck ? MIXED_ALONE.filter((name) => !SLOW.includes(name)) : MIXED_ALONE, mixedFolder, mixed, extent),
      glue: alone(GLUE_ALONE, glueFolder, glue, extent),
      whole: isCheck ? [] : whole(WHOLE, mixedFolder, join(folder, 'out'), mixed, extent.turns),
      threads: isCheck ? [] : whole(THREADS, mixedFolder, join(folder, 'out'), mixed, extent.turns),
      large: await large(folder, extent),
      ...(extent.long > 0 && { long: long(folder, extent) }),
    }
    return reportOf(machine, extent, { mixed, glue, corpus: await corpusFacts(), seed: SEED }, figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = (line: string): unknown => process.stderr.write(`${line}\n`)

/**
 * Contestants in processes of their own, which take turns, so that what disturbs the machine for a while disturbs all.
 */
function alone(
  names: ReadonlyArray<string>,
  folder: string,
  facts: TrailFacts,
  { rounds, turns }: Pick<Extent, 'rounds' | 'turns'>,
): ReadonlyArray<Timed> {
  const part = Math.max(Math.round(facts.files * PART), 1)
  const plan = (files: number, times: number): AlonePlan => ({ folder, files, rounds: times })
  const results = new Map<string, Array<AloneResult>>(names.map((name) => [name, []]))
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, all] of results) {
      // Who is slow runs once.
      if (turn > 0 && SLOW.includes(name)) continue
      say(`in process: ${name}, ${turn + 1} of ${turns}`)
      all.push(aloneOf(name, SLOW.includes(name) ? plan(part, 1) : plan(facts.files, rounds)))
    }
  }
  // Who inflates alone finds nothing.
  const [first = '', [wanted] = []] = [...results].find(([name]) => name !== INFLATING) ?? []
  // What the slow ones are to find is what everyone finds in the same part.
  const inPart = names.some((name) => SLOW.includes(name)) ? aloneOf(first, plan(part, 0)) : undefined
  if (wanted?.found !== facts.glue) throw new Error(`bench: ${wanted?.found} records were found, and ${facts.glue} were written`)
  return [...results].map(([name, all]): Timed => {
    const isSlow = SLOW.includes(name)
    for (const { digest } of all) if (name !== INFLATING) same(name, digest, (isSlow ? inPart : wanted)?.digest)
    const cpu = Math.min(...all.map((result) => result.cpu))
    const share = (all[0]?.stored ?? Number.NaN) / facts.stored
    return isSlow ? { name, cpu: cpu / share, part: share } : { name, cpu }
  })
}

function aloneOf(name: string, plan: AlonePlan): AloneResult {
  return script('alone.ts', ['--import', 'tsx'], [name, JSON.stringify(plan)]) as AloneResult
}

function script(file: string, options: ReadonlyArray<string>, args: ReadonlyArray<string>): unknown {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [...options, path, ...args], { encoding: 'utf8' }))
}

/** Commands, which take turns as well. */
function whole(names: ReadonlyArray<CommandName>, folder: string, output: string, facts: TrailFacts, turns: number): ReadonlyArray<Timed> {
  const there = names.filter((name) => !isMissing(name))
  const all = new Map<CommandName, Array<{ readonly cpu: number; readonly elapsed: number }>>(there.map((name) => [name, []]))
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, times] of all) {
      say(`as a process: ${name}, ${turn + 1} of ${turns}`)
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
    cpu: Math.min(...times.map(({ cpu }) => cpu)),
    elapsed: Math.min(...times.map(({ elapsed }) => elapsed)),
  }))
}

let reference: string | undefined

function same(name: string, found: string, wanted: string | undefined): void {
  if (found !== wanted) throw new Error(`bench: ${name} did not find what the others found`)
}

/** The long trail, in process and by whole processes. */
function long(folder: string, extent: Extent): Long {
  say(`writing ${extent.long / MB} MB of log files`)
  const trail = join(folder, 'long')
  const facts = writeTrail(trail, extent.long, 0.05, SEED)
  const often = { rounds: 2, turns: 2 }
  reference = undefined
  return {
    facts,
    alone: alone(LONG_ALONE, trail, facts, often),
    whole: whole(LONG_WHOLE, trail, join(folder, 'out'), facts, often.turns),
    arithmetic: script('arithmetic.mjs', [], []) as number,
  }
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
  const [stream, parse] = await run(extent.parsed, false, ['stream', 'parse'])
  const [small] = await run(extent.small, false, ['stream'])
  const [smallGzipped] = await run(extent.small, true, ['stream'])
  const [big] = await run(extent.large, false, ['stream'])
  const [bigGzipped] = await run(extent.large, true, ['stream'])
  const [biggest] = await run(extent.largest, false, ['stream'])
  if (!stream || !parse || !small || !smallGzipped || !big || !bigGzipped || !biggest) throw new Error('bench: a run is missing')
  return {
    parse: parse.cpu,
    stream: stream.cpu,
    tenfold: big.cpu / small.cpu,
    parseMemory: parse.memory,
    memory: {
      small: small.memory,
      smallGzipped: smallGzipped.memory,
      big: big.memory,
      bigGzipped: bigGzipped.memory,
      biggest: biggest.memory,
    },
  }
}
