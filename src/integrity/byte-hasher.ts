/**
 * A hasher from its two steps.
 *
 * @module
 */
import type { ByteHasher } from '../source/evidence.js'
import { toHex } from './hex.js'

/** Makes a hasher that returns bytes or hexadecimal digits. */
export function byteHasher(update: (bytes: Uint8Array) => void, digest: () => Promise<Uint8Array>): ByteHasher {
  function end(): Promise<Uint8Array>
  function end(encoding: 'hex'): Promise<string>
  async function end(encoding?: 'hex'): Promise<Uint8Array | string> {
    const bytes = await digest()
    return encoding === 'hex' ? toHex(bytes) : bytes
  }
  return { update, digest: end }
}
