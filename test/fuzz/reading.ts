/**
 * Reads generated files in every way: for each case of the index, a part of a case of each other kind, because a stream
 * takes longer.
 */
import fc from 'fast-check'
import { checkIndexCase, indexCase } from '../support/index-cases.js'
import { checkListsCase, checkLossCase, checkStreamCase, listsCase, lossCase, streamCase } from '../support/reading-cases.js'

type Outcome = Pick<fc.RunDetails<unknown>, 'failed' | 'counterexample' | 'errorInstance'>
type Check = (settings: { readonly numRuns: number; readonly seed: number }) => Outcome | Promise<Outcome>

/** What is tried, how many cases of the index there are for each, and how it is checked. */
const KINDS: ReadonlyArray<readonly [name: string, share: number, check: Check]> = [
  ['of the index', 1, (settings) => fc.check(fc.property(indexCase, checkIndexCase), settings)],
  ['of streams', 20, (settings) => fc.check(fc.asyncProperty(streamCase, checkStreamCase), settings)],
  ['of several lists', 20, (settings) => fc.check(fc.property(listsCase, checkListsCase), settings)],
  ['of a lost byte', 10, (settings) => fc.check(fc.property(lossCase, checkLossCase), settings)],
]

/** The cases that were tried, and the first one that failed. */
interface Fuzzed {
  readonly tried: string
  readonly failure?: { readonly error: unknown; readonly counterexample: string }
}

/** Tries `cases` of the index, and a part of that of the other kinds. */
export async function fuzzReading(cases: number, seed: number): Promise<Fuzzed> {
  const tried: Array<string> = []
  for (const [name, share, check] of KINDS) {
    const numRuns = Math.ceil(cases / share)
    const { failed, counterexample, errorInstance } = await check({ numRuns, seed })
    tried.push(`${numRuns} cases ${name}`)
    if (failed)
      return { tried: tried.join(', '), failure: { error: errorInstance, counterexample: `${name}, ${JSON.stringify(counterexample)}` } }
  }
  return { tried: tried.join(', ') }
}
