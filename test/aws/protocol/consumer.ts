/**
 * One consumer as a process of its own: `node --import tsx consumer.ts` with its settings in the environment. What it
 * delivers goes line by line into a file, before `onEvents` resolves, so that the file says what was delivered however
 * the process ends.
 */
import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import type { FleetMetrics, TrailEntry } from '../../../src/aws/index.js'
import { consumeTrail } from '../../../src/aws/index.js'
import { BUCKET, OWNER, s3At, sqsAt } from './cloud.js'

const {
  PORT = '',
  QUEUE_URL = '',
  OUT = '',
  VISIBILITY = '4',
  CONCURRENCY = '10',
  WINDOW = '100000',
  WORK = '5',
  MEMORY = '',
  GLUE_ONLY = '',
} = process.env
const port = Number(PORT)
const idOf = ({ raw }: TrailEntry): string => (raw as { readonly eventID: string }).eventID

let [memory, resident] = [0, 0]
let calls = 0
const consumer = await consumeTrail({
  queueUrl: QUEUE_URL,
  clients: { s3: s3At(port), sqs: sqsAt(port) },
  allowBuckets: { [BUCKET]: OWNER },
  visibilitySeconds: Number(VISIBILITY),
  concurrency: Number(CONCURRENCY),
  maxRemembered: Number(WINDOW),
  ...(GLUE_ONLY === '' ? {} : { where: { test: ({ eventSource }) => (eventSource === 'glue.amazonaws.com' ? 'YES' : 'NO') } }),
  onFailure: (failure) => appendFileSync(`${OUT}.failures`, `${JSON.stringify(failure)}\n`),
  onEvents: async (entries, { object, messageId, source }) => {
    const start = Date.now()
    await new Promise((resolve) => setTimeout(resolve, Number(WORK)))
    // What is in use, not what has yet to be collected.
    if (MEMORY !== '' && ++calls % 10 === 0 && globalThis.gc !== undefined) {
      globalThis.gc()
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      memory = heapUsed + arrayBuffers
      resident = process.memoryUsage.rss()
    }
    const line = { key: object?.key, messageId, source, ids: entries.map(idOf), start, end: Date.now(), memory, resident }
    appendFileSync(`${OUT}.delivered`, `${JSON.stringify(line)}\n`)
  },
})
// What a killed process has counted is known as of the last time: the file is replaced whole.
function save(metrics: FleetMetrics): void {
  writeFileSync(`${OUT}.saving`, JSON.stringify(metrics))
  renameSync(`${OUT}.saving`, `${OUT}.metrics`)
}
const saving = setInterval(() => save(consumer.metrics()), 50)
process.once('SIGTERM', async () => {
  const metrics = await consumer.stop()
  clearInterval(saving)
  save(metrics)
  process.exit(0)
})
