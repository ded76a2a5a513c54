/**
 * Seeded random choices, so that two runs measure the same records.
 *
 * @module
 */

/** Random choices that depend only on the seed and their order. */
export interface Random {
  /** Returns a number from 0 to below 1. */
  readonly next: () => number
  /** Returns an integer from 0 to below `n`. */
  readonly int: (n: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <const A extends readonly [unknown, ...unknown[]]>(from: A) => A[number]
  /** Returns `length` characters from `alphabet`. */
  readonly string: (alphabet: string, length: number) => string
  readonly uuid: () => string
}

export const HEX = '0123456789abcdef'

/** Mulberry32: small, and good enough to choose records with. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (n: number): number => Math.floor(next() * n)
  const string = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet.charAt(int(alphabet.length))).join('')
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (from) => from[int(from.length)] ?? from[0],
    string,
    uuid: () => `${string(HEX, 8)}-${string(HEX, 4)}-4${string(HEX, 3)}-${string('89ab', 1)}${string(HEX, 3)}-${string(HEX, 12)}`,
  }
}
