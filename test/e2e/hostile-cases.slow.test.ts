/**
 * Files made to break the output: every format of the command ends, with lines that fit and a bounded number of them.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { widthOf } from '../../src/cli/width.js'
import { runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

/** It is about the memory of reading, and has tests of its own. */
const OF_READING = 'tiny-values-16MiB.json.gz'

describeShared('hostile cases', () => {
  const folder = sharedPath('cases/hostile')
  const files = readdirSync(folder).filter((name) => /\.json(\.gz)?$/.test(name) && name !== OF_READING)

  it('are there', () => {
    expect(files.length).toBeGreaterThan(8)
  })

  it.each(files)('%s', async (name) => {
    const path = join(folder, name)
    for (const args of [
      ['decode', path, '--source', '*', '--format', 'table'],
      ['decode', path, '--source', '*', '--format', 'csv', '--columns', 'time,actor,api,resource,issues'],
      ['decode', path, '--source', '*', '--format', 'ndjson', '--fail-on', 'nonconforming'],
      ['summary', path, '--source', '*'],
      ['history', 'sales.orders', path, '--format', 'table'],
    ]) {
      const { status, out, err } = await runCommand(args, { env: { COLUMNS: '80' } })
      expect([0, 1], args.join(' ')).toContain(status)
      expect(err.split('\n').length).toBeLessThan(110)
      if (args.includes('csv') || args.includes('ndjson')) continue
      for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80)
    }
  })
})
