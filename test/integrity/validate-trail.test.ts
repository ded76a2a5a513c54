import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ValidateOptions } from '../../src/integrity/options.js'
import type { IntegrityReport } from '../../src/integrity/report.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { describeShared, sharedJson, sharedPath } from '../support/shared.js'
import { chainOf, HOUR, isDigestObject, START, signed, signingKey, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type World, type WorldObject, worldsIn } from '../support/world.js'

const at = (hour: number): string => `${new Date(1000 * (START + hour * HOUR)).toISOString().slice(0, 19)}Z`

/** Beyond the time in which a digest of four hours may still come. */
const NOW = new Date(1000 * (START + 10 * HOUR))

const validate = (world: World, options: ValidateOptions = {}, kind: 's3' | 'copy' = 's3'): Promise<IntegrityReport> =>
  validateTrail(storeOf(world.objects, kind), keysOf(world), { from: world.range[0], to: world.range[1], now: NOW, ...options }).report()

const labelsOf = ({ shards }: IntegrityReport): ReadonlyArray<string> =>
  shards.flatMap(({ coverage }) => coverage.map(({ from, to, label }) => `${from.slice(11, 16)} ${to.slice(11, 16)} ${label}`))

const codesOf = ({ shards }: IntegrityReport): ReadonlyArray<string> => [
  ...new Set(shards.flatMap(({ problems }) => problems.map(({ code }) => code))),
]

const without = (world: World, ...keys: ReadonlyArray<string>): World => ({
  ...world,
  objects: world.objects.filter(({ key }) => !keys.includes(key)),
})

const replaced = (world: World, object: WorldObject): World => ({
  ...world,
  objects: world.objects.map((one) => (one.key === object.key ? object : one)),
})

/** What each world has to be found to be; a digest that may come within an hour and 120 minutes is pending. */
const ORACLE: Readonly<Record<string, readonly [verdict: string, codes: string]>> = {
  'backfill-valid': ['VERIFIED', ''],
  'digest-deleted-middle': ['PROBLEMS', 'NOT_FOUND'],
  'digest-missing-field': ['PROBLEMS', 'NOT_A_DIGEST'],
  'digest-modified': ['PROBLEMS', 'MOVED,SIGNATURE'],
  'digest-moved': ['PROBLEMS', 'MOVED,OTHER_TIME'],
  'digest-no-metadata': ['PROBLEMS', 'NO_SIGNATURE'],
  'digest-sig-not-hex': ['PROBLEMS', 'SIGNATURE'],
  'digest-sig-uppercase': ['VERIFIED', 'CHAIN_SPELLING'],
  'digest-trailing-junk': ['PROBLEMS', 'NOT_ONE_GZIP_MEMBER'],
  'empty-digests': ['VERIFIED', ''],
  'key-expired': ['INCOMPLETE', 'KEY_EXPIRED'],
  'key-rotation': ['VERIFIED', ''],
  'log-bad-crc': ['PROBLEMS', 'LOG_NOT_ONE_GZIP_MEMBER'],
  'log-deleted': ['PROBLEMS', 'LOG_NOT_FOUND'],
  'log-hash-alg-wrong': ['PROBLEMS', 'LOG_ALGORITHM'],
  'log-injected': ['PROBLEMS', 'UNREFERENCED'],
  'log-modified': ['PROBLEMS', 'LOG_HASH'],
  'log-not-gzip': ['PROBLEMS', 'LOG_NOT_ONE_GZIP_MEMBER'],
  'log-second-member': ['PROBLEMS', 'LOG_NOT_ONE_GZIP_MEMBER,LOG_HASH'],
  'log-trailing-junk': ['PROBLEMS', 'LOG_NOT_ONE_GZIP_MEMBER'],
  'log-truncated': ['PROBLEMS', 'LOG_NOT_ONE_GZIP_MEMBER'],
  'prev-hash-mismatch': ['PROBLEMS', 'CHAIN_HASH'],
  'prev-skips-one': ['PROBLEMS', 'CHAIN_SKIP,CHAIN_HASH,CHAIN_SIGNATURE'],
  'tail-deleted': ['PROBLEMS', 'OVERDUE'],
  'unknown-fingerprint': ['INCOMPLETE', 'KEY_UNKNOWN'],
  'valid-chain': ['VERIFIED', ''],
}

