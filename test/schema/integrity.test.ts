/** The schemas of digests and of reports: they accept what validation reports, and refuse what the codecs refuse. */
import { DigestFile, DigestLogFile, IntegrityReport, type ValidateOptions, validateTrail } from 'glue-trail/integrity'
import { jsonSchemaOf } from 'glue-trail/schema'
import { expect, it } from 'vitest'
import { SEVERITIES } from '../../src/integrity/problem.js'
import { chanceFrom, changed, disagreements, TARGETS, validatorOf } from '../support/json-schema.js'
import { describeShared, sharedPath } from '../support/shared.js'
import { chainOf, isDigestObject, worldOf } from '../support/signed-world.js'
import { tampersOf } from '../support/tampers.js'
import { keysOf, storeOf, type World, worldsIn } from '../support/world.js'

const schema = jsonSchemaOf(IntegrityReport)
if (schema._tag === 'Left') throw new Error(JSON.stringify(schema.left))
const isReport = validatorOf('draft-2020-12', schema.right)()

const reportOf = ({ objects, keys, range: [from, to] }: World, kind: 's3' | 'copy', options: ValidateOptions = {}) =>
  validateTrail(storeOf(objects, kind), keysOf({ keys }), { from, to, now: new Date('2026-02-01'), ...options }).report()

/** What the schema has against a value, as it is stored. */
const errorsOf = (value: unknown): unknown => (isReport(JSON.parse(JSON.stringify(value))) ? [] : isReport.errors)

const world = worldOf()

it('decide as the codecs do, in each dialect', async () => {
  const report = await reportOf(world, 's3')
  const [digest] = chainOf().filter(isDigestObject)
  expect(digest).toBeDefined()
  const chance = chanceFrom(11)
  const others = [report, { ...report, evidence: { manifestSha256: '00' } }]
  const values = [...others, ...Array.from({ length: 1500 }, (_, i) => changed(others[i % 2], chance))]
  for (const target of TARGETS)
    expect([target, disagreements(target, [DigestFile, DigestLogFile, IntegrityReport], values)]).toEqual([target, []])
})

it('name every code of a problem, and no other', async () => {
  const report = await reportOf(world, 's3')
  const [shard] = report.shards
  const withCode = (code: string): unknown => ({
    ...report,
    shards: [{ ...shard, problems: [{ code, expected: 'a', received: 'b' }], coverage: [{ ...shard?.coverage[0], problems: [code] }] }],
  })
  for (const code of Object.keys(SEVERITIES)) expect(errorsOf(withCode(code))).toEqual([])
  for (const code of ['NO_SUCH_CODE', 'log_hash', '', 'toString']) expect([code, isReport(withCode(code))]).toEqual([code, false])
})

it('accept reports of a run that found nothing, or read half, or went on', async () => {
  const first = await reportOf(world, 's3')
  const options: ReadonlyArray<ValidateOptions> = [
    { after: first },
    { after: first, logs: 'none', unreferenced: false },
    { logs: () => false, accounts: ['999999999999'], regions: ['no-such-1'], trails: ['none'], organization: 'o-aaaaaaaaaa' },
    { buckets: ['other'], graceMinutes: 0, limits: { maxBytes: 10 } },
  ]
  for (const each of options) {
    for (const kind of ['s3', 'copy'] as const) expect(errorsOf(await reportOf(world, kind, each))).toEqual([])
  }
  expect(errorsOf(await reportOf({ ...world, objects: [], keys: [] }, 'copy'))).toEqual([])
})

it('accept reports on files that were tampered with', async () => {
  const { count, objects, describe } = tampersOf()
  const chance = chanceFrom(13)
  for (let i = 0; i < 60; i++) {
    const number = i < 30 ? chance(count) : count - 1 - chance(400)
    const tampered = objects(number) ?? []
    for (const kind of ['s3', 'copy'] as const) {
      expect([describe(number), errorsOf(await reportOf({ ...world, objects: tampered }, kind))]).toEqual([describe(number), []])
    }
  }
})

describeShared('the reports of all worlds', () => {
  it('are accepted, from a bucket and from a copy', async () => {
    const worlds = worldsIn(sharedPath('vectors/digest-oracle/cases'))
    expect(worlds.length).toBeGreaterThan(25)
    for (const each of worlds) {
      for (const kind of ['s3', 'copy'] as const)
        expect([each.name, kind, errorsOf(await reportOf(each, kind))]).toEqual([each.name, kind, []])
    }
  })
})
