/**
 * The scan for records in WebAssembly: the bytes go through its memory a window at a time.
 *
 * @module
 */
import { SCAN_ITEMS_WASM } from '../generated/scan-items.js'
import { CAPACITY, ROW_LENGTH, type Scanner } from './item-rows.js'
import { itemScanner } from './scan-items.js'

/** The memory layout of `wasm/scan-items.ts`. */
const ROWS = 256
const WINDOW = 32_768
const WINDOW_SIZE = 65_536

/** How far the scan reads beyond the bytes it scans. */
const BEYOND = 80
const SPACE = 0x20

/** The members of WebAssembly that are used here. */
interface Platform {
  readonly WebAssembly: {
    readonly compile: (bytes: Uint8Array) => Promise<object>
    readonly Instance: new (module: object) => { readonly exports: unknown }
  }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly scan: (at: number, length: number, isLast: number, origin: number) => number
}

let fastest: Promise<Scanner> | undefined

/**
 * Returns the fastest available scanner: in JavaScript if the platform, or a policy of the page, does not allow
 * compiling WebAssembly.
 */
export function fastestScanner(): Promise<Scanner> {
  fastest ??= wasmScanner().catch(itemScanner)
  return fastest
}

/** Returns the scanner in WebAssembly. It rejects if WebAssembly is not available. */
export async function wasmScanner(): Promise<Scanner> {
  const { WebAssembly } = globalThis as unknown as Platform
  const bytes = Uint8Array.from(atob(SCAN_ITEMS_WASM), (char) => char.charCodeAt(0))
  return scannerOf(new WebAssembly.Instance(await WebAssembly.compile(bytes)).exports as Exports)
}

function scannerOf({ memory, scan }: Exports): Scanner {
  const heap = new Uint8Array(memory.buffer)
  const state = new Float64Array(memory.buffer, 0, ROWS / 8)
  /** Which bytes of which array are in the window. */
  let loaded: { readonly bytes: Uint8Array; readonly origin: number; readonly from: number; readonly to: number } | undefined

  return {
    rows: new Float64Array(memory.buffer, ROWS, CAPACITY * ROW_LENGTH),
    scan: (bytes, from, to, isLast, origin, known) => {
      let window = loaded
      const isLoaded =
        window !== undefined &&
        window.bytes === bytes &&
        window.origin === origin &&
        window.from <= from &&
        (window.to === to || (window.to < to && window.to - from >= BEYOND))
      if (window === undefined || !isLoaded) {
        window = { bytes, origin, from, to: Math.min(from + WINDOW_SIZE, to) }
        const length = window.to - from
        heap.set(bytes.subarray(from, window.to), WINDOW)
        heap.fill(SPACE, WINDOW + length, WINDOW + length + BEYOND)
        loaded = window
      }
      state.set(known)
      const start = window.from
      const end = scan(from - start, window.to - start, isLast && window.to === to ? 1 : 0, origin + start)
      known.set(state.subarray(0, known.length))
      return start + end
    },
  }
}