describeShared('worlds that were made by others', () => {
  const worlds = worldsIn(sharedPath('vectors/digest-oracle/cases'))
  it.each(worlds.map((world) => [world.name, world] as const))('%s', async (name, world) => {
    const report = await validate(world, { now: new Date(`${world.range[1].slice(0, 11)}05:30:00Z`) })
    expect([report.verdict, codesOf(report).join()]).toEqual(ORACLE[name])
  })

  it('are all known here', () => {
    expect(worlds.map(({ name }) => name)).toEqual(Object.keys(ORACLE).sort())
    expect((sharedJson('vectors/digest-oracle/verdicts.json') as ReadonlyArray<unknown>).length).toBe(worlds.length)
  })

  it('are proven from a plain copy but for the newest digest', async () => {
    for (const world of worlds.filter(({ name }) =>
      ['valid-chain', 'key-rotation', 'backfill-valid', 'digest-no-metadata'].includes(name),
    )) {
      const report = await validate(world, {}, 'copy')
      expect(labelsOf(report)).toEqual(['00:01 03:01 VERIFIED', '03:01 04:01 UNPROVEN'])
      expect(codesOf(report)).toEqual(['UNSIGNED_TAIL'])
    }
  })
})

describe('an intact world', () => {
  it('is verified, each second of it', async () => {
    const report = await validate(worldOf())
    expect(report.verdict).toBe('VERIFIED')
    expect(report.shards).toEqual([
      {
        id: { account: '111122223333', region: 'us-east-1', trail: 'trail-1', homeRegion: 'us-east-1', backfill: false },
        coverage: [{ from: at(0), to: at(4), label: 'VERIFIED', problems: [], digests: 4 }],
        digests: { total: 4, verified: 4, invalid: 0, missing: 0, unproven: 0 },
        logs: { total: 8, verified: 8, invalid: 0, missing: 0, unproven: 0, skipped: 0 },
        unreferenced: { unreferenced: 0, pending: 0, outside: 0, kindNotDigested: 0 },
        anchor: expect.objectContaining({ endTime: at(4) }),
        problems: [],
        moreProblems: 0,
      },
    ])
    expect(report.totals.seconds.VERIFIED).toBe(4 * HOUR)
    expect(report.keys.map(({ bits, format }) => [bits, format])).toEqual([[2048, 'PKCS1']])
  })

  it('has a range from its first digest to now unless one is given', async () => {
    const world = worldOf()
    const report = await validateTrail(storeOf(world.objects), keysOf(world), { now: new Date(`${at(5).slice(0, 19)}Z`) }).report()
    expect(labelsOf(report)).toEqual(['00:01 04:01 VERIFIED', '04:01 05:01 PENDING'])
    expect(report.verdict).toBe('VERIFIED')
  })

  it('is verified for a range within it; digests around it are read for their links alone', async () => {
    const report = await validate(worldOf({ hours: 6 }), { from: at(2), to: at(3) })
    expect(labelsOf(report)).toEqual(['02:01 03:01 VERIFIED'])
    expect(report.totals.digests.total).toBe(1)
  })

  it('is verified across rotation, empty hours, prefixes, organizations, regions and trails', async () => {
    const world = worldOf(
      { key: (hour) => (hour < 2 ? 0 : 1), logs: (hour) => hour % 2 },
      { prefix: 'a/b', region: 'eu-west-1' },
      { organization: 'o-a1b2c3d4e5', account: '444455556666' },
      { trail: 'another_trail' },
    )
    const report = await validate(world)
    expect(report.verdict).toBe('VERIFIED')
    expect(report.shards.map(({ id }) => [id.prefix, id.organization, id.region, id.trail])).toEqual([
      [undefined, undefined, 'us-east-1', 'another_trail'],
      [undefined, undefined, 'us-east-1', 'trail-1'],
      [undefined, 'o-a1b2c3d4e5', 'us-east-1', 'trail-1'],
      ['a/b', undefined, 'eu-west-1', 'trail-1'],
    ])
  })

  it('is verified where a backfill names what was delivered before', async () => {
    const backfill = chainOf({ backfill: true, hours: 2 })
    const world = worldOf({ start: START + 2 * HOUR, hours: 2 })
    const logs = chainOf({ hours: 2 }).filter((object) => !isDigestObject(object))
    const report = await validate({ ...world, objects: [...world.objects, ...backfill, ...logs] }, { from: undefined as never })
    expect(report.shards.map(({ id, coverage }) => [id.backfill, coverage.map(({ label }) => label)])).toEqual([
      [false, ['VERIFIED']],
      [true, ['VERIFIED']],
    ])
    expect(report.verdict).toBe('VERIFIED')
  })
})

