/**
 * The same files as in `text-stream.test.ts`, inflated as in a browser.
 */
import { vi } from 'vitest'
import { TELLS_END } from '../../src/source/gunzip.web.js'
import { textStreamSuite } from '../support/text-stream-suite.js'

vi.mock('#gunzip', () => import('../../src/source/gunzip.web.js'))

textStreamSuite(TELLS_END)
