/**
 * The same files as in `gzip.test.ts`, inflated as in a browser.
 */
import { vi } from 'vitest'
import { textStreamSuite } from '../support/text-stream-suite.js'

vi.mock('#gunzip', () => import('../../src/source/gunzip.web.js'))

textStreamSuite()
