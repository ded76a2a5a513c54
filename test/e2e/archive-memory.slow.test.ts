/** Parquet is written in bounded memory: a process with little of it writes much more than it may hold. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTrail } from '../../bench/read/trail.js'
import { temporaryFolder } from '../support/folder.js'
import { COMMAND } from './command.js'

/** Says at the end what the process had resident at most, in kilobytes. */
const SAY_MEMORY = "data:text/javascript,process.on('exit', () => console.error('resident', process.resourceUsage().maxRSS))"

const MB = 1e6

it('writes 120 MB of records of Glue with 128 MB of heap', () => {
  const folder = temporaryFolder()
  const trail = join(folder, 'trail')
  const { glue } = writeTrail(trail, 120 * MB, 1, 7)
  const args = [
    '--max-old-space-size=128',
    '--import',
    SAY_MEMORY,
    COMMAND,
    'decode',
    trail,
    '--format',
    'parquet',
    '--out',
    join(folder, 'archive'),
  ]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stderr).toContain(`${glue} matched`)
  const resident = Number(/resident (\d+)/.exec(stderr)?.[1]) * 1024
  expect(resident).toBeGreaterThan(50 * MB)
  expect(resident).toBeLessThan(400 * MB)
}, 120_000)
