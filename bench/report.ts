/**
 * The results of `decode` as data, with their goals, and formatted.
 *
 * @module
 */
import { aligned, atLeast, atMost, type Goal, lineOf, round } from './goal.js'
import { type Machine, machineLine } from './machine.js'
import { type Measured, median } from './measure.js'
import type { Peer } from './peers/peer.js'
import type { Named } from './verdicts.js'

/** One library. Times are relative to `JSON.parse` of the same records; less is faster. */
export interface Row {
  readonly name: string
  readonly version: string
  readonly form: string
  readonly passing: number
  readonly failing: number
  readonly failingToPassing: number
  /** How many times faster than plain io-ts on the passing path. */
  readonly timesIoTs: number
  /** Share of the faulty records for which it names the faulty member. */
  readonly namesFault: number
}

/** The records used. */
export interface RecordFacts {
  readonly count: number
  readonly apis: number
  readonly meanBytes: number
  readonly seed: number
}

/** All results of one run. */
export interface Report {
  readonly benchmark: 'decode'
  readonly machine: Machine
  readonly records: RecordFacts
  readonly rounds: number
  readonly processes: number
  readonly parseMicroseconds: number
  readonly rows: ReadonlyArray<Row>
  readonly goals: ReadonlyArray<Goal>
}

/** The names of this library and of plain io-ts in the results. */
const OURS = 'glue-trail'
const PLAIN = 'io-ts'

/** Rounds in each process, and processes for each library. */
export interface Length {
  readonly rounds: number
  readonly processes: number
}

/** Combines the results. */
export function reportOf(
  machine: Machine,
  records: RecordFacts,
  { rounds, processes }: Length,
  runs: ReadonlyMap<Peer, ReadonlyArray<Measured>>,
  named: Named,
): Report {
  const middles = [...runs].map(([peer, measured]) => ({ peer, ...middleOf(measured) }))
  const plain = middles.find(({ peer }) => peer.name === PLAIN)?.passing ?? Number.NaN
  const rows = middles.map(({ peer, passing, failing }) => ({
    name: peer.name,
    version: peer.version,
    form: peer.form,
    passing: round(passing),
    failing: round(failing),
    failingToPassing: round(failing / passing),
    timesIoTs: round(plain / passing),
    namesFault: round((named.get(peer) ?? 0) / records.count),
  }))
  const parseMicroseconds = round(median(middles.map((middle) => middle.parseMicroseconds)))
  return { benchmark: 'decode', machine, records, rounds, processes, parseMicroseconds, rows, goals: goalsOf(rows) }
}

/** Returns the medians over the processes. */
function middleOf(measured: ReadonlyArray<Measured>): Measured {
  const middle = (member: keyof Measured): number => median(measured.map((run) => run[member]))
  return { passing: middle('passing'), failing: middle('failing'), parseMicroseconds: middle('parseMicroseconds') }
}

function goalsOf(rows: ReadonlyArray<Row>): ReadonlyArray<Goal> {
  const ours = rows.find(({ name }) => name === OURS)
  if (ours === undefined) return []
  const peers = rows.filter(({ name }) => !name.startsWith(OURS))
  const best = (path: 'passing' | 'failing'): Row | undefined => [...peers].sort((a, b) => a[path] - b[path])[0]
  const passing = best('passing')
  const failing = best('failing')
  return [
    atMost(`passing path ahead of all (next: ${passing?.name})`, ours.passing, passing?.passing ?? Number.NaN),
    atMost('passing path at most 0.12 of JSON.parse', ours.passing, 0.12),
    atLeast('passing path at least 15 times plain io-ts', ours.timesIoTs, 15),
    atMost('failing path at most 4 times the passing one', ours.failingToPassing, 4),
    atMost(`failing path ahead of all (next: ${failing?.name})`, ours.failing, failing?.failing ?? Number.NaN),
  ]
}

/** Formats the results for reading. */
export function textOf({ machine, records, rounds, processes, parseMicroseconds, rows, goals }: Report): string {
  const table = aligned([
    ['library', 'version', 'passing', 'failing', 'failing/passing', 'times io-ts', 'names the fault'],
    ...rows.map((row) => [
      row.name,
      row.version,
      row.passing.toFixed(3),
      row.failing.toFixed(3),
      row.failingToPassing.toFixed(2),
      row.timesIoTs.toFixed(1),
      `${(row.namesFault * 100).toFixed(1)} %`,
    ]),
  ])
  return `${[
    machineLine(machine),
    `${records.count} records of ${records.apis} APIs, ${records.meanBytes} bytes on average, seed ${records.seed}; ${rounds} rounds in each of ${processes} processes`,
    `JSON.parse: ${parseMicroseconds.toFixed(2)} µs for one record; passing and failing are shares of it`,
    '',
    table,
    '',
    ...aligned(rows.map((row) => [row.name, row.form])).split('\n'),
    '',
    ...goals.map(lineOf),
  ].join('\n')}\n`
}
