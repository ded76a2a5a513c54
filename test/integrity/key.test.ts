import { createHash, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { usableKeyOf } from '../../src/integrity/key.js'
import type { PublicKeyRecord } from '../../src/source/evidence.js'
import { describeShared, sharedJson } from '../support/shared.js'
import { signingKey } from '../support/signed-world.js'

const named = (value: Uint8Array): PublicKeyRecord => ({
  value,
  fingerprint: createHash('md5').update(value).digest('hex'),
  source: 'a test',
})
const rsa = (modulusLength: number, publicExponent = 0x10001) => generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey

it('reads PKCS#1 and SubjectPublicKeyInfo of any size from 2,048 bits on', async () => {
  for (const bits of [2048, 3072, 4096]) {
    const key = rsa(bits)
    for (const [type, format] of [
      ['pkcs1', 'PKCS1'],
      ['spki', 'SPKI'],
    ] as const) {
      const usable = await usableKeyOf(named(new Uint8Array(key.export({ format: 'der', type }))))
      expect(usable).toMatchObject({ bits, format, signatureBytes: bits / 8 })
    }
  }
})

it('refuses a key whose name is not its MD5', async () => {
  const { record } = signingKey()
  expect(await usableKeyOf({ ...record, fingerprint: '00' })).toMatchObject({ code: 'KEY_MISNAMED' })
  expect(await usableKeyOf({ ...record, fingerprint: record.fingerprint.toUpperCase() })).toMatchObject({ bits: 2048 })
})

it('refuses what is too short, of another kind, cut or followed by something', async () => {
  const short = new Uint8Array(rsa(1024).export({ format: 'der', type: 'pkcs1' }))
  expect(await usableKeyOf(named(short))).toMatchObject({ code: 'KEY_FORMAT', received: 'one of 1024 bits' })
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
  const { value } = signingKey().record
  for (const bytes of [
    new Uint8Array(curve.export({ format: 'der', type: 'spki' })),
    value.subarray(1),
    value.subarray(0, -1),
    Uint8Array.of(...value, 0),
  ]) {
    expect(await usableKeyOf(named(bytes))).toMatchObject({ code: 'KEY_FORMAT', received: 'something else' })
  }
  // The exponent is the last byte: three bytes of 65537, of which only one is left.
  const weak = Uint8Array.of(0x30, 0x82, 1, 0x08, ...value.subarray(4, -5), 2, 1, 1)
  expect(await usableKeyOf(named(weak))).toMatchObject({ code: 'KEY_FORMAT', received: 'one with an exponent below 3' })
})

it('never throws, whatever bit of a key is wrong', async () => {
  const { value } = signingKey().record
  for (let bit = 0; bit < 8 * value.length; bit += 7) {
    const wrong = value.slice()
    wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    await usableKeyOf(named(wrong))
  }
})

describeShared('keys that AWS published', () => {
  it('are named by the MD5 of their DER; one of them is no PKCS#1', async () => {
    const { publicKeys } = sharedJson('vectors/aws-cli/vectors.json') as {
      readonly publicKeys: ReadonlyArray<{ readonly value: string; readonly fingerprint: string }>
    }
    const keys = await Promise.all(
      publicKeys.map(({ value, fingerprint }) =>
        usableKeyOf({ value: new Uint8Array(Buffer.from(value, 'base64')), fingerprint, source: 'AWS' }),
      ),
    )
    expect(keys.map((key) => 'format' in key && key.format)).toEqual(['PKCS1', 'PKCS1', 'SPKI', 'PKCS1'])
  })
})
