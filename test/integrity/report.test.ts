import { expect, it } from 'vitest'
import { IntegrityReport } from '../../src/integrity/report.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { worldOf } from '../support/signed-world.js'
import { keysOf, storeOf } from '../support/world.js'

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
const report = await validateTrail(storeOf(world.objects), keysOf(world), options).report()

it('is its own codec, also after it was stored', () => {
  const stored = JSON.parse(JSON.stringify(report)) as unknown
  expect(stored).toEqual(report)
  expect(IntegrityReport.decode(stored)).toEqual({ _tag: 'Right', right: report })
  expect(IntegrityReport.is({ ...report, evidence: { manifestSha256: '00' } })).toBe(true)
})

it('says what is wrong with another value', () => {
  const messages = (u: unknown): ReadonlyArray<string | undefined> => {
    const decoded = IntegrityReport.decode(u)
    return decoded._tag === 'Left' ? decoded.left.map(({ message }) => message) : []
  }
  expect(messages({ ...report, verdict: 'FINE' })).toEqual([
    "verdict: expected 'VERIFIED' or 'INCOMPLETE' or 'PROBLEMS', received a string",
  ])
  const [shard] = report.shards
  expect(messages({ ...report, shards: [{ ...shard, coverage: [{ ...shard?.coverage[0], label: 1 }] }] })[0]).toContain(
    'shards[0].coverage[0].label',
  )
  expect(messages(5).length).toBeGreaterThan(0)
})

it('has its members in a fixed order', () => {
  expect(Object.keys(report)).toEqual(['schema', 'tool', 'requested', 'ran', 'keys', 'shards', 'totals', 'verdict', 'limits'])
})
