import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { type ChainSpec, HOUR, START, worldOf } from '../support/signed-world.js'
import { isReported, tampersOf } from '../support/tampers.js'
import { keysOf, storeOf } from '../support/world.js'

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
    })
    .map(({ hours, restart, rotation, logs, trail, region, organization }) => ({
      hours,
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
        const report = await validateTrail(store, keysOf(world), { from: world.range[0], now }).report()
        for (const { coverage } of report.shards) {
          const seconds = coverage.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0)
          expect(seconds).toBe(5 * HOUR)
          for (const [i, { to }] of coverage.entries()) if (i + 1 < coverage.length) expect(coverage[i + 1]?.from).toBe(to)
          for (const { label } of coverage) expect(['VERIFIED', 'VALIDATION_OFF', 'PENDING', 'OVERDUE']).toContain(label)
        }
        expect(report.shards.flatMap(({ problems }) => problems.filter(({ code }) => code !== 'OVERDUE'))).toEqual([])
        const first = validateTrail(store, keysOf(world), { from: world.range[0], now })
        let taken = 0
        for await (const _ of first) if (taken++ === stop) break
        const rest = validateTrail(store, keysOf(world), { from: world.range[0], now, cursor: first.cursor() })
        expect(await rest.report()).toEqual(report)
      }),
      { numRuns: 25, seed: 20 },
    )
  })
})
