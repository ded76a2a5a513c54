/** Makes headings of documents searchable and linkable. */
import { Converter } from 'typedoc'

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    document.content = plainHeadings(document.content)
  })
}

const HEADING_BEFORE = /(?:^|\n)#+ [^\n]*$/

/**
 * Removes code marks from headings: typedoc drops code from a heading's name, and a heading of only code would have
 * none.
 */
function plainHeadings(parts) {
  let before = ''
  return parts.map((part) => {
    const plain = part.kind === 'code' && HEADING_BEFORE.test(before) ? { kind: 'text', text: part.text.replaceAll('`', '') } : part
    before += plain.text
    return plain
  })
}
