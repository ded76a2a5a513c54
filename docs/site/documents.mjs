/** In the search, the page of an API stands before the types that are called after it. */
import { Converter } from 'typedoc'

const BOOST = { api: 20, field: 5 }

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    document.content = plainHeadings(document.content)
    document.relevanceBoost = BOOST[document.frontmatter.kind] ?? 10
  })
}

const HEADING_BEFORE = /(?:^|\n)#+ [^\n]*$/

/** typedoc leaves code out of the names of headings, and a heading that is code alone has none to be found by. */
function plainHeadings(parts) {
  let before = ''
  return parts.map((part) => {
    const plain = part.kind === 'code' && HEADING_BEFORE.test(before) ? { kind: 'text', text: part.text.replaceAll('`', '') } : part
    before += plain.text
    return plain
  })
}
