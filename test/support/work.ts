/**
 * Counts the work of a function: how often blocks of the sources were entered. Unlike time, it is the same in every run on every machine. What
 * runs within the engine, such as a regular expression, is not counted.
 */
import { Session } from 'node:inspector/promises'

/** How much more work may come of eight times the input: somewhat more than eight times as much, far less than the square. */
const GROWTH = 8
const LINEAR = 1.5 * GROWTH

/** Work that does not depend on the input. */
const FIXED = 1_000

export interface Work {
  /** Returns how many blocks of `src` are entered while a function runs. */
  readonly of: (run: () => unknown) => Promise<number>
  /** Returns how much of the work for an input of eight times the size a linear function would be allowed; more than 1 is too much. */
  readonly growth: (run: (size: number) => () => unknown, size: number) => Promise<number>
}

/** Begins to count. Only modules that are imported after it are counted, so a test imports them dynamically, in a file named `.isolated.test.ts`. */
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
    // Taking the counts sets them back.
    await entered()
    await run()
    return entered()
  }
  return {
    of,
    growth: async (run, size) => {
      const [small, large] = [run(size), run(GROWTH * size)]
      // What is done once is done before.
      await small()
      return (await of(large)) / (LINEAR * (await of(small)) + FIXED)
    },
  }
}
