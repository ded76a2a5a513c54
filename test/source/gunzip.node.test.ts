import { describe } from 'vitest'
import * as half from '../../src/source/gunzip.node.js'
import { halfSuite } from '../support/half-suite.js'

describe("Node's half", () => halfSuite(half))
