import { expect, it } from 'vitest'
import * as half from '../../src/integrity/crypto.node.js'
import { toHex } from '../../src/integrity/hex.js'

it('hashes what comes in pieces', async () => {
  const hash = half.sha256()
  hash.update(Uint8Array.of(97))
  hash.update(Uint8Array.of(98, 99))
  const wanted = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(toHex(await hash.digest())).toBe(wanted)
  expect(await half.sha256Of(Uint8Array.of(97, 98, 99))).toBe(wanted)
})

it('refuses invalid keys and signatures', async () => {
  expect(await half.importKey(Uint8Array.of(1, 2, 3))).toBe(undefined)
})