describe('what is gone', () => {
  it('is missing, however many digests in a row', async () => {
    const world = worldOf({ hours: 6 })
    const digests = world.objects.filter(isDigestObject)
    const report = await validate(without(world, ...[2, 3].map((i) => digests[i]?.key ?? '')))
    expect(labelsOf(report)).toEqual(['00:01 02:01 VERIFIED', '02:01 04:01 MISSING', '04:01 06:01 VERIFIED'])
    expect(report.verdict).toBe('PROBLEMS')
  })

  it('is missing where it was the first digest, with a start or without one', async () => {
    const world = worldOf()
    const first = world.objects.find(isDigestObject)?.key ?? ''
    expect(labelsOf(await validate(without(world, first)))).toEqual(['00:01 01:01 MISSING', '01:01 04:01 VERIFIED'])
    const report = await validate(without(world, first), { from: undefined as never })
    expect(labelsOf(report)).toEqual(['00:01 01:01 MISSING', '01:01 04:01 VERIFIED'])
  })

  it('is overdue where it was the newest, once it can no longer come', async () => {
    const world = worldOf()
    const last = world.objects.filter(isDigestObject).at(-1)?.key ?? ''
    const late = (hour: number): Promise<IntegrityReport> => validate(without(world, last), { now: new Date(`${at(hour).slice(0, 19)}Z`) })
    expect([(await late(6)).verdict, labelsOf(await late(6))]).toEqual(['VERIFIED', ['00:01 03:01 VERIFIED', '03:01 04:01 PENDING']])
    expect([(await late(7)).verdict, labelsOf(await late(7))]).toEqual(['PROBLEMS', ['00:01 03:01 VERIFIED', '03:01 04:01 OVERDUE']])
  })

  it('is found between two reports, where the chain alone cannot', async () => {
    const world = worldOf()
    const digests = world.objects.filter(isDigestObject)
    const earlier = await validate(world)
    const gone = without(world, digests[2]?.key ?? '', digests[3]?.key ?? '')
    const later = await validate(gone, { now: new Date(`${at(4).slice(0, 19)}Z`), from: at(1), after: earlier })
    expect([later.verdict, codesOf(later)]).toEqual(['PROBLEMS', ['ROLLED_BACK']])
    const empty = await validate({ ...world, objects: [] }, { after: earlier })
    expect([empty.verdict, codesOf(empty)]).toEqual(['PROBLEMS', ['ROLLED_BACK']])
  })

  it('leaves log files of an account and region without any digest uncovered', async () => {
    const world = worldOf()
    const report = await validate({ ...world, objects: world.objects.filter((object) => !isDigestObject(object)) })
    expect([report.verdict, labelsOf(report)]).toEqual(['INCOMPLETE', ['00:01 04:01 UNCOVERED']])
    expect(report.totals.unreferenced.outside).toBe(8)
  })

  it('says which accounts, regions and trails it did not find', async () => {
    const report = await validate(worldOf(), {
      accounts: ['111122223333', '999999999999'],
      regions: ['us-east-1'],
      trails: ['trail-1', 'x'],
    })
    expect(report.requested.notChecked).toEqual(['account 999999999999: not found', 'trail x: not found'])
    expect(report.verdict).toBe('INCOMPLETE')
  })
})

