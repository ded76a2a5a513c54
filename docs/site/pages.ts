/**
 * Generates Markdown pages of the site: the start page, one for each API, one for each field of the record, and the
 * pages that list these and the hand-written ones. typedoc renders them: `npm run docs`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeApi, describeRecord, describeShape } from '../../src/describe/index.js'
import { GLUE_APIS } from '../../src/index.js'
import { jsonSchemaOf } from '../../src/schema/index.js'
import { apiIndex } from './api-index.js'
import { apiPage } from './api-page.js'
import { MEMBER_COUNT } from './aws-links.js'
import { recordPages } from './record-pages.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where typedoc finds them: see `projectDocuments` and `readme` in `typedoc.json`. */
const OUT = join(ROOT, '.cache', 'site')

/** Folders of hand-written pages, and the introduction of the page that lists them. */
const FOLDERS = [
  { file: '1-guides', title: 'Guides', folder: 'docs/guide', intro: 'Each page answers one question.' },
  {
    file: '4-reference',
    title: 'Reference',
    folder: 'docs/reference',
    intro: 'The command, codes, columns and facts, for looking things up.',
  },
  { file: '5-explanation', title: 'Explanation', folder: 'docs/explanation', intro: 'How it works and what it costs.' },
  { file: '6-decisions', title: 'Decisions', folder: 'docs/decisions', intro: 'Why it is built this way, and what was considered.' },
]

/** A folder's own list of its pages. */
const LIST = 'README.md'

const PROJECT = ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']

/** A page that lists others, which are below it in the navigation. */
interface Parent {
  readonly title: string
  readonly text: string
  /** Files by title, relative to the folder of all pages. */
  readonly children: ReadonlyArray<readonly [title: string, file: string]>
}

function write(file: string, content: string): void {
  const path = join(OUT, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${content}\n`)
}

/** Writes a parent page; typedoc reads its children and their titles from front matter. */
function writeParent(file: string, { title, text: content, children }: Parent): void {
  const items = children.map((words) => `  ${words.map((word) => JSON.stringify(word)).join(': ')}`)
  write(file, ['---', `title: ${title}`, 'children:', ...items, '---', `# ${title}`, '', content].join('\n'))
}

/** Reads a hand-written page; its first heading is its title. */
function handWritten(path: string): { readonly title: string; readonly file: string; readonly first: string } {
  const content = readFileSync(join(ROOT, path), 'utf8')
  const title = /^# (.+)$/m.exec(content)?.[1]
  if (title === undefined) throw new Error(`${path} has no title`)
  const paragraph = content
    .slice(content.indexOf(`# ${title}`) + title.length + 2)
    .split('\n\n')
    .map((part) => part.trim().replaceAll('\n', ' '))
    .find((part) => /^[^#<|`>-]/.test(part) && !part.startsWith('[Guides]('))
  return { title: title.replaceAll('`', ''), file: relative(OUT, join(ROOT, path)), first: firstSentence(paragraph ?? '') }
}

/** Returns the first sentence, without links, which are relative to another page. */
function firstSentence(paragraph: string): string {
  const sentence = /^.*?\.(?= |$)/.exec(paragraph.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1'))?.[0] ?? ''
  return sentence.split('`').length % 2 === 1 ? sentence : ''
}

/** Sorts pages by the folder's own list, if it has one; the list comes first, and pages that are not in it last. */
function sorted(folder: string, paths: ReadonlyArray<string>): ReadonlyArray<string> {
  const list = join(ROOT, folder, LIST)
  if (!existsSync(list)) return paths
  const listed = [...readFileSync(list, 'utf8').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => `${folder}/${name}`)
  return [...new Set([`${folder}/${LIST}`, ...listed, ...paths])]
}

function writeFolder(file: string, title: string, intro: string, paths: ReadonlyArray<string>): void {
  const pages = paths.map(handWritten)
  const lines = pages
    .filter(({ file }) => !file.endsWith(LIST))
    .map((page) => `- [${page.title}](${page.file})${page.first === '' ? '' : `: ${page.first}`}`)
  writeParent(`${file}.md`, { title, text: [intro, '', ...lines].join('\n'), children: pages.map((page) => [page.title, page.file]) })
}

rmSync(OUT, { recursive: true, force: true })

for (const { file, title, folder, intro } of FOLDERS) {
  const names = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)
  if (paths.length > 0) writeFolder(file, title, intro, sorted(folder, paths.sort()))
}
writeFolder('7-project', 'Project', 'Changes, contributing and security.', PROJECT)

const apis = GLUE_APIS.flatMap((name) => describeApi(name) ?? [])
for (const api of apis) write(`apis/${api.name}.md`, apiPage(api))
for (const name of GLUE_APIS) {
  const schema = jsonSchemaOf(name, { describe: describeShape })
  if (schema._tag === 'Right') write(`schemas/${name}.json`, JSON.stringify(schema.right, undefined, 1))
}
writeParent('2-apis.md', { ...apiIndex(apis), children: apis.map(({ name }) => [name, `apis/${name}.md`]) })

const record = recordPages(describeRecord())
for (const { file, text: content } of record.pages) write(file, content)
writeParent('3-record.md', { ...record.index, children: record.pages.map(({ title, file }) => [title, file]) })

/** The start page: the top of the README, up to its first section, then three ways in. */
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const top = readme.slice(0, readme.indexOf('\n## ')).replace(/\]\((?!https?:)/g, '](../../')
const guides = readdirSync(join(ROOT, 'docs/guide')).filter((name) => name.endsWith('.md') && name !== LIST).length
write(
  'start.md',
  `${top}
<div class="site-ways">
<div>

**[Guides](1-guides.md)**

${guides} pages, one question each. Begin with [getting started](../../docs/guide/getting-started.md).

</div>
<div>

**[APIs](2-apis.md)**

${apis.length} APIs with ${MEMBER_COUNT.toLocaleString('en')} members: request, response, what is sensitive, an example record.

</div>
<div>

**[Reference](4-reference.md)**

The [command](../../docs/reference/command.md), [record fields](3-record.md), [issue codes](../../docs/reference/issue-codes.md), and [facts](../../docs/reference/facts.md).

</div>
</div>`,
)
