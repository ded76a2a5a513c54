/**
 * AWS's own validator and this one on the same worlds in S3. Where they differ, the difference is one of a written
 * list.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { trailStore } from '../../src/aws/trail-store.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { ROOT } from '../support/root.js'
import { sharedPath } from '../support/shared.js'
import { keysOf, type World, worldsIn } from '../support/world.js'
import { cloudOf } from './aws-cli/cloud.js'
import { pythonEnvironment } from './python.js'

const bin = pythonEnvironment(join(ROOT, 'test', 'engines', 'aws-cli'))

/** Worlds of which AWS's validator says something else, and why this one is right. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'digest-trailing-junk': 'a digest is one gzip member: what follows it is read by some programs and not by others',
  'key-expired': 'a key proves nothing outside its validity: incomplete',
  'log-hash-alg-wrong': 'a hash is only as good as the algorithm that the digest names',
  'log-injected': 'a log file that no digest names is not what CloudTrail delivered',
  'prev-hash-mismatch': 'a digest that names another hash than the one before it has breaks the chain',
  'prev-skips-one': 'a digest that skips one leaves it out of the chain',
  'tail-deleted': 'digests that could no longer come are gone',
  'unknown-fingerprint': 'a key that is not listed may be listed elsewhere: incomplete, not invalid',
}

/** The exit status of AWS's validator: 0 where all it found is valid, 1 where something is invalid. */
const awsStatus = (world: World, s3: string, cloudTrail: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const [from, to] = world.range
    const trail = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/trail-1'
    const args = ['cloudtrail', 'validate-logs', '--trail-arn', trail, '--s3-bucket', 'logs-bucket', '--start-time', from, '--end-time', to]
    const env = {
      PATH: process.env.PATH,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_S3: s3,
      AWS_ENDPOINT_URL_CLOUDTRAIL: cloudTrail,
    }
    execFile(join(bin, 'aws'), [...args, '--region', 'us-east-1', '--verbose'], { env }, (error, out, err) => {
      const status = error === null ? 0 : error.code
      if (status === 0 || status === 1) resolve(status)
      else reject(new Error(`aws: ${status}\n${out}${err}`))
    })
  })

it.each(worldsIn(sharedPath('vectors/digest-oracle/cases')).map((world) => [world.name, world] as const))('%s', async (name, world) => {
  const cloud = await cloudOf(world)
  try {
    const [from, to] = world.range
    const options = { from, to, now: new Date(`${to.slice(0, 11)}05:30:00Z`) }
    const store = trailStore({ bucket: 'logs-bucket', client: cloud.client })
    const { verdict } = await validateTrail(store, keysOf(world), options).report()
    const status = await awsStatus(world, cloud.s3, cloud.cloudTrail)
    const isSame = (status === 0 && verdict === 'VERIFIED') || (status === 1 && verdict === 'PROBLEMS')
    expect([name, verdict, status, isSame]).toEqual([name, verdict, status, !(name in DIFFERENCES)])
    // Where AWS says that something is wrong, this never says that all is well.
    if (status === 1) expect(verdict).not.toBe('VERIFIED')
  } finally {
    await cloud.close()
  }
})
