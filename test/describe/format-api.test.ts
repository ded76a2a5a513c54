import { type ApiDescription, describeApi, formatApi } from 'glue-trail/describe'
import { describe, expect, it } from 'vitest'
import { GLUE_APIS } from '../../src/index.js'

const described = (name: string): ApiDescription => {
  const description = describeApi(name)
  if (description === undefined) throw new Error(`${name} is not described`)
  return description
}

describe('formatApi', () => {
  it('prints DeleteCrawler', () => {
    expect(formatApi(described('DeleteCrawler'), 'text')).toBe(`DeleteCrawler

  topic         crawlers
  access level  Write
  response      null or empty: the API returns nothing
  AWS page      https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteCrawler.html

Resource types
  crawler  arn:{Partition}:glue:{Region}:{Account}:crawler/{CrawlerName}, required in policies

requestParameters
  name  string, required by the API

responseElements
  No members.`)
  })

  it('is this Markdown for DeleteCrawler', () => {
    expect(formatApi(described('DeleteCrawler'), 'markdown')).toBe(`# DeleteCrawler

- topic: crawlers
- access level: Write
- response: null or empty: the API returns nothing
- [AWS page](https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteCrawler.html)

## Resource types

| Name | Type | Notes |
| --- | --- | --- |
| \`crawler\` | \`arn:{Partition}:glue:{Region}:{Account}:crawler/{CrawlerName}\` | required in policies |

## requestParameters

| Name | Type | Notes |
| --- | --- | --- |
| \`name\` | \`string\` | required by the API |

## responseElements

No members.`)
  })

  it('says what is sensitive, deprecated and beyond the model, and lists values within the width', () => {
    const run = formatApi(described('StartJobRun'), 'text', { width: 72 })
    expect(run).toContain('  arguments                   map of string, sensitive\n')
    expect(run).toContain('  allocatedCapacity           number, deprecated\n')
    expect(run).toContain(`
  workerType                  WorkerType. One of G.025X, G.12X, G.16X,
                              G.1X, G.2X, G.4X, G.8X, R.1X, R.2X, R.4X,
                              R.8X, Standard, Z.2X; open to others.
`)
    expect(formatApi(described('UpdateTable'), 'text')).toContain('  isRowFilteringEnabled  any JSON, in no API model\n')
  })

  it.each([
    ['GetTable', 'null in CloudTrail, as AWS documents'],
    ['CreateConnection', 'null in CloudTrail, as a public record shows'],
    ['DeleteTable', 'null or empty: the API returns nothing'],
    ['GetTags', 'probably null: for most calls that read, CloudTrail logs none'],
    ['StartJobRun', 'to be expected where the call succeeds'],
  ])('says of the response of %s: %s', (name, said) => {
    expect(formatApi(described(name), 'text')).toContain(`\n  response      ${said}\n`)
  })

  it.each([
    ['ListJobs', 'None: policies name no resource.'],
    ['GetGlossary', 'Not known: IAM has no action of this name.'],
  ])('says of the resource types of %s: %s', (name, said) => {
    expect(formatApi(described(name), 'text')).toContain(`\nResource types\n  ${said}\n`)
    expect(formatApi(described(name), 'markdown')).toContain(`\n\n## Resource types\n\n${said}\n\n`)
  })

  it.each([40, 80, 100, 200])('fits %d columns but for words that do not, for every API', (width) => {
    for (const name of GLUE_APIS) {
      const long = formatApi(described(name), 'text', { width })
        .split('\n')
        .filter((line) => line.length > width)
      expect(long.filter((line) => line.trim().split(/ {2,}/).at(-1)?.includes(' '))).toEqual([])
    }
  })

  it('links every shape to a section that is there', () => {
    for (const name of GLUE_APIS) {
      const content = formatApi(described(name), 'markdown')
      const sections = new Set([...content.matchAll(/^## (.+)$/gm)].map(([, title]) => title?.toLowerCase()))
      const links = [...content.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target)
      expect(links.filter((target) => !sections.has(target))).toEqual([])
    }
  })
})
