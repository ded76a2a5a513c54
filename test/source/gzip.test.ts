import { describe } from 'vitest'
import { gzipSuite } from '../support/gzip-suite.js'
import { textStreamSuite } from '../support/text-stream-suite.js'

describe("Files inflated by Node's half", gzipSuite)
describe("Files inflated by Node's half as they come", () => textStreamSuite())
