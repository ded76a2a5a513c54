/**
 * `decode`: what it costs to check a record, against `JSON.parse` of the same record and against other libraries, each in its best form:
 * one look-up by `eventName`, then what that API compiles to.
 *
 * @module
 */
import { built, packageVersion } from './build.js'
import { faultyOf } from './faults.js'
import { thisMachine } from './machine.js'
import { measure } from './measure.js'
import { APIS } from './payloads.js'
import { ajv } from './peers/ajv.js'
import { arktype } from './peers/arktype.js'
import { glueTrail } from './peers/glue-trail.js'
import { ioTs } from './peers/io-ts.js'
import { typebox } from './peers/typebox.js'
import { typia } from './peers/typia.js'
import { valibot } from './peers/valibot.js'
import { zod } from './peers/zod.js'
import { recordTexts } from './records.js'
import { type Report, reportOf } from './report.js'
import { schemasOf } from './schema.js'
import { sameVerdicts } from './verdicts.js'

const SEED = 20240614

/** How long to measure. It takes some 50,000 checks until the code of every library is compiled in full; `quick` ends before that. */
const SETTLED = { count: 1000, rounds: 31, warmUp: 100_000 }
const QUICK = { count: 500, rounds: 9, warmUp: 25_000 }

/** Runs the benchmark. */
export async function decode(quick: boolean): Promise<Report> {
  const machine = thisMachine()
  built()
  const { count, rounds, warmUp } = quick ? QUICK : SETTLED
  const schemas = schemasOf(APIS)
  const passing = recordTexts(count, SEED)
  const faulty = faultyOf(passing, schemas, SEED)
  const peers = [
    ...(await glueTrail(packageVersion())),
    ...ioTs(schemas),
    zod(schemas),
    valibot(schemas),
    arktype(schemas),
    typebox(schemas),
    ...ajv(schemas),
    await typia(schemas),
  ]
  const named = sameVerdicts(peers, passing, faulty)
  const measurement = measure(peers, { passing, failing: faulty.map(({ text }) => text), rounds, warmUp })
  const bytes = passing.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return reportOf(machine, { count, apis: APIS.length, meanBytes: Math.round(bytes / count), seed: SEED }, rounds, measurement, named)
}
