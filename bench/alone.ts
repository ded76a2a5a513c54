/**
 * Measures one library in a process of its own: `node alone.ts NAME PLAN`. Libraries in one process pollute each
 * other's inline caches and hidden classes, which users of a single library do not pay for.
 *
 * @module
 */
import { faultyOf } from './faults.js'
import { measure } from './measure.js'
import { APIS } from './payloads.js'
import { onePeer } from './peers/all.js'
import { recordTexts } from './records.js'
import { schemasOf } from './schema.js'

const [name = '', plan = ''] = process.argv.slice(2)
const { count, seed, rounds, warmUp } = JSON.parse(plan) as Readonly<Record<'count' | 'seed' | 'rounds' | 'warmUp', number>>
const schemas = schemasOf(APIS)
const passing = recordTexts(count, seed)
const failing = faultyOf(passing, schemas, seed).map(({ line }) => line)
process.stdout.write(JSON.stringify(measure(await onePeer(name, schemas), { passing, failing, rounds, warmUp })))
