/** Writes the page of an API: its description by `formatApi`, an example, its resources, and links to its types. */
import { readFileSync } from 'node:fs'
import { type ApiDescription, formatApi } from '../../src/describe/index.js'
import { exampleOf } from '../../src/example/index.js'
import type { GlueEventName } from '../../src/index.js'
import { memberPage } from './aws-links.js'

/** Longer lists of values are collapsed. */
const MANY = 12

/** Front matter that the plugin uses for the navigation and the search. */
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
    `Example\n\nFrom \`exampleOf('${name}')\` of \`glue-trail/example\`. Accounts, names and addresses are invented.\n\n\`\`\`json\n${JSON.stringify(exampleOf(name as GlueEventName), undefined, 2)}\n\`\`\``,
    resourceTypes,
    ...shapes,
  ]
  return [
    frontMatter(api),
    title,
    `- in words: ${wordsOf(name)}\n${facts}\n- types: ${links('')}\n- codecs: ${links(':var')}\n- JSON Schema: [${name}.json](../schemas/${name}.json)\n${listed('acts on', cellOf(name, RESOURCES))}\n${listed('sensitive', cellOf(name, SENSITIVE))}`,
    ...sections.map((section) => `## ${folded(linked(name, section))}`),
  ].join('\n\n')
}

/** Links each member to AWS's description, and moves the values of enums next to the type. */
function linked(api: string, section: string): string {
  const [title = ''] = section.split('\n', 1)
  const [heads = [], rule, ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
  if (rule === undefined || heads[0] !== 'Name') return section
  const meaning = heads.indexOf('Meaning')
  const table = [heads, rule, ...rows].map((cells, i) => {
    const [name = '', type = '', ...rest] = cells.filter((_, column) => column !== meaning)
    const page = memberPage(api, title, name.replaceAll('`', ''))
    const values = i < 2 ? undefined : cells[meaning]
    return `| ${[page === undefined ? name : `[${name}](${page})`, values ? `${type}<br>${values}` : type, ...rest].join(' | ')} |`
  })
  return [...section.split('\n').filter((line) => !line.startsWith('|')), ...table].join('\n')
}

/** Splits a row of a table at its unescaped bars. */
const cellsOf = (line: string): ReadonlyArray<string> =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

/** Collapses long lists of values. */
function folded(section: string): string {
  return section.replace(/One of (`[^|]*`); open to others\./g, (sentence, list: string) => {
    const values = list.split(', ')
    return values.length <= MANY ? sentence : `<details><summary>One of ${values.length} values; open to others</summary>${list}</details>`
  })
}

const WORDS = 1
const RESOURCES = 3
const SENSITIVE = 4

/** The rows of the generated table of all APIs. */
const rows = new Map(
  readFileSync(new URL('../reference/apis.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => line.slice(2, -2).split(' | '))
    .map((cells) => [/^\[(\w+)\]/.exec(cells[0] ?? '')?.[1] ?? '', cells] as const),
)

function cellOf(name: string, column: number): string {
  const cell = rows.get(name)?.[column]
  if (cell === undefined) throw new Error(`docs/reference/apis.md has no row for ${name}`)
  return cell
}

/** Formats the items of a cell, one per line if there are several. */
function listed(what: string, cell: string): string {
  if (cell === '-') return `- ${what}: nothing in its model`
  const [first = '', ...rest] = cell.split('<br>')
  return rest.length === 0 ? `- ${what}: ${first}` : [`- ${what}:`, ...[first, ...rest].map((item) => `  - ${item}`)].join('\n')
}

/** Returns what a call does, in a few words. */
export const wordsOf = (name: string): string => cellOf(name, WORDS)
