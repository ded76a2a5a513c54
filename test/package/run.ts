/**
 * The package as its users get it: packed, inspected, installed in empty projects, compiled against and run.
 * `npm run test:package`.
 *
 * @module
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkCommand } from './bin.js'
import { checkBundlers } from './bundlers.js'
import { checkConsumer, checkLowestPeers, install } from './consumer.js'
import { ensureBuilt } from './fresh-build.js'
import { checkByLinters } from './linters.js'
import { checkLoading } from './loading.js'
import { newReport } from './report.js'
import { checkBill } from './sbom.js'
import { checkSourceMaps } from './source-maps.js'
import { checkTarball, checkText, pack } from './tarball.js'

ensureBuilt()

const { check, tally } = newReport()
// Node reports the real paths of the files that it loads.
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'glue-trail-package-')))
try {
  const tarball = pack(join(temporary, 'packed'))
  const highest = join(temporary, 'highest')
  const lowest = join(temporary, 'lowest')
  install(highest, tarball, 'highest')
  install(lowest, tarball, 'lowest')

  await checkTarball(check, tarball, temporary)
  await checkText(check, join(highest, 'node_modules', 'glue-trail'))
  await checkSourceMaps(check, join(highest, 'node_modules', 'glue-trail', 'dist'))
  await checkByLinters(check, tarball)
  await checkBill(check)
  await checkConsumer(check, highest)
  await checkLowestPeers(check, lowest)
  await checkLoading(check, highest, temporary)
  await checkBundlers(check, highest)
  await checkCommand(check, highest)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1