describe('a chain', () => {
  it('that begins anew has a time in which validation was off', async () => {
    const report = await validate(worldOf({ hours: 6, restarts: [3] }))
    expect(labelsOf(report)).toEqual(['00:01 03:01 VERIFIED', '03:01 04:01 VALIDATION_OFF', '04:01 06:01 VERIFIED'])
    expect(report.verdict).toBe('INCOMPLETE')
  })

  it('that names itself, a later digest or another trail ends in a code', async () => {
    const digests = chainOf().filter(isDigestObject)
    const named = async (key: string | undefined): Promise<ReadonlyArray<string>> =>
      codesOf(
        await validate(worldOf({ change: (digest, hour) => (hour === 2 ? { ...digest, previousDigestS3Object: key } : digest) })),
      ).filter((code) => code.startsWith('CHAIN_'))
    expect(await named(digests[2]?.key)).toEqual(['CHAIN_LOOP'])
    expect(await named(digests[3]?.key)).toEqual(['CHAIN_LOOP'])
    expect(await named('../../etc/passwd')).toEqual(['CHAIN_ORDER'])
    expect(await named(chainOf({ trail: 'x' }).find(isDigestObject)?.key)).toEqual(['CHAIN_ORDER'])
    expect(await named(digests[0]?.key)).toContain('CHAIN_SKIP')
  })

  it('that leads to another bucket is followed only where that is allowed', async () => {
    const old = chainOf({ bucket: 'old-bucket', hours: 2 })
    const last = old.filter(isDigestObject).at(-1) as WorldObject
    const { hash, key } = { hash: hashOf(last), key: last.key }
    const own = worldOf({
      start: START + 2 * HOUR,
      hours: 2,
      change: (digest, hour) =>
        hour > 0
          ? digest
          : {
              ...digest,
              previousDigestS3Bucket: 'old-bucket',
              previousDigestS3Object: key,
              previousDigestHashValue: hash,
              previousDigestHashAlgorithm: 'SHA-256',
              previousDigestSignature: last.metadata.signature,
            },
    })
    const objects = [...own.objects, ...old]
    const world = { ...own, objects, range: [at(0), at(4)] as const }
    const closed = await validate(world)
    expect([closed.verdict, codesOf(closed), labelsOf(closed)]).toEqual([
      'INCOMPLETE',
      ['FOREIGN_BUCKET'],
      ['00:01 02:01 UNPROVEN', '02:01 04:01 VERIFIED'],
    ])
    const open = await validate(world, { buckets: ['old-bucket'] })
    expect([open.verdict, labelsOf(open), open.totals.logs.verified]).toEqual(['VERIFIED', ['00:01 04:01 VERIFIED'], 8])
  })
})

describe('log files', () => {
  it('of another account, another bucket or with two hashes end in a code', async () => {
    const changed = async (change: (log: Record<string, unknown>) => object): Promise<ReadonlyArray<string>> =>
      codesOf(
        await validate(
          worldOf({
            change: (digest, hour) =>
              hour === 1 ? { ...digest, logFiles: (digest.logFiles as ReadonlyArray<Record<string, unknown>>).map(change) } : digest,
          }),
        ),
      )
    expect(await changed((log) => ({ ...log, s3Object: '../../etc/passwd' }))).toEqual(['LOG_OTHER_SHARD', 'UNREFERENCED'])
    expect(await changed((log) => ({ ...log, s3Bucket: 'x' }))).toEqual(['LOG_FOREIGN_BUCKET'])
    expect(await changed((log) => ({ ...log, hashValue: '00' }))).toEqual(['LOG_HASH'])
  })

  it('are not read where only the chain is checked, or the caller selects others', async () => {
    expect((await validate(worldOf(), { logs: 'none' })).totals.logs.total).toBe(0)
    const { totals, verdict } = await validate(worldOf(), { logs: ({ s3Object }) => s3Object.includes('T0006Z') })
    expect([totals.logs.skipped, verdict]).toEqual([7, 'VERIFIED'])
  })

  it('of kinds that no digest names are counted', async () => {
    const world = worldOf()
    const name = '111122223333_CloudTrail-Insight_us-east-1_20260101T0130Z_AAAAAAAAAAAAAAA1.json.gz'
    const key = `AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2026/01/01/${name}`
    const report = await validate({
      ...world,
      objects: [...world.objects, { bucket: 'logs-bucket', key, body: new Uint8Array(), metadata: {} }],
    })
    expect([report.verdict, report.totals.unreferenced.kindNotDigested]).toEqual(['VERIFIED', 1])
  })
})

