/** The page of an API: what `formatApi` says, an example, what it acts on, and where its types are. */
import { readFileSync } from 'node:fs'
import { type ApiDescription, formatApi } from '../../src/describe/index.js'
import { exampleOf } from '../../src/example/index.js'
import type { GlueEventName } from '../../src/index.js'

/** Lists of more values than this are folded. */
const MANY = 12

/** Front matter by which the plugin sorts the page into the navigation and the search. */
const frontMatter = ({ name, topic }: ApiDescription): string => `---\ntitle: ${name}\ncategory: ${topic}\nkind: api\n---`

export function apiPage(api: ApiDescription): string {
  const { name } = api
  const [head = '', resourceTypes = '', request = '', response = '', ...shapes] = formatApi(api, 'markdown').split('\n\n## ')
  const [title = '', facts = ''] = head.split('\n\n')
  const links = (kind: string): string =>
    ['Event', 'RequestParameters', 'ResponseElements']
      .map((part) => `{@link "glue-trail".${name}${part}${kind} | ${name}${part}}`)
      .join(', ')
  const sections = [
    request,
    response,
    `Example\n\nMade by \`exampleOf('${name}')\` of \`glue-trail/example\`: no real account, nothing real.\n\n\`\`\`json\n${JSON.stringify(exampleOf(name as GlueEventName), undefined, 2)}\n\`\`\``,
    resourceTypes,
    ...shapes,
  ]
  return [
    frontMatter(api),
    title,
    `- in words: ${wordsOf(name)}\n${facts}\n- types: ${links('')}\n- codecs: ${links(':var')}\n${listed('acts on', cellOf(name, RESOURCES))}\n${listed('sensitive', cellOf(name, SENSITIVE))}`,
    ...sections.map((section) => `## ${folded(section)}`),
  ].join('\n\n')
}

/** A long list of values is opened by who wants it. */
function folded(section: string): string {
  return section.replace(/One of (`[^|]*`); open to others\./g, (sentence, list: string) => {
    const values = list.split(', ')
    return values.length <= MANY ? sentence : `<details><summary>One of ${values.length} values; open to others</summary>${list}</details>`
  })
}

const WORDS = 1
const RESOURCES = 3
const SENSITIVE = 4

/** The rows of the table of all APIs, which the generator writes. */
const rows = new Map(
  readFileSync(new URL('../reference/apis.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => line.slice(2, -2).split(' | '))
    .map((cells) => [/^\[(\w+)\]/.exec(cells[0] ?? '')?.[1] ?? '', cells] as const),
)

function cellOf(name: string, column: number): string {
  const cell = rows.get(name)?.[column]
  if (cell === undefined) throw new Error(`docs/reference/apis.md has no row of ${name}`)
  return cell
}

/** What a cell lists, one a line where it is more than one. */
function listed(what: string, cell: string): string {
  if (cell === '-') return `- ${what}: nothing, as far as its model says`
  const [first = '', ...rest] = cell.split('<br>')
  return rest.length === 0 ? `- ${what}: ${first}` : [`- ${what}:`, ...[first, ...rest].map((item) => `  - ${item}`)].join('\n')
}

/** What a call does, in a few words. */
export const wordsOf = (name: string): string => cellOf(name, WORDS)
