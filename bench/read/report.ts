/**
 * The results of `read`: as data, with the goals they are held to, and as text.
 *
 * @module
 */
import { aligned, atLeast, atMost, type Goal, lineOf, round } from '../goal.js'
import { type Machine, machineLine } from '../machine.js'
import type { Extent } from './read.js'
import type { TrailFacts } from './trail.js'

/** What something took, in microseconds: of the processor, and by the clock where that is the question. */
export interface Timed {
  readonly name: string
  readonly cpu: number
  readonly elapsed?: number
  /** Which share of the bytes was read, where not all were: the time is scaled. */
  readonly part?: number
}

/** One file as a stream: times in microseconds, and the most memory of the process in bytes. */
export interface Large {
  readonly parse: number
  readonly stream: number
  readonly tenfold: number
  readonly parseMemory: number
  readonly memory: Readonly<Record<'small' | 'smallGzipped' | 'big' | 'bigGzipped' | 'biggest', number>>
}

/** The long trail: in process, whole processes, and how many times as much two threads do of plain arithmetic. */
export interface Long {
  readonly facts: TrailFacts
  readonly alone: ReadonlyArray<Timed>
  readonly whole: ReadonlyArray<Timed>
  readonly arithmetic: number
}

/** All that was measured. */
export interface Figures {
  readonly mixed: ReadonlyArray<Timed>
  readonly glue: ReadonlyArray<Timed>
  readonly whole: ReadonlyArray<Timed>
  readonly threads: ReadonlyArray<Timed>
  readonly large: Large
  readonly long?: Long
}

/** What was read. */
export interface Data {
  readonly mixed: TrailFacts
  readonly glue: TrailFacts
  /** The log files that others published, where they are at hand. */
  readonly corpus: TrailFacts | undefined
  readonly seed: number
}

/** All results of one run. */
export interface ReadReport {
  readonly benchmark: 'read'
  readonly machine: Machine
  readonly extent: Extent
  readonly data: Data
  readonly figures: Figures
  readonly goals: ReadonlyArray<Goal>
}

const MB = 1e6

/** Memory may grow by so much from a small file to one that is twelve times as large. */
const GROWTH = 1.1

/** Puts the results together. */
export function reportOf(machine: Machine, extent: Extent, data: Data, figures: Figures): ReadReport {
  return { benchmark: 'read', machine, extent, data, figures, goals: goalsOf(extent, figures) }
}

/** How many times one took of what another took; nothing where one of them did not run. */
function ratio(rows: ReadonlyArray<Timed>, slow: string, fast: string, of: 'cpu' | 'elapsed' = 'cpu'): ReadonlyArray<number> {
  const time = (name: string): number | undefined => rows.find((row) => row.name === name)?.[of]
  const above = time(slow)
  const below = time(fast)
  return above === undefined || below === undefined ? [] : [above / below]
}

function goalsOf(extent: Extent, { mixed, glue, whole, threads, large, long }: Figures): ReadonlyArray<Goal> {
  const ours = 'glue-trail'
  const plain = 'gunzipSync + JSON.parse + filter'
  const command = 'glue-trail decode'
  return [
    ...ratio(mixed, plain, ours).map((times) => atLeast(`mixed: at least 3.3 times ${plain}`, times, 3.3)),
    ...ratio(mixed, ours, 'gunzipSync alone').map((times) => atMost('mixed: within 1.5 of gunzipSync alone', times, 1.5)),
    ...ratio(mixed, '@streamparser/json', ours).map((times) => atLeast('mixed: at least 20 times @streamparser/json', times, 20)),
    ...ratio(mixed, 'stream-json', ours).map((times) => atLeast('mixed: at least 100 times stream-json', times, 100)),
    ...ratio(mixed, plain, 'glue-trail without WebAssembly').map((times) =>
      atLeast(`mixed, without WebAssembly: at least 1.5 times ${plain}`, times, 1.5),
    ),
    ...ratio(glue, ours, plain).map((times) => atMost(`all Glue: within 1.1 of ${plain}, decoding included`, times, 1.1)),
    ...ratio(whole, 'plain Node', command).map((times) => atLeast('mixed, whole process: at least 2.8 times plain Node', times, 2.8)),
    ...ratio(whole, 'gzip | jq', command).map((times) => atLeast('mixed, whole process: at least 10 times jq', times, 10)),
    ...ratio(whole, 'DuckDB read_json, one thread', command).map((times) =>
      atLeast("mixed, whole process: at least 5 times DuckDB's read_json on one thread", times, 5),
    ),
    ...ratio(threads, command, `${command}, two workers`, 'elapsed').map((times) =>
      atLeast('mixed: two workers of the command at least 1.8 times one, by the clock', times, 1.8),
    ),
    ...ratio(threads, 'reduceFiles, one worker', 'reduceFiles, two workers', 'elapsed').map((times) =>
      atLeast('mixed: two workers of reduceFiles at least 1.8 times one, by the clock', times, 1.8),
    ),
    ...streamGoals(extent, large),
    ...(long === undefined ? [] : longGoals(long)),
  ]
}

