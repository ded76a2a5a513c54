import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { day } from '../../../src/cli/demo/day.js'
import { writeTrail } from '../../../src/cli/demo/write-trail.js'

it('writes a file for each key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-write-'))
  await writeTrail(folder)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'))
  expect(files.toSorted()).toEqual(
    day()
      .map(({ key }) => join(...key.split('/')))
      .toSorted(),
  )
  rmSync(folder, { recursive: true })
})
