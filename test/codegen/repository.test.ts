import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withRepository } from '../../codegen/repository.js'
import { linksOf } from '../docs/markdown.js'
import { ROOT } from '../support/root.js'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

it('sets repository, homepage and bugs from one address, and changes nothing else', () => {
  const address = 'https://github.com/someone/glue-trail'
  const set = withRepository(manifest, address)
  expect(set).toEqual({
    ...manifest,
    repository: { type: 'git', url: `git+${address}.git` },
    homepage: `${address}#readme`,
    bugs: `${address}/issues`,
  })
  expect(withRepository(set, address)).toEqual(set)
  expect(JSON.stringify(withRepository(set, address))).toBe(JSON.stringify(set))
})

it('refuses other addresses', () => {
  for (const address of ['', 'github.com/a/b', 'https://github.com/a', 'https://example.org/a/b'])
    expect(() => withRepository(manifest, address)).toThrow('expected an address')
})

it('the README links to what is in the package', () => {
  const packed: ReadonlyArray<string> = [...manifest.files, 'LICENSE', 'README.md']
  const links = linksOf('README.md').filter((link) => !link.startsWith('https://') && !link.startsWith('#'))
  expect(links.length).toBeGreaterThan(10)
  expect(
    links.filter((link) => !packed.some((path) => link === path || link.startsWith(`${path}/`) || link.startsWith(`${path}#`))),
  ).toEqual([])
})
