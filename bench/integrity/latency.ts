/**
 * AWS's own validator and this one on the same bucket, each a process, where each request takes 20 ms.
 *
 * @module
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pythonEnvironment } from '../../test/engines/python.js'
import { worldOf } from '../../test/support/signed-world.js'
import { root } from '../build.js'
import { bucketOf } from './bucket.js'
import { runCommand } from './process.js'

/** Seconds by the clock. */
export interface Latency {
  readonly logs: number
  readonly aws: number
  readonly ours: number
}

const LATENCY_MS = 20

/** Measures both on a trail of so many hours, 20 log files each. */
export async function latencyOf(hours: number): Promise<Latency> {
  const world = worldOf({ hours, logs: () => 20 })
  const aws = join(pythonEnvironment(join(root, 'test', 'engines', 'aws-cli')), 'aws')
  const bucket = await bucketOf(world, LATENCY_MS)
  try {
    const env = {
      PATH: process.env.PATH ?? '',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_S3: bucket.url,
      AWS_ENDPOINT_URL_CLOUDTRAIL: bucket.url,
    }
    const [from, to] = world.range
    const trail = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/trail-1'
    const range = ['--start-time', from, '--end-time', to]
    const start = performance.now()
    await promisify(execFile)(aws, ['cloudtrail', 'validate-logs', '--trail-arn', trail, '--s3-bucket', 'logs-bucket', ...range], { env })
    const theirs = performance.now() - start
    const { status, elapsed } = await runCommand(['validate', 's3://logs-bucket', '--from', from, '--to', to, '--workers', '16'], env)
    if (status !== 0) throw new Error(`bench: validate ended with ${status}`)
    return { logs: 20 * hours, aws: theirs / 1000, ours: elapsed / 1000 }
  } finally {
    bucket.close()
  }
}
