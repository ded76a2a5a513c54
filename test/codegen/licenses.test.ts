import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packagesInCommand } from '../../codegen/build-command.js'
import { licensesText } from '../../codegen/licenses.js'
import { ROOT } from '../support/root.js'

let folder: string
const added = (): string => join(folder, 'added')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-licenses-'))
  for (const name of ['node_modules/with', 'node_modules/@a/without', 'added']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'node_modules/with/LICENCE.md'), 'MIT, by with\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

const both = ['node_modules/with', 'node_modules/@a/without']

it('has the license of every package, its own or one that was added', () => {
  writeFileSync(join(added(), '@a+without.txt'), 'MIT, by a\n')
  expect(licensesText(folder, both, added())).toBe(
    'The command, cli.cjs and help.cjs, has code of these packages:\n\nwith\n\nMIT, by with\n\n---\n\n@a/without\n\nMIT, by a\n',
  )
})

it('fails where a package has none, or an empty one', () => {
  expect(() => licensesText(folder, both, added())).toThrow('@a/without is in the command and has no license text')
  writeFileSync(join(added(), '@a+without.txt'), ' \n')
  expect(() => licensesText(folder, both, added())).toThrow('@a/without is in the command and has no license text')
})

it('fails where one was added that is not needed', () => {
  writeFileSync(join(added(), 'with.txt'), 'MIT')
  expect(() => licensesText(folder, ['node_modules/with'], added())).toThrow('not needed in codegen/licenses: with.txt')
})

it('has the licenses of the packages in the command', async () => {
  const packages = await packagesInCommand()
  const content = licensesText(ROOT, packages)
  expect(content.split('\n---\n').length).toBe(packages.length)
  expect(content).toContain('\n@bomb.sh/tab\n')
  expect(content.match(/Permission is hereby granted|Permission to use/gi)?.length).toBe(packages.length)
})
