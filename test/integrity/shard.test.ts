import { expect, it } from 'vitest'
import {
  isSameChain,
  minuteOf,
  nameOf,
  parseDigestKey,
  parseKey,
  parseListedLog,
  parseLogKey,
  shardKey,
  shardOf,
} from '../../src/integrity/shard.js'
import { describeShared, sharedJson } from '../support/shared.js'

const name = '111122223333_CloudTrail-Digest_us-east-1_my_trail_eu-west-1_20260101T010131Z_backfill.json.gz'
const key = `a/AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail-Digest/us-east-1/2026/01/01/${name}`

it('is named by the parts of a key', () => {
  const parsed = parseDigestKey(key)
  if (parsed === undefined) throw new Error('no digest')
  const id = shardOf(parsed)
  expect(id).toEqual({
    prefix: 'a',
    organization: 'o-a1b2c3d4e5',
    account: '111122223333',
    region: 'us-east-1',
    trail: 'my_trail',
    homeRegion: 'eu-west-1',
    backfill: true,
  })
  expect(isSameChain(parsed, id)).toBe(true)
  // A trail that became that of an organization goes on.
  const alone = parseDigestKey(key.replace('a/AWSLogs/o-a1b2c3d4e5/', 'AWSLogs/'))
  expect(alone && isSameChain(alone, id)).toBe(true)
  expect(isSameChain({ ...parsed, backfill: false }, id)).toBe(false)
  expect(shardKey({ ...id, backfill: false })).not.toBe(shardKey(id))
})

it('is read from a name that has lost its folders', () => {
  expect(parseKey(name)).toMatchObject({ kind: 'Digest', trail: 'my_trail', region: 'us-east-1' })
  const log = '111122223333_CloudTrail_us-east-1_20260101T0006Z_AAAAAAAAAAAAAAA1.json.gz'
  expect([parseListedLog(log), parseListedLog(name)]).toEqual([{ kind: 'CloudTrail', time: '2026-01-01T00:06Z' }, undefined])
  const parsed = parseLogKey(`some/where/${log}`)
  expect(parsed && minuteOf(parsed)).toBe(Date.parse('2026-01-01T00:06:00Z') / 1000)
  expect(parseDigestKey(log)).toBe(undefined)
  for (const other of ['', 'readme.txt', '../../etc/passwd', 'a'.repeat(5000), name.replace('_CloudTrail-Digest_', '_x_')])
    expect(parseKey(other)).toBe(undefined)
  expect(nameOf('a/b/c')).toBe('c')
})

describeShared('digest keys of AWS', () => {
  it('are parsed', () => {
    const { digestKeys } = sharedJson('vectors/aws-cli/vectors.json') as {
      readonly digestKeys: ReadonlyArray<{ readonly key: string; readonly date?: string; readonly backfill: boolean }>
    }
    for (const { key: other, date, backfill } of digestKeys) {
      const parsed = parseDigestKey(other)
      expect([other, parsed?.time.replaceAll(/[-:]/g, '')]).toEqual([other, date])
      if (date !== undefined) expect(parsed?.backfill).toBe(backfill)
    }
  })
})
