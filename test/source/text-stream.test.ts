import { TELLS_END } from '../../src/source/gunzip.node.js'
import { textStreamSuite } from '../support/text-stream-suite.js'

textStreamSuite(TELLS_END)
