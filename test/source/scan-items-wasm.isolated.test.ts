import { afterEach, describe, expect, it, vi } from 'vitest'
import { SCAN_ITEMS_WASM } from '../../src/generated/scan-items.js'
import { COUNT, scanState } from '../../src/source/item-rows.js'
import { wasmScanner } from '../../src/source/scan-items-wasm.js'
import { utf8 } from '../support/logs.js'
import { scanned, scannerSuite } from '../support/scanner-suite.js'

scannerSuite(await wasmScanner())

it('is under 8 kB', () => {
  expect(atob(SCAN_ITEMS_WASM).length).toBeLessThan(8000)
})

it('serves several scans at once', async () => {
  const scanner = await wasmScanner()
  const chunks = ['{"a":1},{"b":2}]', '{"c":[3]},{"d":4},{"e":5}]'].map(utf8)
  const states = chunks.map(() => scanState(0x2c))
  const counts = [0, 0]
  const places = [0, 0]
  for (let length = 1; length <= 26; length++) {
    for (const [i, bytes] of chunks.entries()) {
      const to = Math.min(length, bytes.length)
      const state = states[i] as Float64Array
      places[i] = scanner.scan(bytes, places[i] ?? 0, to, to === bytes.length, 0, state)
      counts[i] = (counts[i] ?? 0) + (state[COUNT] ?? 0)
    }
  }
  expect(counts).toEqual([2, 3])
})

it('goes through bytes larger than its window', async () => {
  const record = `{"eventName":"a","pad":"${'x'.repeat(1000)}"}`
  const { rows, stop } = scanned(await wasmScanner(), `${`${record},`.repeat(999)}${record}]`)
  expect([rows.length, stop]).toEqual([1000, 'last'])
  expect(rows.filter(({ name }) => name === 'a').length).toBeGreaterThan(980)
})

describe('where WebAssembly may not be compiled', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['it is refused', { compile: () => Promise.reject(new Error('blocked by Content Security Policy')) }],
    ['there is none', undefined],
  ])('because %s, the scanner is the one in JavaScript', async (_, WebAssembly) => {
    vi.resetModules()
    vi.stubGlobal('WebAssembly', WebAssembly)
    const { fastestScanner } = await import('../../src/source/scan-items-wasm.js')
    expect(scanned(await fastestScanner(), '{"a":1},{}]').rows).toEqual([{ record: '{"a":1}' }, { record: '{}' }])
  })
})
