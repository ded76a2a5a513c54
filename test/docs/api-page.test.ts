/** The page of each API on the site, before it becomes HTML. */
import { decodeRecord, GLUE_APIS } from 'glue-trail'
import { describeApi } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'
import { apiPage } from '../../docs/site/api-page.js'

describe.each(GLUE_APIS)('%s', (name) => {
  const api = describeApi(name)
  if (api === undefined) throw new Error(`${name} is not described`)
  const page = apiPage(api)

  it('has an example that is JSON, is a call to the API, and matches its model', () => {
    const [, json = ''] = /^```json\n([\s\S]*?)\n```$/m.exec(page) ?? []
    const record: unknown = JSON.parse(json)
    expect(record).toMatchObject({ eventSource: 'glue.amazonaws.com', eventName: name })
    expect(decodeRecord(record)._tag).toBe('Right')
  })

  it("has every section, AWS's page and every member and value", () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([
      'requestParameters',
      'responseElements',
      'Example',
      'Resource types',
      ...api.shapes.map((shape) => shape.name),
    ])
    expect(page).toContain(`- [AWS page](${api.page})\n`)
    expect(page).toContain(`\n- access level: ${api.accessLevel ?? 'not known'}\n`)
    for (const member of [...api.request, ...api.response, ...api.shapes.flatMap(({ members }) => members)]) {
      expect(
        [`| \`${member.name}\` | `, `| [\`${member.name}\`](https://`].some((cell) => page.includes(cell)),
        member.name,
      ).toBe(true)
      for (const value of member.values ?? []) expect(page).toContain(`\`${value}\``)
    }
  })
})
