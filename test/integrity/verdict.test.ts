import { expect, it } from 'vitest'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { limitsText, totalsOf, verdictOf } from '../../src/integrity/verdict.js'
import { HOUR, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf } from '../support/world.js'

const world = worldOf({}, { region: 'eu-west-1' })
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
const reportOf = () => validateTrail(storeOf(world.objects), keysOf(world), options).report()

it('adds up shards, and seconds by label', async () => {
  const { shards } = await reportOf()
  const { seconds, ...totals } = totalsOf(shards)
  expect(totals).toMatchObject({ shards: 2, digests: { total: 8, verified: 8 }, logs: { total: 16, verified: 16 }, problems: 0 })
  expect(seconds).toMatchObject({ VERIFIED: 8 * HOUR, INVALID: 0, PENDING: 0 })
})

it('is what the worst label says, and incomplete without shards or where something was not looked at', async () => {
  const { shards, requested } = await reportOf()
  const { seconds } = totalsOf(shards)
  const with1 = (label: string) => verdictOf(shards, requested, { ...seconds, [label]: 1 })
  expect(verdictOf(shards, requested, seconds)).toBe('VERIFIED')
  expect(['INVALID', 'MISSING', 'OVERDUE'].map(with1)).toEqual(['PROBLEMS', 'PROBLEMS', 'PROBLEMS'])
  expect(['UNPROVEN', 'VALIDATION_OFF', 'UNCOVERED'].map(with1)).toEqual(['INCOMPLETE', 'INCOMPLETE', 'INCOMPLETE'])
  expect(with1('PENDING')).toBe('VERIFIED')
  expect(verdictOf([], requested, seconds)).toBe('INCOMPLETE')
  expect(verdictOf(shards, { ...requested, notChecked: ['account 1: not found'] }, seconds)).toBe('INCOMPLETE')
})

it('says what a report does not prove, and more where less was checked', async () => {
  const { requested } = await reportOf()
  const all = limitsText(requested)
  const some = limitsText({ ...requested, options: { ...requested.options, logs: 'none', unreferenced: false } })
  expect(some.slice(0, all.length)).toEqual(all)
  expect(some.slice(all.length)).toEqual(['Not all log files were read.', 'Log files that no digest names were not searched for.'])
})
