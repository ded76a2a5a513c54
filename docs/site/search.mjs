/**
 * The index of the site's search: pages with their sections, and names with their comments. `site.js` ranks its rows.
 * typedoc's own index has names only, or takes 20 MB with everything in it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { IndexEvent, ReflectionKind } from 'typedoc'

/** How much a row counts, by the folder or kind of its page. */
const WEIGHTS = { Guides: 4, APIs: 3, Reference: 2.5, 'Record fields': 1.5, Explanation: 2, Decisions: 1, Project: 0.8 }
const SYMBOL = 1
const MEMBER = 0.4

const SYMBOLS =
  ReflectionKind.Interface | ReflectionKind.TypeAlias | ReflectionKind.Variable | ReflectionKind.Function | ReflectionKind.Module

/** @param {import('typedoc').Application} app */
export function load(app) {
  let reflections = []
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    reflections = event.searchResults
    // typedoc's index stays empty: it is replaced below.
    event.searchResults = []
  })
  app.renderer.postRenderAsyncJobs.push(async ({ outputDirectory }) => {
    const file = join(outputDirectory, 'assets', 'search.js')
    const [, packed = ''] = /"(.*)"/s.exec(readFileSync(file, 'utf8')) ?? []
    const { index } = JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString())
    // A codec and its type have one name and one row.
    const rows = [
      ...new Map(
        reflections.flatMap((reflection) => rowsOf(reflection, app.renderer.router)).map((row) => [`${row.parent} ${row.name}`, row]),
      ).values(),
    ]
    const data = deflateSync(JSON.stringify({ index, rows }), { level: 9 }).toString('base64')
    writeFileSync(file, `window.searchData = "${data}";`)
  })
}

/** A row: what is shown, its address, its weight, and the words that are searched besides the name. */
function rowsOf(reflection, router) {
  const url = router.getFullUrl(reflection)
  if (reflection.isDocument()) return documentRows(reflection, url)
  const weight = reflection.kindOf(SYMBOLS) ? SYMBOL : MEMBER
  const text = (reflection.comment ?? reflection.signatures?.[0]?.comment)?.summary.map((part) => part.text).join('') ?? ''
  if (weight === MEMBER && text === '') return []
  return [{ kind: reflection.kind, name: reflection.name, parent: parentOf(reflection), url, weight, text: plain(text).slice(0, 300) }]
}

/**
 * The page itself, and each of its sections. Pages of APIs and fields are made of tables: their first lines are enough.
 */
function documentRows(document, url) {
  const { kind, frontmatter, name } = document
  const folder = document.parent?.name ?? name
  const weight = WEIGHTS[folder] ?? WEIGHTS[name] ?? 1
  const [first = '', ...sections] = document.content
    .map(({ text }) => text)
    .join('')
    .split(/\n(?=## )/)
  const page = { kind, name, parent: folder === name ? undefined : folder, url, weight, text: plain(first.replace(/^# .*$/m, '')) }
  if (frontmatter.kind !== undefined) return [{ ...page, text: page.text.slice(0, 400) }]
  const rows = sections.map((section) => {
    const [title = ''] = section.split('\n', 1)
    const heading = title.slice(3).replaceAll('`', '')
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\s-]/gu, '')
      .trim()
      .replace(/[\s-]+/g, '-')
    return { kind, name: heading, parent: name, url: `${url}#${anchor}`, weight: weight * 0.9, text: plain(section.slice(title.length)) }
  })
  return [page, ...rows]
}

const parentOf = ({ parent }) => (parent === undefined || parent.isProject() ? undefined : parent.getFullName())

/** Prose and code without the marks of Markdown. */
const plain = (content) =>
  content
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/[`*|#>[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
