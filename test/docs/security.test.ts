/** What the pages on security promise is held by tests, which they link. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, textOf } from './markdown.js'

const TEST = /\]\(([^()\s]*\btest\/[^()\s]+\.ts)\)/g

/** Returns the tests that a part of a page links, by their path from the root. */
const testsIn = (page: string, part: string): ReadonlyArray<string> =>
  [...part.matchAll(TEST)].map(([, link = '']) => normalize(join(dirname(page), link)))

/** Lines about what no code can do. */
const PROMISE_NOTHING = ['**Time.**', '**Missing records.**']

const PROMISES: ReadonlyArray<readonly [string, string]> = [
  ...textOf('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((row) => ['SECURITY.md', row] as const),
  ...textOf('SECURITY.md')
    .split('\n## ')
    .slice(2)
    .flatMap((section) => section.split(/\n(?:- |\n)/).slice(1))
    .filter((line) => !PROMISE_NOTHING.some((beginning) => line.startsWith(beginning)))
    .map((line) => ['SECURITY.md', line] as const),
  ...textOf('docs/explanation/security.md')
    .split('\n## ')
    .slice(1)
    .map((section) => ['docs/explanation/security.md', section] as const),
]

describe('what is held', () => {
  it('is in rows and sections', () => {
    expect(PROMISES.length).toBe(38)
  })

  it.each(PROMISES.map(([page, part]) => [part.slice(0, 60).trim(), page, part] as const))('%s: by tests', (_, page, part) => {
    const tests = testsIn(page, part)
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})
