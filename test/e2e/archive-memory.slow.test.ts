/** Parquet is written in bounded memory: a process writes much more than it can hold. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTrail } from '../../bench/read/trail.js'
import { temporaryFolder } from '../support/folder.js'
import { COMMAND } from './command.js'
import { residentOf } from './resident.js'

const MB = 1e6

it('writes 120 MB of Glue records with a heap of 128 MB', () => {
  const folder = temporaryFolder()
  const trail = join(folder, 'trail')
  const { glue } = writeTrail(trail, 120 * MB, 1, 7)
  const args = ['--max-old-space-size=128', COMMAND, 'decode', trail, '--format', 'parquet', '--out', join(folder, 'archive')]
  const { status, err, bytes } = residentOf(args)
  expect(status).toBe(0)
  expect(err).toContain(`${glue} matched`)
  expect(bytes).toBeGreaterThan(50 * MB)
  expect(bytes).toBeLessThan(400 * MB)
}, 120_000)
