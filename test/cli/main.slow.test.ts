import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { COMMAND, runProcess } from '../e2e/command.js'
import { ROOT } from '../support/root.js'

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }

it('is run as one file, and says its version', () => {
  expect(runProcess(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  const content = readFileSync(COMMAND, 'utf8')
  expect(content.startsWith('#!/usr/bin/env node\n')).toBe(true)
  const required = [...content.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
  expect(required.length).toBeGreaterThan(5)
  expect(
    required.filter(
      (name) =>
        !/^(node:)?(assert|buffer|child_process|crypto|events|fs|os|worker_threads|fs\/promises|path|process|readline|stream|util|zlib)$/.test(
          name,
        ),
    ),
  ).toEqual([])
})

it('passes on the licenses of what is in it', () => {
  const content = readFileSync(join(dirname(COMMAND), 'cli.LICENSES.txt'), 'utf8')
  for (const name of ['@bomb.sh/tab', 'cli-progress', 'commander', 'io-ts', 'picocolors', 'string-width'])
    expect(content).toContain(`\n${name}\n\n`)
})

it.each([
  ['20.14.1', 1, 'glue-trail needs Node 20.15 or newer. This is v20.14.1.\n'],
  ['18.20.4', 1, 'glue-trail needs Node 20.15 or newer. This is v18.20.4.\n'],
  ['20.15.0', 0, ''],
  ['100.0.0', 0, ''],
])('says on Node %s which version it needs', (node, status, err) => {
  const set = `const set = (object, name, value) => Object.defineProperty(object, name, { value });
    set(process.versions, 'node', '${node}'); set(process, 'version', 'v${node}');
    process.argv = [process.argv[0], 'glue-trail', '--version']; require(${JSON.stringify(COMMAND)})`
  const child = spawnSync(process.execPath, ['-e', set], { encoding: 'utf8' })
  expect([child.status, child.stderr]).toEqual([status, err])
})
