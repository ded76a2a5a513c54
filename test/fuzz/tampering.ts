/** Every way to tamper with a world of four digests: each has to be reported. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isReported, tampersOf } from '../support/tampers.js'

const FILE = fileURLToPath(import.meta.url)

/** How many changes were tried, and the first of them that was not reported. */
export interface Tampering {
  readonly tried: number
  readonly missed?: string
}

/** Tries all of them, or so many spread evenly, in a process for each processor. */
export async function fuzzTampering(cases: number): Promise<Tampering> {
  const parts = availableParallelism()
  const results = await Promise.all(Array.from({ length: parts }, (_, part) => inProcess(cases, part, parts)))
  const missed = results.flatMap((result) => result.missed ?? [])[0]
  return { tried: results.reduce((sum, { tried }) => sum + tried, 0), ...(missed === undefined ? {} : { missed }) }
}

async function inProcess(...args: readonly [cases: number, part: number, parts: number]): Promise<Tampering> {
  const child = fork(FILE, args.map(String))
  const [result] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Tampering | number]
  if (typeof result === 'object') return result
  throw new Error(`a process of the fuzz test ended with ${result}`)
}

async function tryPart(cases: number, part: number, parts: number): Promise<Tampering> {
  const tampers = tampersOf()
  const step = Math.max(1, Math.floor(tampers.count / cases))
  let tried = 0
  for (let number = part * step; number < tampers.count; number += parts * step) {
    tried++
    if (!(await isReported(tampers, number))) return { tried, missed: tampers.describe(number) }
  }
  return { tried }
}

if (process.argv[1] === FILE) {
  const [cases = 0, part = 0, parts = 1] = process.argv.slice(2).map(Number)
  void tryPart(cases, part, parts).then((result) => process.send?.(result))
}
