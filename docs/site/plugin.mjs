/** The site's extensions of typedoc. */
import { load as loadDocuments } from './documents.mjs'
import { load as loadModules } from './modules.mjs'
import { load as loadPages } from './rendered.mjs'
import { load as loadSchemas } from './schemas.mjs'
import { load as loadSearch } from './search.mjs'
import { load as loadTheme } from './theme.mjs'
import { load as loadUndocumented } from './undocumented.mjs'

/** @param {import('typedoc').Application} app */
export function load(app) {
  for (const part of [loadUndocumented, loadModules, loadDocuments, loadTheme, loadPages, loadSchemas, loadSearch]) part(app)
}