describe('a run', () => {
  it('that is cut at any event and resumed gives the same report', async () => {
    const world = worldOf({ hours: 3 }, { trail: 'other', hours: 3, restarts: [1] }, { region: 'eu-west-1', hours: 2 })
    const broken = without(world, world.objects[0]?.key ?? '')
    const whole = await validate(broken)
    for (let stop = 0; ; stop++) {
      const options = { from: world.range[0], to: world.range[1], now: NOW }
      const first = validateTrail(storeOf(broken.objects), keysOf(world), options)
      let taken = 0
      let isCut = false
      for await (const _ of first) {
        isCut = taken++ === stop
        if (isCut) break
      }
      if (!isCut) break
      const report = await validateTrail(storeOf(broken.objects), keysOf(world), { ...options, cursor: first.cursor() }).report()
      expect(report).toEqual(whole)
    }
  })

  it('in two halves, the second after the first, covers what one run does', async () => {
    const world = worldOf({ hours: 6 })
    const whole = await validate(world)
    const first = await validate(world, { to: at(3) })
    const second = await validate(world, { from: undefined as never, after: first })
    expect([first.verdict, second.verdict]).toEqual(['VERIFIED', 'VERIFIED'])
    expect(second.shards[0]?.coverage[0]?.from).toBe(first.shards[0]?.coverage.at(-1)?.to)
    expect(second.shards[0]?.anchor).toEqual(whole.shards[0]?.anchor)
    expect(first.totals.digests.total + second.totals.digests.total).toBe(whole.totals.digests.total)
  })

  it('rejects with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(validate(worldOf(), { signal })).rejects.toThrow('enough')
  })

  it('refuses invalid times and cursors', () => {
    const store = storeOf([])
    const keys = async () => []
    expect(() => validateTrail(store, keys, { from: 'x' })).toThrow(new TypeError('from: expected a time, received something else'))
    expect(() => validateTrail(store, keys, { from: '2026-01-02', to: '2026-01-01' })).toThrow(TypeError)
    expect(() => validateTrail(store, keys, { cursor: '{}' })).toThrow(TypeError)
    for (const graceMinutes of [Number.NaN, 0.5, -1, Number.POSITIVE_INFINITY]) {
      expect(() => validateTrail(store, keys, { graceMinutes })).toThrow('graceMinutes: expected a whole number, received something else')
    }
  })

  it('goes on where a prefix cannot be listed, and says so', async () => {
    const world = worldOf()
    const store = storeOf(world.objects)
    const denied = Object.assign(new Error('no'), { name: 'AccessDenied' })
    const noFolders = { ...store, folders: () => Promise.reject(denied) }
    const report = await validateTrail(noFolders, keysOf(world), { now: NOW }).report()
    expect([report.verdict, report.requested.notChecked]).toEqual(['INCOMPLETE', [': AccessDenied']])
    const noList = {
      ...store,
      // biome-ignore lint/correctness/useYield: it fails before anything is listed
      list: async function* () {
        throw denied
      },
    }
    const options = { from: world.range[0], to: world.range[1], now: NOW }
    const unlisted = await validateTrail(noList, keysOf(world), options).report()
    expect([unlisted.verdict, labelsOf(unlisted)]).toEqual(['INCOMPLETE', ['00:01 04:01 UNPROVEN']])
  })

  it('says what it could not read', async () => {
    const world = worldOf()
    const store = storeOf(world.objects)
    const read = async (location: { readonly key: string }, limit: number) =>
      location.key.includes('T0006Z') || location.key.includes('T030131Z') ? { error: 'AccessDenied' } : store.read(location, limit)
    const options = { from: world.range[0], to: world.range[1], now: NOW }
    const report = await validateTrail({ ...store, read }, keysOf(world), options).report()
    expect(labelsOf(report)).toEqual(['00:01 01:01 UNPROVEN', '01:01 02:01 VERIFIED', '02:01 03:01 UNPROVEN', '03:01 04:01 VERIFIED'])
    expect([...codesOf(report)].sort()).toEqual(['LOG_UNREADABLE', 'UNREADABLE'])
    expect(report.verdict).toBe('INCOMPLETE')
  })

  it('notes a digest with a name twice, and refuses one signed with another key', async () => {
    const world = worldOf()
    const second = world.objects.filter(isDigestObject)[1] as WorldObject
    const digest = JSON.parse(textOf(second)) as Record<string, unknown>
    const forged = signed(digest, second.key, second.bucket, signingKey(1))
    expect(codesOf(await validate(replaced(world, forged)))).toEqual(['SIGNATURE'])
  })
})

const textOf = ({ body }: WorldObject): string => gunzipSync(body).toString()

function hashOf({ body }: WorldObject): string {
  return createHash('sha256').update(gunzipSync(body)).digest('hex')
}
