import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ValidateOptions } from '../../src/integrity/options.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { type ChainSpec, HOUR, START, worldOf } from '../support/signed-world.js'
import { isReported, tampersOf } from '../support/tampers.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

const tampers = tampersOf()

it('has more than 200,000 ways to tamper with four digests', () => {
  expect(tampers.count).toBeGreaterThan(200_000)
})

it('reports each change of a sample; all of them with npm run fuzz -- integrity', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(tampers.count - 1), async (number) => {
      if (!(await isReported(tampers, number))) throw new Error(tampers.describe(number))
    }),
    { numRuns: 300, seed: 20 },
  )
})

it('reports each deletion of up to three objects, and each exchange of two', async () => {
  const bits = tampers.count - 298 - 66
  for (let number = bits; number < tampers.count; number += 7)
    expect([tampers.describe(number), await isReported(tampers, number)]).toEqual([tampers.describe(number), true])
})

describe('any world', () => {
  const spec: fc.Arbitrary<ChainSpec> = fc
    .record({
      hours: fc.integer({ min: 1, max: 5 }),
      restart: fc.integer({ min: 1, max: 9 }),
      rotation: fc.nat(5),
      logs: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
      trail: fc.constantFrom('a', 'b'),
      region: fc.constantFrom('us-east-1', 'eu-west-1'),
      organization: fc.boolean(),
      isLate: fc.boolean(),
    })
    .map(({ hours, restart, rotation, logs, trail, region, organization, isLate }) => ({
      hours,
      // Trails deliver at different minutes.
      start: isLate ? START + HOUR / 2 : START,
      restarts: restart < hours - 1 ? [restart] : [],
      key: (hour) => (hour < rotation ? 0 : 1),
      logs: (hour) => logs[hour] ?? 0,
      trail,
      region,
      ...(organization ? { organization: 'o-a1b2c3d4e5' } : {}),
    }))
  const specs = fc.uniqueArray(spec, {
    minLength: 1,
    maxLength: 3,
    selector: ({ trail, region, organization }) => `${trail}${region}${organization}`,
  })

  it('is covered second by second, verified but for times without validation, and alike when it is resumed', async () => {
    await fc.assert(
      fc.asyncProperty(specs, fc.nat(30), async (chains, stop) => {
        const world = worldOf(...chains)
        const now = new Date(1000 * (START + 5 * HOUR))
        const store = storeOf(world.objects, 's3', 'logs-bucket')
        const from = new Date(1000 * START)
        const report = await validateTrail(store, keysOf(world), { from, now }).report()
        for (const { coverage } of report.shards) {
          const seconds = coverage.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0)
          expect(seconds).toBe(5 * HOUR)
          for (const [i, { to }] of coverage.entries()) if (i + 1 < coverage.length) expect(coverage[i + 1]?.from).toBe(to)
          for (const { label } of coverage) expect(['VERIFIED', 'VALIDATION_OFF', 'UNCOVERED', 'PENDING', 'OVERDUE']).toContain(label)
        }
        expect(report.shards.flatMap(({ problems }) => problems.filter(({ code }) => code !== 'OVERDUE'))).toEqual([])
        const first = validateTrail(store, keysOf(world), { from, now })
        let taken = 0
        for await (const _ of first) if (taken++ === stop) break
        const rest = validateTrail(store, keysOf(world), { from, now, cursor: first.cursor() })
        expect(await rest.report()).toEqual(report)
      }),
      { numRuns: 25, seed: 20 },
    )
  })

  it('is proven by two runs, the second after the first, as by one', async () => {
    await fc.assert(
      fc.asyncProperty(specs, fc.integer({ min: 1, max: 4 }), async (chains, cut) => {
        const world = worldOf(...chains)
        const now = new Date(1000 * (START + 5 * HOUR))
        const run = (options: ValidateOptions) =>
          validateTrail(storeOf(world.objects, 's3', 'logs-bucket'), keysOf(world), { now, ...options }).report()
        const whole = await run({ from: new Date(1000 * START) })
        const first = await run({ from: new Date(1000 * START), to: new Date(1000 * (START + cut * HOUR)) })
        const second = await run({ after: first, from: new Date(1000 * (START + cut * HOUR)) })
        expect(second.shards.map(({ id, anchor }) => [id, anchor])).toEqual(whole.shards.map(({ id, anchor }) => [id, anchor]))
        const problems = [first, second].flatMap(({ shards }) => shards.flatMap((shard) => shard.problems.map(({ code }) => code)))
        expect(problems.filter((code) => code !== 'OVERDUE')).toEqual([])
        for (const label of ['VERIFIED', 'VALIDATION_OFF'] as const)
          expect([label, first.totals.seconds[label] + second.totals.seconds[label]]).toEqual([label, whole.totals.seconds[label]])
      }),
      { numRuns: 25, seed: 20 },
    )
  })

  it('has another report once one object of it was changed or deleted', async () => {
    await fc.assert(
      fc.asyncProperty(specs, fc.nat(), fc.nat(), fc.constantFrom('bit', 'gone', 'metadata'), async (chains, at, bit, how) => {
        const world = worldOf(...chains)
        const place = at % world.objects.length
        const object = world.objects[place] as WorldObject
        const flip = (bytes: Uint8Array, n: number): Buffer => {
          const copy = Buffer.from(bytes)
          copy[(n >> 3) % copy.length] = (copy[(n >> 3) % copy.length] ?? 0) ^ (1 << (n & 7))
          return copy
        }
        const body = new Uint8Array(gzipSync(flip(gunzipSync(object.body), bit)))
        const { signature = '' } = object.metadata
        const digits = flip(Buffer.from(signature, 'hex'), bit).toString('hex')
        const changed =
          how === 'gone'
            ? []
            : [
                how === 'metadata' && signature !== ''
                  ? { ...object, metadata: { ...object.metadata, signature: digits } }
                  : { ...object, body },
              ]
        const objects = world.objects.flatMap((one, i) => (i === place ? changed : [one]))
        const options = { from: new Date(1000 * START), to: new Date(1000 * (START + 6 * HOUR)), now: new Date('2026-02-01') }
        const before = await validateTrail(storeOf(world.objects, 's3', 'logs-bucket'), keysOf(world), options).report()
        const after = await validateTrail(storeOf(objects, 's3', 'logs-bucket'), keysOf(world), options).report()
        expect(after.shards).not.toEqual(before.shards)
      }),
      { numRuns: 100, seed: 20 },
    )
  })
})
