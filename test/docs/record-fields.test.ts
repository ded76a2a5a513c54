/** The page of record fields agrees with the package; `npm run generate -- --check` checks that it is up to date. */
import { describeRecord } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'
import { recordReferenceText } from '../../codegen/print/record-reference.js'
import { anchorsOf, linksOf, textOf } from './markdown.js'

const PAGE = 'docs/reference/record-fields.md'

const { records, structures, identities } = describeRecord()

describe(PAGE, () => {
  it('is what npm run generate prints', () => {
    expect(textOf(PAGE)).toBe(recordReferenceText())
  })

  it.each([...records, ...structures])('has $name with all of its members', ({ name, members }) => {
    const [, section = ''] = textOf(PAGE).split(`\n## ${name}\n`)
    const [own = ''] = section.split('\n## ')
    expect([...own.matchAll(/^\| `(\w+)` \|/gm)].map(([, member]) => member)).toEqual(members.map((member) => member.name))
    for (const { since } of members) if (since !== undefined) expect(own).toContain(`since ${since}`)
  })

  it('has the twelve identities, and an anchor for every type that a member links to', () => {
    expect(identities.filter(({ name }) => !anchorsOf(PAGE).includes(name.toLowerCase()))).toEqual([])
    expect(linksOf(PAGE).filter((link) => link.startsWith('#') && !anchorsOf(PAGE).includes(link.slice(1)))).toEqual([])
  })
})
