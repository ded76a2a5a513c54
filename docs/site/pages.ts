/**
 * Writes the pages of the site that are made from data, as Markdown: one for each API, one for each field of the record, and the pages that lead
 * to them and to what is written by hand. typedoc makes HTML of them: `npm run docs`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeApi, describeRecord } from '../../src/describe/index.js'
import { GLUE_APIS } from '../../src/index.js'
import { apiIndex } from './api-index.js'
import { apiPage } from './api-page.js'
import { recordPages } from './record-pages.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where typedoc is told to look for them: see `projectDocuments` in `typedoc.json`. */
const OUT = join(ROOT, '.cache', 'site')

/** Folders of pages written by hand, and what the page says that leads to them. */
const FOLDERS = [
  { file: '1-guides', title: 'Guides', folder: 'docs/guide', says: 'One question each, from the first record to a service that stands.' },
  { file: '4-reference', title: 'Reference', folder: 'docs/reference', says: 'What there is, to be looked up.' },
  { file: '5-explanation', title: 'Explanation', folder: 'docs/explanation', says: 'How things are, and why.' },
  { file: '6-decisions', title: 'Decisions', folder: 'docs/decisions', says: 'What a maintainer may question, and what was weighed.' },
]

/** The list of a folder's pages, for those who read them where they are written. */
const LIST = 'README.md'

const PROJECT = ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']

/** A page that leads to others; its children are below it in the navigation. */
interface Parent {
  readonly title: string
  readonly text: string
  /** Files by title, as seen from the folder of all pages. */
  readonly children: ReadonlyArray<readonly [title: string, file: string]>
}

function write(file: string, text: string): void {
  const path = join(OUT, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${text}\n`)
}

/** typedoc reads the order of children and their titles from front matter. */
function writeParent(file: string, { title, text, children }: Parent): void {
  const items = children.map((words) => `  ${words.map((word) => JSON.stringify(word)).join(': ')}`)
  write(file, ['---', `title: ${title}`, 'children:', ...items, '---', `# ${title}`, '', text].join('\n'))
}

/** A page written by hand, by its title, which is its first line. */
function handWritten(path: string): { readonly title: string; readonly file: string; readonly first: string } {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const title = /^# (.+)$/m.exec(text)?.[1]
  if (title === undefined) throw new Error(`${path} has no title`)
  const paragraph = text
    .slice(text.indexOf(`# ${title}`) + title.length + 2)
    .split('\n\n')
    .map((part) => part.trim().replaceAll('\n', ' '))
    .find((part) => /^[^#<|`>-]/.test(part))
  return { title: title.replaceAll('`', ''), file: relative(OUT, join(ROOT, path)), first: firstSentence(paragraph ?? '') }
}

/** Links are taken out of it, as they are relative to its own page. */
function firstSentence(paragraph: string): string {
  const sentence = /^.*?\.(?= |$)/.exec(paragraph.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1'))?.[0] ?? ''
  return sentence.split('`').length % 2 === 1 ? sentence : ''
}

/** Pages in the order of the folder's own list, which comes first itself, where there is one; what that leaves out comes last. */
function inOrder(folder: string, paths: ReadonlyArray<string>): ReadonlyArray<string> {
  const list = join(ROOT, folder, LIST)
  if (!existsSync(list)) return paths
  const listed = [...readFileSync(list, 'utf8').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => `${folder}/${name}`)
  return [...new Set([`${folder}/${LIST}`, ...listed, ...paths])]
}

function writeFolder(file: string, title: string, says: string, paths: ReadonlyArray<string>): void {
  const pages = paths.map(handWritten)
  const lines = pages.map((page) => `- [${page.title}](${page.file})${page.first === '' ? '' : `: ${page.first}`}`)
  writeParent(`${file}.md`, { title, text: [says, '', ...lines].join('\n'), children: pages.map((page) => [page.title, page.file]) })
}

rmSync(OUT, { recursive: true, force: true })

for (const { file, title, folder, says } of FOLDERS) {
  const names = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)
  if (paths.length > 0) writeFolder(file, title, says, inOrder(folder, paths.sort()))
}
writeFolder('7-project', 'Project', 'How it changes, and how to take part.', PROJECT)

const apis = GLUE_APIS.flatMap((name) => describeApi(name) ?? [])
for (const api of apis) write(`apis/${api.name}.md`, apiPage(api))
writeParent('2-apis.md', { ...apiIndex(apis), children: apis.map(({ name }) => [name, `apis/${name}.md`]) })

const record = recordPages(describeRecord())
for (const { file, text } of record.pages) write(file, text)
writeParent('3-record.md', { ...record.index, children: record.pages.map(({ title, file }) => [title, file]) })