function longGoals({ alone, whole, arithmetic }: Long): ReadonlyArray<Goal> {
  const command = 'glue-trail decode'
  const two = `${command}, two workers`
  return [
    ...ratio(alone, 'glue-trail', 'gunzipSync alone').map((times) => atMost('long: within 1.7 of gunzipSync alone', times, 1.7)),
    ...ratio(alone, 'glue-trail as streams', 'glue-trail').map((times) => atMost('long: streams within 1.2 of whole files', times, 1.2)),
    ...ratio(whole, 'plain Node', command).map((times) => atLeast('long, whole process: at least 3 times plain Node', times, 3)),
    ...ratio(whole, command, two, 'elapsed').map((times) =>
      atLeast('long: two workers at least 0.92 of what two threads gain in arithmetic, by the clock', times / arithmetic, 0.92),
    ),
    ...ratio(whole, two, command).map((times) => atMost('long: two workers within 1.05 of the processor time of one', times, 1.05)),
  ]
}

function streamGoals({ small, large, largest }: Extent, { parse, stream, tenfold, memory }: Large): ReadonlyArray<Goal> {
  return [
    atLeast('uncompressed stream: at least 8 times JSON.parse + filter', parse / stream, 8),
    atMost(`one file of ${large / MB} MB, gzipped or not: less than 80 MB of memory`, Math.max(memory.big, memory.bigGzipped) / MB, 80),
    atMost(
      `memory of ${largest / MB} MB is that of ${small / MB} MB: within ${GROWTH}`,
      Math.max(memory.biggest, memory.bigGzipped) / Math.max(memory.small, memory.smallGzipped),
      GROWTH,
    ),
    atMost('ten times the data within 11 times the time', tenfold, 11),
  ]
}

/** The results for people. */
export function textOf({ machine, extent, data, figures, goals }: ReadReport): string {
  const { mixed, glue, whole, threads, large, long } = figures
  return `${[
    machineLine(machine),
    extent.name === 'full' ? '' : `a ${extent.name} run, of less data: figures of whole processes are mostly starting up`,
    ...factLines(data),
    '',
    `in process, processor time: the best of ${extent.rounds} rounds in each of ${extent.turns} processes`,
    rows('mixed', mixed, data.mixed.bytes),
    rows('all Glue', glue, data.glue.bytes),
    ...(whole.length === 0
      ? []
      : [
          '',
          `whole processes on the mixed trail, processor time, the best of ${extent.turns}`,
          rows('one thread', whole, data.mixed.bytes),
        ]),
    ...(threads.length === 0
      ? []
      : ['', 'threads, time by the clock, the shortest', rows('threads', threads, data.mixed.bytes, 'elapsed')]),
    ...(whole.length > 0 && !whole.some(({ name }) => name === 'gzip | jq') ? ['jq is not installed, and left out'] : []),
    '',
    ...streamLines(extent, large),
    ...(long === undefined ? [] : longLines(long)),
    '',
    ...goals.map(lineOf),
  ]
    .filter((line, i) => i !== 1 || line !== '')
    .join('\n')}\n`
}

function longLines({ facts, alone, whole, arithmetic }: Long): ReadonlyArray<string> {
  return [
    '',
    factLine('long', facts),
    rows('in process, processor time', alone, facts.bytes),
    rows('whole processes, processor time', whole, facts.bytes),
    rows('whole processes, by the clock', whole, facts.bytes, 'elapsed'),
    `two threads of plain arithmetic: ${round(arithmetic)} times one`,
  ]
}

function streamLines({ small, large, largest, parsed }: Extent, { parse, stream, parseMemory, memory }: Large): ReadonlyArray<string> {
  return [
    `one file as a stream: ${megabytes(parsed)} uncompressed in ${milliseconds(stream)}, JSON.parse + filter in ${milliseconds(parse)}`,
    `memory: ${megabytes(memory.small)} for ${megabytes(small)}, ${megabytes(memory.smallGzipped)} gzipped; ${megabytes(memory.big)} for ${megabytes(large)}, ${megabytes(memory.bigGzipped)} gzipped; ${megabytes(memory.biggest)} for ${megabytes(largest)}; JSON.parse ${megabytes(parseMemory)} for ${megabytes(parsed)}`,
  ]
}

function factLines({ mixed, glue, corpus, seed }: Data): ReadonlyArray<string> {
  return [
    factLine(`mixed (seed ${seed})`, mixed),
    factLine('all Glue', glue),
    corpus === undefined ? 'the corpus of real files is not at hand' : factLine('real files of the corpus', corpus),
  ]
}

const factLine = (what: string, { files, records, glue, bytes, stored }: TrailFacts): string =>
  `${what}: ${files} files, ${bytes < MB ? `${Math.round(bytes / 1000)} kB` : megabytes(bytes)}, ${records} records of ${Math.round(bytes / records)} bytes, gzipped to 1 in ${(bytes / stored).toFixed(1)}, ${((100 * glue) / records).toFixed(1)} % of Glue`

const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`

const milliseconds = (microseconds: number): string => `${(microseconds / 1000).toFixed(0)} ms`

function rows(what: string, timed: ReadonlyArray<Timed>, bytes: number, of: 'cpu' | 'elapsed' = 'cpu'): string {
  const best = timed[0]?.[of] ?? Number.NaN
  return aligned([
    [what, '', 'time', 'MB/s', 'times the first'],
    ...timed.map((row) => {
      const time = row[of] ?? Number.NaN
      const note = row.part === undefined ? '' : `scaled from ${(100 * row.part).toFixed(0)} % of the data`
      return [row.name, note, milliseconds(time), (bytes / time).toFixed(0), `${round(time / best)}`]
    }),
  ])
}
