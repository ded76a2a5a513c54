/**
 * SHA-256 (FIPS 180-4) of a string. The platforms' own digests either are asynchronous or need Node, and de-duplication
 * is neither.
 *
 * @module
 */

/** The first 32 bits of the fraction of a number. */
const fraction = (n: number): number => ((n - Math.floor(n)) * 0x1_0000_0000) | 0

interface Constants {
  readonly rounds: Int32Array
  readonly start: Int32Array
}

let constants: Constants | undefined

/** Cube roots and square roots of the first primes, as the standard defines them. */
function constantsOf(): Constants {
  const primes: Array<number> = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return {
    rounds: Int32Array.from(primes, (n) => fraction(Math.cbrt(n))),
    start: Int32Array.from(primes.slice(0, 8), (n) => fraction(Math.sqrt(n))),
  }
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** Returns the digest of a string's UTF-8 bytes, in hexadecimal. */
export function sha256(value: string): string {
  constants ??= constantsOf()
  const bytes = new TextEncoder().encode(value)
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = Int32Array.from(constants.start)
  const schedule = new Int32Array(64)
  for (let at = 0; at < padded.length; at += 64) addBlock(view, at, schedule, constants.rounds, state)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function addBlock(view: DataView, at: number, w: Int32Array, rounds: Int32Array, state: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] as number
    const b = w[i - 2] as number
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    w[i] = ((w[i - 16] as number) + low + (w[i - 7] as number) + high) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (rounds[i] as number) + (w[i] as number)) | 0
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state.set([a, b, c, d, e, f, g, h].map((word, i) => ((state[i] as number) + word) | 0))
}
