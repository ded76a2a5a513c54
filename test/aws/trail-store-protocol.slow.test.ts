/** Validation of a bucket through a proxy that makes trouble: the report is the one without trouble. */
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, it } from 'vitest'
import { trailStore } from '../../src/aws/trail-store.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { worldOf } from '../support/signed-world.js'
import { keysOf } from '../support/world.js'
import { BUCKET, startCloud } from './protocol/cloud.js'

it('gives the same report where S3 is busy, connections break and bodies are cut', async () => {
  const world = worldOf({ bucket: BUCKET, hours: 12 })
  const cloud = await startCloud(3)
  try {
    for (const { key, body, metadata } of world.objects) {
      await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body, Metadata: metadata }))
    }
    const validate = () =>
      validateTrail(trailStore({ bucket: BUCKET, client: cloud.s3 }), keysOf(world), {
        from: world.range[0],
        to: world.range[1],
        now: new Date('2026-02-01'),
      }).report()
    const whole = await validate()
    expect(whole.verdict).toBe('VERIFIED')
    cloud.proxy.faults = { unavailable: 0.1, reset: 0.1, truncated: 0.1, slow: 0.05 }
    expect(await validate()).toEqual(whole)
    expect(Object.values(cloud.proxy.made).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5)
  } finally {
    cloud.proxy.faults = {}
    await cloud.close()
  }
}, 120_000)
