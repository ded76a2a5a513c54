/**
 * A deterministic simulation of the fleet: 2,000 schedules of crash, duplicate, delay and lost acknowledgement. A seed
 * repeats what it found: `SIMULATION_SEED=123 npx vitest run test/aws/simulation.slow.test.ts`.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { s3Sdk, sqsConsumer, sqsSdk } from '../../src/aws/client.js'
import { type ConsumeOptions, consumeTrail, type TrailConsumer } from '../../src/aws/consume-trail.js'
import type { AwsClient } from '../../src/aws/index.js'
import { runSchedule, type Verdict } from './simulated/schedule.js'

const given = process.env.SIMULATION_SEED
const seeds = given === undefined ? Array.from({ length: 2000 }, (_, i) => i + 1) : [Number(given)]

// Loaded before time stands still.
beforeAll(() => Promise.all([s3Sdk(), sqsSdk(), sqsConsumer()]).then(() => undefined))

it('loses nothing and deletes nothing early, whatever happens', async () => {
  const problems: Array<string> = []
  let [crashes, deliveries, repeated, deadLetters] = [0, 0, 0, 0]
  for (const seed of seeds) {
    const verdict = await runSchedule(seed)
    for (const problem of verdict.problems) problems.push(`SIMULATION_SEED=${seed}: ${problem}`)
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

it('does the same again for the same seed, whatever was run before', async () => {
  const some = Array.from({ length: 40 }, (_, i) => i + 1)
  const forwards: Array<Verdict> = []
  for (const seed of some) forwards.push(await runSchedule(seed))
  const backwards: Array<Verdict> = []
  for (const seed of some.toReversed()) backwards.unshift(await runSchedule(seed))
  expect(backwards).toEqual(forwards)
  // Seeds differ, or the comparison says nothing.
  expect(new Set(forwards.map((verdict) => JSON.stringify(verdict))).size).toBeGreaterThan(20)
})

type Consume = (options: ConsumeOptions) => Promise<TrailConsumer>

/** A consumer whose requests to S3 or SQS are tampered with. */
const tampered =
  (send: (client: AwsClient, ...args: Parameters<AwsClient['send']>) => Promise<object>): Consume =>
  ({ clients: { s3, sqs } = {}, ...options }) => {
    const through = (client: AwsClient | undefined): AwsClient => ({ send: (...args) => send(client as AwsClient, ...args) })
    return consumeTrail({ ...options, clients: { s3: through(s3), sqs: through(sqs) } })
  }

/** Consumers that are broken, and what the simulation has to say of each. */
const BROKEN: ReadonlyArray<readonly [string, Consume, RegExp]> = [
  [
    'deletes before its work is done',
    (options) =>
      consumeTrail({
        ...options,
        onEvents: (entries, context) => void Promise.resolve(options.onEvents(entries, context)).catch(() => undefined),
      }),
    /^m\d+(?:-again)? was deleted before \d+ of its records were delivered$/,
  ],
  [
    'takes an object that cannot be read for an empty one',
    tampered((client, ...args) => client.send(...args).catch((error: Error) => (isGet(args[0]) ? { Body: [] } : Promise.reject(error)))),
    /was deleted, and cannot be read$/,
  ],
  [
    'loses what it received',
    tampered((client, command, options) => (isGet(command) ? new Promise(() => undefined) : client.send(command, options))),
    /^\d+ records were lost$/,
  ],
  [
    'never deletes',
    tampered((client, command, options) => (isDelete(command) ? Promise.resolve({}) : client.send(command, options))),
    /^the queue was never empty$/,
  ],
  [
    'forgets what it delivered',
    (options) => consumeTrail({ ...options, maxRemembered: 0 }),
    /was delivered again by the process that had delivered it$/,
  ],
  [
    'reads any bucket that a message names',
    (options) => consumeTrail({ ...options, allowBuckets: { ...options.allowBuckets, elsewhere: '123456789012' } }),
    /^a foreign bucket was read$/,
  ],
]

const isGet = ({ input }: { readonly input: object }): boolean => 'Key' in input
const isDelete = ({ input }: { readonly input: object }): boolean => 'ReceiptHandle' in input && !('VisibilityTimeout' in input)

describe('a consumer that', () => {
  it.each(BROKEN)('%s is found out, each time its seed is run', async (_, consume, problem) => {
    for (let seed = 1; seed <= 20; seed++) {
      const { problems } = await runSchedule(seed, consume)
      if (!problems.some((content) => problem.test(content))) continue
      expect((await runSchedule(seed, consume)).problems).toEqual(problems)
      expect((await runSchedule(seed)).problems).toEqual([])
      return
    }
    expect.fail('20 seeds found nothing')
  })
})
