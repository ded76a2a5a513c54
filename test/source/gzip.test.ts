import { describe } from 'vitest'
import { gzipSuite } from '../support/gzip-suite.js'

describe("Files inflated by Node's half", gzipSuite)
