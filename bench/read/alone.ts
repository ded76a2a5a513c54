/**
 * One contestant, in a process of its own: `node alone.ts NAME PLAN`. What it finds is told as a digest, to be compared
 * with what the others found; what it costs is processor time, which other processes do not lengthen, that of the
 * collector's threads included.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTESTANTS, type Read } from './contestants.js'

/** What is to be read, and how often. */
export interface AlonePlan {
  readonly folder: string
  /** How many files of it: those that are slow read a part. */
  readonly files: number
  readonly rounds: number
}

/** What was found, and what it cost. */
export interface AloneResult {
  readonly found: number
  readonly digest: string
  /** How many bytes were read, as they are stored. */
  readonly stored: number
  /**
   * Of the best round over all files, in microseconds: all else only adds, and where the machine is busy code is
   * compiled late.
   */
  readonly cpu: number
}

const [name = '', plan = ''] = process.argv.slice(2)
const { folder, files, rounds } = JSON.parse(plan) as AlonePlan
const stored = readdirSync(folder)
  .sort()
  .slice(0, files)
  .map((file) => readFileSync(join(folder, file)))

async function round(read: Read): Promise<ReadonlyArray<string>> {
  const all: Array<string> = []
  for (const bytes of stored) for (const id of await read(bytes)) all.push(id)
  return all
}

const read = await CONTESTANTS[name]?.()
if (read === undefined) throw new Error(`bench: nobody is called ${name}`)
// What is found is looked at first; that compiles the code, too.
const found = await round(read)
const times: Array<number> = []
for (let i = 0; i < rounds; i++) {
  const before = process.cpuUsage()
  const again = await round(read)
  const { user, system } = process.cpuUsage(before)
  if (again.length !== found.length) throw new Error('bench: an answer changed')
  times.push(user + system)
}
const result: AloneResult = {
  stored: stored.reduce((sum, { length }) => sum + length, 0),
  found: found.length,
  digest: createHash('sha256').update(found.join()).digest('hex'),
  cpu: Math.min(...times),
}
process.stdout.write(JSON.stringify(result))
