/** In the search, the page of an API stands before the types that are called after it. */
import { Converter } from 'typedoc'

const BOOST = { api: 20, field: 5 }

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    document.relevanceBoost = BOOST[document.frontmatter.kind] ?? 10
  })
}
