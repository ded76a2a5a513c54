/**
 * `npm run generate -- --check` as a contributor runs it: silent on a clean tree, and naming the command on a stale one.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const snapshot = join(root, 'model', 'glue.snapshot.txt')

const check = () => spawnSync(process.execPath, ['--import', 'tsx', 'codegen/main.ts', '--check'], { cwd: root, encoding: 'utf8' })

it('finds the tree current, then stale, naming the command', () => {
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('Generated code is current: 314 APIs') })
  const text = readFileSync(snapshot, 'utf8')
  try {
    writeFileSync(snapshot, `${text}api Extra Write\n`)
    const stale = check()
    expect(stale.status).toBe(1)
    expect(stale.stderr).toContain('Generated code is not current (1 files, the first: model/glue.snapshot.txt). Run: npm run generate')
  } finally {
    writeFileSync(snapshot, text)
  }
})
