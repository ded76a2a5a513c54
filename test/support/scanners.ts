/** Both scanners, whole and in steps. */
import type { Scanner } from '../../src/source/item-rows.js'
import { itemScanner } from '../../src/source/scan-items.js'
import { wasmScanner } from '../../src/source/scan-items-wasm.js'

/** The scanner in WebAssembly never does without so many bytes, unless they are the last. */
export const LEAST_STEP = 80

/** A scanner that sees so many bytes at once, as if the rest were not there yet. */
export const inSteps = (scanner: Scanner, step: number): Scanner => ({
  rows: scanner.rows,
  scan: (text, from, to, isLast, origin, state) => {
    const end = Math.min(to, from + step)
    return scanner.scan(text, from, end, isLast && end === to, origin, state)
  },
})

export const SCANNERS: ReadonlyArray<readonly [name: string, scanner: Scanner]> = [
  ['JavaScript', itemScanner()],
  ['WebAssembly', await wasmScanner()],
]
