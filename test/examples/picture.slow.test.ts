import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { ROOT } from '../support/root.js'

it('the picture in the README matches the demo', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'examples/picture.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect([status, stderr, stdout]).toEqual([0, '', 'docs/pictures/demo.svg is up to date\n'])
})
