/** The project's own Markdown: its pages, their code blocks, links and anchors. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Folders of generated files and of other projects. */
const FOREIGN = /(^|\/)(node_modules|dist|coverage|\.cache|\.git)(\/|$)|^docs\/api\//

function walk(folder: string): ReadonlyArray<string> {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (FOREIGN.test(path)) return []
    if (entry.isDirectory()) return walk(path)
    return path.endsWith('.md') ? [path] : []
  })
}

/** Every page, by its path from the root. */
export const PAGES: ReadonlyArray<string> = walk('').toSorted()

export const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** A fenced block of code. */
export interface Block {
  readonly language: string
  readonly code: string
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm

export const blocksOf = (page: string): ReadonlyArray<Block> =>
  [...textOf(page).matchAll(FENCED)].map(([, language = '', code = '']) => ({ language, code }))

/** Returns a page without its code blocks and inline code. */
const proseOf = (page: string): string =>
  textOf(page)
    .replace(FENCED, '')
    .replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code))

/** Returns the links of a page, images included. */
export const linksOf = (page: string): ReadonlyArray<string> =>
  [...proseOf(page).matchAll(/\]\(([^()\s]+)(?: "[^"]*")?\)|<(?:img|source)[^>]*? (?:src|srcset)="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  )

/** Returns the anchors that GitHub generates for a page's headings. */
export function anchorsOf(page: string): ReadonlyArray<string> {
  const seen = new Map<string, number>()
  return [
    ...textOf(page)
      .replace(FENCED, '')
      .matchAll(/^#{1,6} (.+)$/gm),
  ].map(([, heading = '']) => {
    const content = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = content.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-')
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times === 0 ? anchor : `${anchor}-${times}`
  })
}
