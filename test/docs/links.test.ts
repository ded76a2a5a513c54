/** Links between the project's pages lead to existing files and headings. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf, linksOf, PAGES, ROOT } from './markdown.js'

/** Returns the links of a page within the project that lead nowhere. */
function broken(page: string): ReadonlyArray<string> {
  return linksOf(page).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : normalize(join(dirname(page), path))
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && !(PAGES.includes(target) && anchorsOf(target).includes(anchor))
  })
}

describe('pages', () => {
  it('are found', () => {
    expect(PAGES).toContain('README.md')
    expect(PAGES).toContain('docs/guide/README.md')
    expect(PAGES.filter((page) => page.includes('node_modules'))).toEqual([])
  })

  it.each(PAGES)('%s links to existing files and headings', (page) => {
    expect(broken(page)).toEqual([])
  })

  it('link to other sites by https only', () => {
    const others = PAGES.flatMap(linksOf).filter((link) => /^[a-z]+:/.test(link))
    expect(others.length).toBeGreaterThan(300)
    expect(others.filter((link) => !link.startsWith('https://'))).toEqual([])
  })
})

describe('the guide', () => {
  const guide = PAGES.filter((page) => page.startsWith('docs/guide/') && page !== 'docs/guide/README.md')

  it('lists each page once on its front page', () => {
    const listed = linksOf('docs/guide/README.md').filter((link) => /^[a-z0-9-]+\.md$/.test(link))
    expect(listed.map((link) => `docs/guide/${link}`).toSorted()).toEqual(guide)
  })

  it.each(guide)('%s leads back to the front page', (page) => {
    expect(linksOf(page)).toContain('README.md')
  })
})

describe('headings', () => {
  it('have the anchors that GitHub generates', () => {
    expect(anchorsOf('docs/reference/issue-codes.md')).toContain('issues-of-a-file')
    expect(anchorsOf('docs/reference/command.md')).toContain('the-command-glue-trail')
  })
})
