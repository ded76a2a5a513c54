/**
 * The same files as in `gzip.test.ts`, inflated as in a browser.
 */
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { gzipSuite } from '../support/gzip-suite.js'
import { StandardDecompressionStream } from '../support/standard-decompression.js'

vi.mock('#gunzip', () => import('../../src/source/gunzip.web.js'))

beforeAll(() => {
  vi.stubGlobal('DecompressionStream', StandardDecompressionStream)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('Files inflated by the half of the web', gzipSuite)
