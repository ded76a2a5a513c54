/**
 * A seeded random generator. It uses 32-bit integers only, so that every engine and platform draws the same.
 *
 * @module
 */

/** A random generator; each draw advances it. */
export interface Chance {
  /** Draws a whole number from 0 to below `end`. */
  readonly int: (end: number) => number
  /** Draws an item of a list that is not empty. */
  readonly pick: <A>(list: ReadonlyArray<A>) => A
  /** Draws letters of an alphabet. */
  readonly letters: (alphabet: string, length: number) => string
  readonly hex: (length: number) => string
  readonly uuid: () => string
}

const HEX = '0123456789abcdef'

/** Returns the seed of some words: FNV-1a over their characters. */
export function seedOf(...words: ReadonlyArray<string | number>): number {
  const content = words.join('\n')
  let hash = 0x811c9dc5
  for (let i = 0; i < content.length; i++) hash = Math.imul(hash ^ content.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Makes a generator: Mulberry32, whose 32 bits of state are enough for some hundred draws. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (end: number): number => Math.floor(next() * end)
  const letters = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet.charAt(int(alphabet.length))).join('')
  const hex = (length: number): string => letters(HEX, length)
  const uuid = (): string => [hex(8), hex(4), `4${hex(3)}`, `${letters('89ab', 1)}${hex(3)}`, hex(12)].join('-')
  return { int, pick: (list) => list[int(list.length)] as (typeof list)[number], letters, hex, uuid }
}
