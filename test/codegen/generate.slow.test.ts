/**
 * `npm run generate -- --check` as a contributor runs it: it finds a copy of the project current, then stale, and names
 * the command.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { GLUE_APIS } from '../../src/generated/registry.js'
import { temporaryFolder } from '../support/folder.js'
import { ROOT } from '../support/root.js'

const PRINTED = ['src/generated', 'docs/reference/apis.md', 'docs/reference/record-fields.md', 'model/glue.snapshot.txt']

it('finds what is printed current, then stale, and names the command', () => {
  const copy = temporaryFolder()
  for (const path of PRINTED) cpSync(join(ROOT, path), join(copy, path), { recursive: true })
  const check = () =>
    spawnSync(process.execPath, ['--import', 'tsx', 'codegen/main.ts', '--check', '--against', copy], { cwd: ROOT, encoding: 'utf8' })
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining(`Generated code is current: ${GLUE_APIS.length} APIs`) })
  appendFileSync(join(copy, 'docs/reference/apis.md'), 'another line\n')
  const stale = check()
  expect(stale.status).toBe(1)
  expect(stale.stderr).toContain('Generated code is not current (1 files, the first: docs/reference/apis.md). Run: npm run generate')
})
