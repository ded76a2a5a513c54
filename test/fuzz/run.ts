/**
 * `npm run fuzz -- --cases N --seed S` reads generated files with and without the index, with both scanners, and with
 * `JSON.parse`, and others whole and as streams, with several lists `Records`, and without one byte. A failure prints
 * the seed that repeats it. `npm run fuzz -- answers` calls every exported function with changed records, 1,000,000 of
 * them by default. `npm run fuzz -- integrity` tampers with digests and log files in every way, and expects a report of
 * each.
 */
import { inspect, parseArgs } from 'node:util'
import { fuzzAnswers } from './answers.js'
import { fuzzReading } from './reading.js'
import { fuzzTampering } from './tampering.js'

const { values, positionals } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } }, allowPositionals: true })
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
if (positionals[0] === 'integrity') {
  void fuzzTampering(Number(values.cases ?? Number.POSITIVE_INFINITY)).then(({ tried, missed }) => {
    if (missed === undefined) {
      console.log(`${tried} changes: all reported.`)
    } else {
      console.error(`Not reported: ${missed}`)
      process.exitCode = 1
    }
  })
} else if (positionals[0] === 'answers') {
  const cases = Number(values.cases ?? 1_000_000)
  const failure = fuzzAnswers(cases, seed)
  if (failure === undefined) {
    console.log(`${cases} changed records with seed ${seed}: nothing thrown, nothing changed.`)
  } else {
    console.error(failure.error)
    console.error(`Failed: ${inspect(failure.counterexample, { depth: null })}\nRepeat it with: npm run fuzz -- answers --seed ${seed}`)
    process.exitCode = 1
  }
} else {
  const cases = Number(values.cases ?? 100_000)
  void fuzzReading(cases, seed).then(({ tried, failure }) => {
    if (failure === undefined) {
      console.log(`${tried} with seed ${seed}: all read alike.`)
    } else {
      console.error(failure.error)
      console.error(`Failed: ${failure.counterexample}\nRepeat it with: npm run fuzz -- --cases ${cases} --seed ${seed}`)
      process.exitCode = 1
    }
  })
}
