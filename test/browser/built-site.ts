/** Builds the site with `npm run docs` in a temporary folder, and reads its pages. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { Parser } from 'htmlparser2'

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A page: the ids that links can lead to, its links, and what a browser loads with it. */
export interface SitePage {
  readonly ids: ReadonlySet<string>
  readonly links: ReadonlyArray<string>
  readonly loads: ReadonlyArray<string>
}

export interface Site {
  readonly folder: string
  /** By address from the folder, with forward slashes. */
  readonly pages: ReadonlyMap<string, SitePage>
  readonly url: (page: string) => string
  readonly remove: () => void
}

/** Builds the site, or reads the one in the folder `GLUE_TRAIL_SITE`. */
export function buildSite(): Site {
  const built = process.env.GLUE_TRAIL_SITE
  const folder = built ?? mkdtempSync(join(tmpdir(), 'glue-trail-site-'))
  if (built === undefined) execFileSync('npm', ['run', 'docs', '--', '--out', folder], { cwd: PROJECT, stdio: 'pipe' })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  return {
    folder,
    pages: new Map(files.map((file) => [file.split(sep).join('/'), readPage(join(folder, file))])),
    url: (page) => pathToFileURL(join(folder, page)).href,
    remove: () => {
      if (built === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readPage(file: string): SitePage {
  const ids = new Set<string>()
  const links: Array<string> = []
  const loads: Array<string> = []
  const parser = new Parser({
    onopentag: (name, { id, href, src }) => {
      if (id !== undefined) ids.add(id)
      if (name === 'a' && href !== undefined) links.push(href)
      if (name === 'link' && href !== undefined) loads.push(href)
      if (src !== undefined) loads.push(src)
    },
  })
  parser.end(readFileSync(file, 'utf8'))
  return { ids, links, loads }
}

/** Returns the addresses in the navigation and in the search, which typedoc writes as compressed data. */
export function packedLinks({ folder }: Site): { readonly navigation: ReadonlyArray<string>; readonly search: ReadonlyArray<string> } {
  const unpacked = (asset: string): unknown => {
    const content = /"(.*)"/s.exec(readFileSync(join(folder, 'assets', asset), 'utf8'))?.[1] ?? ''
    return JSON.parse(inflateSync(Buffer.from(content, 'base64')).toString())
  }
  const navigation: Array<string> = []
  const left = [...(unpacked('navigation.js') as ReadonlyArray<NavigationItem>)]
  for (const item of left) {
    if (item.path !== undefined) navigation.push(item.path)
    for (const child of item.children ?? []) left.push(child)
  }
  const { rows } = unpacked('search.js') as { readonly rows: ReadonlyArray<{ readonly url: string }> }
  return { navigation, search: rows.map(({ url }) => url) }
}

interface NavigationItem {
  readonly path?: string
  readonly children?: ReadonlyArray<NavigationItem>
}

/** Returns why a link of a page is broken; `undefined` if it is not, or if it leads out of the site. */
export function brokenBecause({ folder, pages }: Site, from: string, link: string): string | undefined {
  if (/^(?:https?|mailto):/.test(link)) return undefined
  const [path = '', fragment = ''] = link.split('#').map(decodeURIComponent)
  const target =
    path === ''
      ? from
      : relative(folder, join(folder, dirname(from), path))
          .split(sep)
          .join('/')
  const page = pages.get(target)
  if (page === undefined) return existsSync(join(folder, target)) ? undefined : `${from}: no file ${target}`
  return fragment === '' || page.ids.has(fragment) ? undefined : `${from}: no #${fragment} in ${target}`
}
