/**
 * A deterministic simulation of the fleet: 2,000 schedules of crash, duplicate, delay and lost acknowledgement. A seed repeats what it found:
 * `SIMULATION_SEED=123 npx vitest run test/aws/simulation.test.ts`.
 */
import { expect, it } from 'vitest'
import { s3Sdk, sqsConsumer, sqsSdk } from '../../src/aws/client.js'
import { runSchedule } from './simulated/schedule.js'

const given = process.env.SIMULATION_SEED
const seeds = given === undefined ? Array.from({ length: 2000 }, (_, i) => i + 1) : [Number(given)]

it('loses nothing and deletes nothing early, whatever happens', async () => {
  // Loaded before time stands still.
  await Promise.all([s3Sdk(), sqsSdk(), sqsConsumer()])
  const problems: Array<string> = []
  let [crashes, deliveries, repeated, deadLetters] = [0, 0, 0, 0]
  for (const seed of seeds) {
    const verdict = await runSchedule(seed)
    for (const problem of verdict.problems) problems.push(`seed ${seed}: ${problem}`)
    crashes += verdict.crashes
    deliveries += verdict.deliveries
    repeated += verdict.repeated
    deadLetters += verdict.deadLetters
  }
  expect(problems).toEqual([])
  if (given !== undefined) return
  // It happened.
  expect(crashes).toBeGreaterThan(2000)
  expect(repeated).toBeGreaterThan(1000)
  expect(deliveries).toBeGreaterThan(20_000)
  expect(deadLetters).toBeGreaterThan(1000)
}, 300_000)

it('does the same again for the same seed', async () => {
  const [once, again] = [await runSchedule(7), await runSchedule(7)]
  expect(again).toEqual(once)
})
