/** A seeded source of chance, so that the example trail comes out the same on every machine. */

export interface Chance {
  /** A whole number from 0 to below `end`. */
  readonly int: (end: number) => number
  /** Letters of an alphabet. */
  readonly letters: (alphabet: string, length: number) => string
  readonly hex: (length: number) => string
  readonly uuid: () => string
}

const HEX = '0123456789abcdef'

/** Mulberry32: 32 bits of state are plenty for some hundred identifiers. */
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
  return { int, letters, hex, uuid }
}
