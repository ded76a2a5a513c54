/**
 * `npm run fuzz -- --cases N --seed S` reads generated files with and without the index, with both scanners, and with `JSON.parse`. A failure prints
 * the seed that repeats it.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { checkIndexCase, indexCase } from '../support/index-cases.js'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const cases = Number(values.cases)
const start = performance.now()
const { failed, counterexample, errorInstance } = fc.check(fc.property(indexCase, checkIndexCase), { numRuns: cases, seed })
if (failed) {
  console.error(errorInstance)
  console.error(`Failed: ${JSON.stringify(counterexample)}\nRepeat it with: npm run fuzz -- --cases ${cases} --seed ${seed}`)
  process.exitCode = 1
} else {
  console.log(`${cases} cases with seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s: all read alike.`)
}
