import { expect, it } from 'vitest'
import { KeyRing } from '../../src/integrity/key-ring.js'
import { type RegionContext, regionSteps, type Step } from '../../src/integrity/region-steps.js'
import { regionsIn } from '../../src/integrity/regions.js'
import { limitsOf } from '../../src/source/limits.js'
import { HOUR, START, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type World } from '../support/world.js'

async function stepsOf(world: World, change: Partial<RegionContext> = {}): Promise<ReadonlyArray<Step>> {
  const store = storeOf(world.objects)
  const context: RegionContext = {
    store,
    keys: new KeyRing(keysOf(world), undefined),
    limits: limitsOf({}),
    signal: undefined,
    keepStored: false,
    buckets: [],
    from: START,
    to: START + 100 * HOUR,
    now: START + 200 * HOUR,
    graceSeconds: 7200,
    trails: undefined,
    logs: 'all',
    unreferenced: true,
    concurrency: 4,
    earlier: new Map(),
    ...change,
  }
  const steps: Array<Step> = []
  for await (const region of regionsIn(store, {}, undefined)) {
    if ('error' in region) throw region.error
    for await (const step of regionSteps(region, context)) steps.push(step)
  }
  return steps
}

it('come oldest first, each digest with its log files', async () => {
  const steps = await stepsOf(worldOf({ hours: 2 }))
  expect(steps.map(({ kind }) => kind).filter((kind) => kind !== 'COMMIT')).toEqual([
    'SHARD',
    'DIGEST',
    'LOG',
    'LOG',
    'DIGEST',
    'LOG',
    'LOG',
    'GAP',
    'END',
  ])
})

it('remember the window of delivery alone, however long the trail is', async () => {
  const steps = await stepsOf(worldOf({ hours: 100, logs: () => 4 }, { trail: 'ends-early', hours: 3 }))
  const sizes = steps.flatMap((step) => (step.kind === 'COMMIT' ? step.state.references.files.length : []))
  expect(Math.max(...sizes)).toBeLessThan(130)
  expect(steps.filter(({ kind }) => kind === 'UNREFERENCED')).toEqual([])
})
