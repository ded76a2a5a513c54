/** The scenarios that AWS's own validator is tested with, each with the world it describes. */
import { expect, it } from 'vitest'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { describeShared, sharedJson } from '../support/shared.js'
import { HOUR, isDigestObject, START, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

/** What AWS's validator meets as it walks from the newest digest back. */
type Action = 'gap' | 'link' | 'missing' | 'invalid' | 'bucket_change'

interface Scenario {
  readonly test: string
  readonly actions: ReadonlyArray<Action>
}

/**
 * A world of one digest an hour, oldest first: each action is about the digest before those of the actions before it.
 * The first is a start; a chain begins anew at a `gap`, a digest is deleted where it is `missing`, and damaged where it
 * is `invalid`.
 */
function labelsWanted(actions: ReadonlyArray<Action>): ReadonlyArray<string> {
  const oldest = [...actions].reverse()
  return oldest.map((action, i) => {
    // No later digest names one that is gone before a new chain begins.
    if (action === 'missing') return oldest[i + 1] === 'gap' ? 'VALIDATION_OFF' : 'MISSING'
    if (action === 'invalid') return 'INVALID'
    return action === 'gap' && i > 0 ? 'VALIDATION_OFF' : 'VERIFIED'
  })
}

async function labelsFound(test: string, actions: ReadonlyArray<Action>): Promise<ReadonlyArray<string>> {
  const hours = actions.length
  const oldest = [...actions].reverse()
  // What was delivered before a change is in another bucket.
  const bucketAt = (hour: number): string => {
    const changes = oldest.slice(hour + 1).filter((action) => action === 'bucket_change').length
    return changes === 0 ? 'logs-bucket' : `bucket-${changes}`
  }
  const world = worldOf({
    hours: hours + 1,
    // An hour without a digest is a gap; the digest after it begins a chain.
    restarts: oldest.flatMap((action, i) => (action === 'gap' && i > 0 ? [i] : [])),
    bucketAt,
    ...(test.includes('backfill') ? { backfill: true, logs: () => 0 } : {}),
  })
  const hourOf = (object: WorldObject): number => {
    const [, time = ''] = /_(\d{8}T\d{6})Z/.exec(object.key) ?? []
    const iso = time.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z')
    return (Date.parse(iso) / 1000 - START) / HOUR - 1
  }
  const objects = world.objects.flatMap((object) => {
    const action = isDigestObject(object) ? oldest[hourOf(object)] : undefined
    if (action === 'missing') return []
    return action === 'invalid' ? [{ ...object, body: object.body.subarray(0, -1) }] : [object]
  })
  const to = new Date(1000 * (START + hours * HOUR))
  const buckets = world.objects.map(({ bucket }) => bucket)
  const options = { from: world.range[0], to, now: new Date('2026-02-01'), buckets }
  const { shards } = await validateTrail(storeOf(objects, 's3', 'logs-bucket'), keysOf(world), options).report()
  const [shard] = shards
  return Array.from({ length: hours }, (_, i) => {
    const time = new Date(1000 * (START + i * HOUR + 1)).toISOString()
    return shard?.coverage.find(({ from, to: end }) => from <= time && time < end)?.label ?? ''
  })
}

describeShared('scenarios of AWS', () => {
  const scenarios = sharedJson('vectors/aws-cli/chain-scenarios.json') as ReadonlyArray<Scenario>

  it('are 29', () => {
    expect(scenarios.length).toBe(29)
  })

  it.each(scenarios.map(({ test, actions }, i) => [`${i} ${test}: ${actions.join(', ')}`, test, actions] as const))(
    '%s',
    async (_, test, actions) => {
      expect(await labelsFound(test, actions)).toEqual(labelsWanted(actions))
    },
  )
})
