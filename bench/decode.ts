/**
 * `decode` measures the cost of checking a record, relative to `JSON.parse` of the same record and to other libraries,
 * each in its best form: one look-up by `eventName`, then the compiled check of that API.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { built } from './build.js'
import { faultyOf } from './faults.js'
import { thisMachine } from './machine.js'
import type { Measured } from './measure.js'
import { APIS } from './payloads.js'
import { allPeers } from './peers/all.js'
import type { Peer } from './peers/peer.js'
import { recordTexts } from './records.js'
import { type Report, reportOf } from './report.js'
import { schemasOf } from './schema.js'
import { sameVerdicts } from './verdicts.js'

const SEED = 20240614

/**
 * Duration and number of processes for each library. Code is fully optimized after about 50,000 checks; `quick` ends
 * earlier.
 */
const SETTLED = { count: 1000, rounds: 21, warmUp: 100_000, processes: 5 }
const QUICK = { count: 500, rounds: 9, warmUp: 25_000, processes: 1 }

/** Runs the benchmark. */
export async function decode(quick: boolean): Promise<Report> {
  const machine = thisMachine()
  built()
  const { count, rounds, warmUp, processes } = quick ? QUICK : SETTLED
  const schemas = schemasOf(APIS)
  const passing = recordTexts(count, SEED)
  const peers = await allPeers(schemas)
  const named = sameVerdicts(peers, passing, faultyOf(passing, schemas, SEED))
  const plan = JSON.stringify({ count, seed: SEED, rounds, warmUp })
  const runs = new Map<Peer, Array<Measured>>(peers.map((peer) => [peer, []]))
  // Libraries take turns, so that a temporary disturbance affects all of them.
  for (let turn = 0; turn < processes; turn++) {
    for (const [peer, measured] of runs) {
      process.stderr.write(`turn ${turn + 1} of ${processes}: ${peer.name}\n`)
      measured.push(alone(peer.name, plan))
    }
  }
  const bytes = passing.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
  const records = { count, apis: APIS.length, meanBytes: Math.round(bytes / count), seed: SEED }
  return reportOf(machine, records, { rounds, processes }, runs, named)
}

function alone(name: string, plan: string): Measured {
  const script = fileURLToPath(new URL('alone.ts', import.meta.url))
  return JSON.parse(
    execFileSync(process.execPath, ['--no-flush-bytecode', '--import', 'tsx', script, name, plan], { encoding: 'utf8' }),
  ) as Measured
}
