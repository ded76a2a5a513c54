/**
 * Counts the work of a function: how often blocks of the sources are entered. Unlike time, it is the same in every run
 * on every machine. Work inside the engine, such as that of regular expressions, is not counted.
 */
import { Session } from 'node:inspector/promises'

/** How much the work may grow with eight times the input: a little more than linear, far less than quadratic. */
const GROWTH = 8
const LINEAR = 1.5 * GROWTH

/** Blocks that are allowed besides, whatever the input. */
const FIXED = 1_000

export interface Work {
  /** Returns how many blocks of `src` are entered while a function runs. */
  readonly of: (run: () => unknown) => Promise<number>
  /**
   * Returns the work for eight times the input, divided by what a linear function may take. More than 1 is too much.
   */
  readonly growth: (run: (size: number) => () => unknown, size: number) => Promise<number>
}

/**
 * Starts counting. Only modules that are imported later are counted, so tests import them dynamically, in files named
 * `*.isolated.test.ts`.
 */
export async function countWork(): Promise<Work> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const entered = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const functions = result.filter(({ url }) => url.includes('/src/')).flatMap((script) => script.functions)
    return functions.reduce((sum, { ranges }) => sum + ranges.reduce((inner, { count }) => inner + count, 0), 0)
  }
  const of = async (run: () => unknown): Promise<number> => {
    // Reading the counts resets them.
    await entered()
    await run()
    return entered()
  }
  return {
    of,
    growth: async (run, size) => {
      const [small, large] = [run(size), run(GROWTH * size)]
      // Work that is done only once, such as building tables, is done here. Optimized code enters fewer blocks, so that
      // whatever the engine optimizes, it does before both are counted.
      for (const run of [small, large, small, large]) await run()
      return (await of(large)) / (LINEAR * (await of(small)) + FIXED)
    },
  }
}
