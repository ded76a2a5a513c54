/**
 * The table of all APIs agrees with what the functions return.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessLevelOf, GLUE_APIS, nullResponseOf, sensitivePathsOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { resourceRowsOf } from '../../src/insight/resource-row.js'

const page = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'reference', 'apis.md'), 'utf8')
const [titles = [], , ...rows] = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.slice(2, -2).split(' | '))

/** The cells of an API by title. */
const cell = (name: string, title: string): string => rows.find(([first]) => first?.startsWith(`[${name}]`))?.[titles.indexOf(title)] ?? ''

const dash = (content: string | undefined): string => content || '-'

describe('docs/reference/apis.md', () => {
  it('has every API', () => {
    expect(rows.map(([first]) => /^\[(\w+)\]/.exec(first ?? '')?.[1])).toEqual(GLUE_APIS)
    expect(rows.filter((row) => row.length !== titles.length)).toEqual([])
  })

  it.each(GLUE_APIS)('%s', (name) => {
    expect(cell(name, 'Access level')).toBe(accessLevelOf(name))
    expect(cell(name, 'Null response')).toBe(dash(nullResponseOf(name)))
    expect(cell(name, 'Sensitive paths')).toBe(
      dash(
        sensitivePathsOf(name)
          .map((path) => `\`${path}\``)
          .join('<br>'),
      ),
    )
    const known = resourceRowsOf(name)
    const content = cell(name, 'Resources')
    if (known === 'none') expect(content).toMatch(/^none: \w/)
    else if (known === 'unnamed') expect(content).toMatch(/^not named: \w/)
    else {
      const paths = (known ?? []).flatMap((row) => [...row.paths, ...row.within.flat(), ...(row.identity ? [row.identity] : [])])
      for (const path of paths.filter(({ length }) => length > 1)) {
        expect(content).toContain(`\`${path.join('.').replaceAll('.[]', '[]').replaceAll('.{}', '{}')}\``)
      }
      expect(content.split('<br>')).toHaveLength(known?.length ?? 0)
    }
  })
})
