/** Every way to tamper with a world of four digests: each has to be reported. */
import { isReported, tampersOf } from '../support/tampers.js'

/** Tries all of them, or so many spread evenly; returns the first that is not reported. */
export async function fuzzTampering(cases: number): Promise<{ readonly tried: number; readonly missed?: string }> {
  const tampers = tampersOf()
  const step = Math.max(1, Math.floor(tampers.count / cases))
  let tried = 0
  for (let number = 0; number < tampers.count; number += step) {
    tried++
    if (!(await isReported(tampers, number))) return { tried, missed: tampers.describe(number) }
  }
  return { tried }
}
