import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { DigestFile, DigestLogFile, otherMembers, PREVIOUS, previousOf, stringToSign } from '../../src/integrity/digest.js'
import { describeShared, sharedJson } from '../support/shared.js'
import { chainOf, isDigestObject } from '../support/signed-world.js'

const [first, second] = chainOf()
  .filter(isDigestObject)
  .map(({ body }) => JSON.parse(gunzipSync(body).toString()) as DigestFile)

it('is a digest, whatever else it has, and is encoded as it is', () => {
  for (const digest of [first, second]) {
    expect(DigestFile.is(digest)).toBe(true)
    expect(DigestFile.encode(digest as DigestFile)).toBe(digest)
    expect(DigestFile.is({ ...digest, added: 1 })).toBe(true)
  }
  expect(DigestLogFile.is(first?.logFiles[0])).toBe(true)
})

it('is refused without a member, except for three without which it can be proven', () => {
  for (const name of Object.keys(first ?? {})) {
    const { [name as keyof DigestFile]: _, ...rest } = first as DigestFile
    expect([name, DigestFile.is(rest)]).toEqual([name, name.endsWith('EventTime') || name === 'digestSignatureAlgorithm'])
  }
  expect(DigestFile.is({ ...first, logFiles: [null] })).toBe(false)
  expect(DigestFile.is({ ...first, digestSignatureAlgorithm: 5 })).toBe(false)
  const decoded = DigestFile.decode({ ...first, logFiles: [{ ...first?.logFiles[0], hashValue: 5 }] })
  expect(decoded._tag === 'Left' && decoded.left.map(({ message }) => message)).toEqual([
    'logFiles[0].hashValue: expected a string, received a number',
  ])
})

it('names the digest before it, none, or is wrong', () => {
  expect(previousOf(first as DigestFile)).toBe(null)
  expect(previousOf(second as DigestFile)).toMatchObject({ bucket: 'logs-bucket', algorithm: 'SHA-256' })
  for (const name of PREVIOUS) expect(previousOf({ ...second, [name]: null } as DigestFile)).toBe(undefined)
})

it('says how its members differ from those that are documented', () => {
  expect(otherMembers(first as DigestFile)).toEqual({ missing: 0, added: 0 })
  const { newestEventTime: _, ...rest } = first as DigestFile & { newestEventTime?: string }
  expect(otherMembers({ ...rest, a: 1, b: 2 } as DigestFile)).toEqual({ missing: 1, added: 2 })
})

describeShared('what is signed', () => {
  it('is as AWS has it', () => {
    const { stringToSign: cases } = sharedJson('vectors/aws-cli/vectors.json') as {
      readonly stringToSign: ReadonlyArray<Record<string, string>>
    }
    for (const { expect: wanted, ...digest } of cases) {
      const hash = wanted?.split('\n')[2] ?? ''
      expect(stringToSign(digest as unknown as DigestFile, hash)).toBe(wanted)
    }
  })
})
