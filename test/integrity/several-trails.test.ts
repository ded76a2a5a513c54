/** Trails that deliver to one bucket: none of them makes the log files of another unreferenced. */
import { expect, it } from 'vitest'
import type { ValidateOptions } from '../../src/integrity/options.js'
import type { IntegrityReport } from '../../src/integrity/report.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { HOUR, isDigestObject, START, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

/** The digests of the second trail end half an hour after those of the first. */
const world = worldOf({}, { trail: 'trail-2', start: START + HOUR / 2 })
const [from, to] = world.range
const isOfSecond = (object: WorldObject): boolean => isDigestObject(object) && object.key.includes('_trail-2_')
const newest = world.objects.filter(isOfSecond).at(-1)
const injected: WorldObject = {
  ...(world.objects[0] as WorldObject),
  key: (world.objects[0]?.key ?? '').replace(/_\w{16}\./, '_ffffffffffffffff.'),
}

const validate = (objects: ReadonlyArray<WorldObject>, options: ValidateOptions): Promise<IntegrityReport> =>
  validateTrail(storeOf(objects), keysOf(world), { from, ...options }).report()

const at = (hours: number): Date => new Date(1000 * (START + hours * HOUR))

it('leaves pending what the next digest of any trail may name, and no longer than it may come', async () => {
  const objects = world.objects.filter((object) => object !== newest)
  const early = await validate(objects, { now: at(4.7) })
  expect([early.verdict, early.totals.unreferenced]).toEqual([
    'INCOMPLETE',
    { unreferenced: 0, pending: 2, outside: 0, kindNotDigested: 0 },
  ])
  const late = await validate(objects, { now: at(40) })
  expect([late.verdict, late.totals.unreferenced]).toEqual(['PROBLEMS', { unreferenced: 1, pending: 1, outside: 0, kindNotDigested: 0 }])
})

it('reports one trail, and knows what the digests of others name', async () => {
  const report = await validate(world.objects, { to, trails: ['trail-1'], now: at(4.2) })
  expect([report.verdict, report.shards.map(({ id }) => id.trail), report.totals.digests.total]).toEqual(['VERIFIED', ['trail-1'], 4])
  const added = await validate([...world.objects, injected], { to, trails: ['trail-1'], now: at(20) })
  expect(added.shards.flatMap(({ problems }) => problems.map(({ code, where }) => [code, where]))).toEqual([
    ['UNREFERENCED', `s3://logs-bucket/${injected.key}`],
  ])
  const damaged = world.objects.map((object) => (isOfSecond(object) ? { ...object, body: object.body.subarray(1) } : object))
  const beside = await validate(damaged, { to, trails: ['trail-1'], now: at(20) })
  expect([beside.verdict, beside.totals.unreferenced.unreferenced]).toEqual(['VERIFIED', 0])
})

it('reads no digest of another trail where nothing is searched for', async () => {
  const read: Array<string> = []
  const store = storeOf(world.objects)
  const counting: typeof store = {
    ...store,
    read: (location, ...rest) => {
      read.push(location.key)
      return store.read(location, ...rest)
    },
  }
  const options = { from, to, trails: ['trail-1'], unreferenced: false, now: at(20) }
  expect((await validateTrail(counting, keysOf(world), options).report()).verdict).toBe('VERIFIED')
  expect(read.filter((key) => key.includes('_trail-2_'))).toEqual([])
})

it('is the same in two parts', async () => {
  const options: ValidateOptions = { from, to, trails: ['trail-2'], now: at(20) }
  const whole = await validate([...world.objects, injected], options)
  for (let cut = 0; cut < 20; cut++) {
    const first = validateTrail(storeOf([...world.objects, injected]), keysOf(world), options)
    let taken = 0
    for await (const _ of first) if (taken++ === cut) break
    const rest = validateTrail(storeOf([...world.objects, injected]), keysOf(world), { ...options, cursor: first.cursor() })
    expect([cut, await rest.report()]).toEqual([cut, whole])
  }
})
