import { itemScanner } from '../../src/source/scan-items.js'
import { scannerSuite } from '../support/scanner-suite.js'

scannerSuite(itemScanner())
