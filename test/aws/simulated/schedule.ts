/**
 * One schedule: a fleet of consumers, each the real one on the real sqs-consumer, works off a queue while processes
 * crash, and what must hold is looked at at every step. A seed gives the same schedule each time. Another consumer may
 * replace the real one, to see that its faults are found.
 */
import { type ConsumeOptions, consumeTrail, type TrailConsumer } from '../../../src/aws/consume-trail.js'
import type { TrailEntry } from '../../../src/aws/events.js'
import { trailKey } from '../protocol/trail.js'
import { SimulatedAws } from './aws.js'
import { VirtualClock } from './clock.js'
import { between, randomOf } from './random.js'

/** What went wrong, and how much happened. */
export interface Verdict {
  readonly problems: ReadonlyArray<string>
  readonly crashes: number
  readonly deliveries: number
  readonly repeated: number
  readonly deadLetters: number
}

const BUCKET = 'trail'
const HOURS = 3_600_000

const idOf = ({ raw }: TrailEntry): string => (raw as { readonly eventID: string }).eventID

const notice = (bucket: string, keys: ReadonlyArray<string>): string =>
  JSON.stringify({
    Records: keys.map((key) => ({
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      s3: { bucket: { name: bucket }, object: { key } },
    })),
  })

export async function runSchedule(
  seed: number,
  consume: (options: ConsumeOptions) => Promise<TrailConsumer> = consumeTrail,
): Promise<Verdict> {
  const random = randomOf(seed)
  const chance = (most: number): number => random() * most
  const clock = new VirtualClock()
  const troubles = {
    lostDelete: chance(0.3),
    lostAnswer: chance(0.3),
    lostRenewal: chance(0.3),
    twice: chance(0.1),
    slow: chance(0.2),
    fault: chance(0.2),
  }
  const aws = new SimulatedAws(clock, random, troubles, 4)
  const problems: Array<string> = []
  const delivered = new Set<string>()
  let deliveries = 0
  let repeated = 0
  let crashes = 0

  // Files, and messages that announce them: some twice, some several at once, some what can never be read.
  const recordsOf = new Map<string, ReadonlyArray<string>>()
  const keysOf = new Map<string, ReadonlyArray<string>>()
  const poison = new Set<string>()
  const announce = (id: string, bucket: string, keys: ReadonlyArray<string>, isPoison = false): void => {
    keysOf.set(id, keys)
    if (isPoison) poison.add(id)
    aws.send(id, notice(bucket, keys), between(random, 0, 60_000))
  }
  const files = between(random, 3, 10)
  for (let file = 0; file < files; file++) {
    const key = trailKey(file)
    const ids = Array.from({ length: between(random, 1, 3) }, (_, place) => `${file}-${place}`)
    recordsOf.set(key, ids)
    const Records = ids.map((eventID) => ({ eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventID, awsRegion: 'us-east-1' }))
    aws.files.set(key, new TextEncoder().encode(JSON.stringify({ Records })))
  }
  const keys = [...recordsOf.keys()]
  for (let at = 0, message = 0; at < keys.length; message++) {
    const some = keys.slice(at, at + between(random, 1, 3))
    at += some.length
    announce(`m${message}`, BUCKET, some)
    if (random() < 0.3) announce(`m${message}-again`, BUCKET, some)
  }
  if (random() < 0.5) announce('missing', BUCKET, [trailKey(99_999), keys[0] ?? ''], true)
  if (random() < 0.3) announce('foreign', 'elsewhere', [trailKey(0)], true)
  if (random() < 0.3) aws.send('test-event', '{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"trail"}', 0)
  aws.isPoison = ({ id }) => poison.has(id)
  aws.onDelete = ({ id }) => {
    const due = (keysOf.get(id) ?? []).flatMap((key) => recordsOf.get(key) ?? [])
    const early = due.filter((record) => !delivered.has(record))
    if (early.length > 0) problems.push(`${id} was deleted before ${early.length} of its records were delivered`)
    if (poison.has(id)) problems.push(`${id} was deleted, and cannot be read`)
  }

  interface Process {
    isAlive: boolean
    readonly resolved: Set<string>
    consumer?: TrailConsumer
  }
  const processes: Array<Process> = []
  const start = (): void => {
    const process: Process = { isAlive: true, resolved: new Set() }
    processes.push(process)
    const client = aws.client(() => process.isAlive)
    void consume({
      queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/trail',
      clients: { s3: client, sqs: client },
      allowBuckets: { [BUCKET]: '123456789012' },
      concurrency: between(random, 1, 10),
      visibilitySeconds: between(random, 3, 30),
      onFailure: () => undefined,
      onEvents: async (entries) => {
        for (const id of entries.map(idOf)) {
          if (process.resolved.has(id)) problems.push(`${id} was delivered again by the process that had delivered it`)
        }
        const delay = random() < troubles.slow ? between(random, 5_000, 40_000) : between(random, 1, 200)
        await new Promise<void>((resolve) => setTimeout(resolve, delay))
        // A dead process goes no further; the promise stays open as its other promises do.
        if (!process.isAlive) await new Promise(() => undefined)
        if (random() < troubles.fault) throw new Error('the data base is away')
        for (const id of entries.map(idOf)) {
          deliveries++
          if (delivered.has(id)) repeated++
          delivered.add(id)
          process.resolved.add(id)
        }
      },
    }).then((consumer) => {
      process.consumer = consumer
    })
  }

  clock.install()
  try {
    for (let i = between(random, 1, 3); i > 0; i--) start()
    for (let i = between(random, 0, 4); i > 0; i--) {
      clock.in(between(random, 100, 120_000), () => {
        const alive = processes.filter(({ isAlive }) => isAlive)
        const victim = alive[between(random, 0, alive.length - 1)]
        if (victim === undefined) return
        crashes++
        victim.isAlive = false
        clock.in(between(random, 0, 20_000), start)
      })
    }
    const isDone = (): boolean => clock.now > 200_000 && aws.messages.every(({ isDeleted }) => isDeleted)
    if (!(await clock.runUntil(isDone, 24 * HOURS))) problems.push('the queue was never empty')

    const alive = processes.filter(({ isAlive }) => isAlive)
    let stopped = 0
    for (const { consumer } of alive) void consumer?.stop().then(() => stopped++)
    if (!(await clock.runUntil(() => stopped === alive.length, clock.now + HOURS))) problems.push('a consumer did not stop')
    for (const { consumer } of alive) {
      const metrics = consumer?.metrics()
      if (metrics === undefined) continue
      const { received, handled, failed, notices } = metrics.messages
      const { read, delivered, duplicate, filtered, broken } = metrics.records
      if (received !== handled + failed + notices) problems.push('messages do not add up')
      if (read !== delivered + duplicate + filtered + broken) problems.push('records do not add up')
    }
  } finally {
    clock.release()
  }
  const lost = [...recordsOf.values()].flat().filter((id) => !delivered.has(id))
  if (lost.length > 0) problems.push(`${lost.length} records were lost`)
  if (aws.asked.has('elsewhere')) problems.push('a foreign bucket was read')
  const given = aws.deadLetters.map(({ id }) => id).sort()
  if (given.join() !== [...poison].sort().join()) problems.push(`dead letters are ${given.join()}`)
  return { problems, crashes, deliveries, repeated, deadLetters: given.length }
}
