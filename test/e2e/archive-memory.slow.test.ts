/** Parquet is written in bounded memory: a process writes much more than it can hold. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTrail } from '../../bench/read/trail.js'
import { temporaryFolder } from '../support/folder.js'
import { COMMAND } from './command.js'

/** Prints the largest resident set size of the process at its end, in kilobytes. */
const SAY_MEMORY = "data:text/javascript,process.on('exit', () => console.error('resident', process.resourceUsage().maxRSS))"

const MB = 1e6

it('writes 120 MB of Glue records with a heap of 128 MB', () => {
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
