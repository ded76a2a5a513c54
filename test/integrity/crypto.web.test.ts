import { expect, it } from 'vitest'
import * as node from '../../src/integrity/crypto.node.js'
import * as web from '../../src/integrity/crypto.web.js'
import { fromHex } from '../../src/integrity/hex.js'
import { usableKeyOf } from '../../src/integrity/key.js'
import { describeShared, sharedJson } from '../support/shared.js'
import { signingKey } from '../support/signed-world.js'

it('hashes as the half of Node does, and keeps nothing of a buffer that is used again', async () => {
  const [a, b] = [node.sha256(), web.sha256()]
  const buffer = Uint8Array.of(1, 2, 3)
  for (const hash of [a, b]) hash.update(buffer)
  buffer.fill(9)
  for (const hash of [a, b]) hash.update(buffer)
  expect(await b.digest()).toEqual(await a.digest())
  expect(web.md5(buffer)).toEqual(node.md5(buffer))
  expect(await web.sha256Of(buffer)).toBe(await node.sha256Of(buffer))
})

it('refuses invalid keys', async () => {
  expect(await web.importKey(Uint8Array.of(1, 2, 3))).toBe(undefined)
  expect('code' in (await usableKeyOf(signingKey().record))).toBe(false)
})

describeShared('signatures that were made by others', () => {
  it('verify in both halves, and not with one bit changed', async () => {
    const { stringToSign } = sharedJson('vectors/digest-oracle/string-to-sign.json') as {
      readonly stringToSign: ReadonlyArray<{ readonly s: string; readonly signature: string; readonly publicKey: string }>
    }
    expect(stringToSign.length).toBeGreaterThan(2)
    for (const { s, signature, publicKey } of stringToSign) {
      const value = new Uint8Array(Buffer.from(publicKey, 'base64'))
      const spki = new Uint8Array([
        0x30,
        0x82,
        1,
        0x22,
        0x30,
        0x0d,
        6,
        9,
        0x2a,
        0x86,
        0x48,
        0x86,
        0xf7,
        0x0d,
        1,
        1,
        1,
        5,
        0,
        3,
        0x82,
        1,
        0x0f,
        0,
        ...value,
      ])
      const bytes = new TextEncoder().encode(s)
      const right = fromHex(signature) as Uint8Array
      const wrong = right.map((byte, i) => (i === 7 ? byte ^ 1 : byte))
      for (const half of [node, web]) {
        const key = await (half as typeof node).importKey(spki)
        if (key === undefined) throw new Error('no key')
        expect(await (half as typeof node).verifySignature(key, right, bytes)).toBe(true)
        expect(await (half as typeof node).verifySignature(key, wrong, bytes)).toBe(false)
        expect(await (half as typeof node).verifySignature(key, right.subarray(1), bytes)).toBe(false)
      }
    }
  })
})
