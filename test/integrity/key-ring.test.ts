import { expect, it } from 'vitest'
import { KeyRing } from '../../src/integrity/key-ring.js'
import { signingKey } from '../support/signed-world.js'

const { record } = signingKey()

it('asks its source once for a region and a day, and for a key that another day has', async () => {
  const wanted: Array<string> = []
  const ring = new KeyRing(async ({ region, from, to }) => {
    wanted.push(`${region} ${from.toISOString()} ${to.toISOString()}`)
    return [record]
  }, undefined)
  const time = Date.parse('2026-01-01T12:00:00Z') / 1000
  const found = await Promise.all([1, 2, 3].map(() => ring.keyOf(record.fingerprint, 'us-east-1', time)))
  expect(found.every((key) => 'bits' in key)).toBe(true)
  await ring.keyOf('ff', 'us-east-1', time + 60)
  await ring.keyOf('ff', 'us-east-1', time + 86_400)
  expect(wanted).toEqual([
    'us-east-1 2025-12-31T22:00:00.000Z 2026-01-02T02:00:00.000Z',
    'us-east-1 2026-01-01T22:00:00.000Z 2026-01-03T02:00:00.000Z',
  ])
  expect(ring.usedKeys()).toHaveLength(1)
})

it('has a problem for a key that is unknown, misnamed, of another region or not to be had', async () => {
  const codeOf = async (source: ConstructorParameters<typeof KeyRing>[0], fingerprint = record.fingerprint) => {
    const found = await new KeyRing(source, undefined).keyOf(fingerprint, 'us-east-1', 0)
    return 'problem' in found ? [found.problem.code, found.problem.received] : []
  }
  expect(await codeOf(async () => [])).toEqual(['KEY_UNKNOWN', 'none'])
  expect(await codeOf(async () => [{ ...record, region: 'eu-west-1' }])).toEqual(['KEY_UNKNOWN', 'none'])
  expect(await codeOf(async () => [{ ...record, fingerprint: '00' }], '00')).toEqual(['KEY_MISNAMED', expect.stringContaining('MD5')])
  expect(await codeOf(() => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDenied' })))).toEqual([
    'KEY_UNKNOWN',
    'AccessDenied',
  ])
})

it('reports a refused key by the name it should have, too, and does not take its validity', async () => {
  const source = async () => [{ ...record, fingerprint: '00' }]
  expect(await new KeyRing(source, undefined).keyOf(record.fingerprint, 'us-east-1', 0)).toMatchObject({
    problem: { code: 'KEY_MISNAMED', received: `a key whose MD5 is ${record.fingerprint}` },
  })
  const to = new Date('2026-01-02')
  const other = { ...record, value: signingKey(1).record.value, to: new Date('2027-01-01') }
  const found = await new KeyRing(async () => [{ ...record, to }, other], undefined).keyOf(record.fingerprint, 'us-east-1', 0)
  expect('record' in found && found.record.to).toEqual(to)
})

it('joins the validity of a key that is listed twice', async () => {
  const day = (n: number): Date => new Date(Date.UTC(2026, 0, n))
  const ring = new KeyRing(
    async () => [
      { ...record, from: day(2), to: day(4) },
      { ...record, from: day(1), to: day(3) },
    ],
    undefined,
  )
  const found = await ring.keyOf(record.fingerprint, 'us-east-1', 0)
  expect('record' in found && [found.record.from, found.record.to]).toEqual([day(1), day(4)])
})
