/** Both scanners, on whole files and in steps. */
import type { Scanner } from '../../src/source/item-rows.js'
import { itemScanner } from '../../src/source/scan-items.js'
import { wasmScanner } from '../../src/source/scan-items-wasm.js'

/** The scanner in WebAssembly always needs this many bytes, except at the end. */
export const LEAST_STEP = 80

/** Returns a scanner that gets a limited number of bytes at a time, as from a stream. */
export const inSteps = (scanner: Scanner, step: number): Scanner => ({
  rows: scanner.rows,
  scan: (bytes, from, to, isLast, origin, state) => {
    const end = Math.min(to, from + step)
    return scanner.scan(bytes, from, end, isLast && end === to, origin, state)
  },
})

export const SCANNERS: ReadonlyArray<readonly [name: string, scanner: Scanner]> = [
  ['JavaScript', itemScanner()],
  ['WebAssembly', await wasmScanner()],
]
