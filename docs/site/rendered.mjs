/** What is mended in the HTML that typedoc writes, so that it is read by everyone: links of the toolbar, names and keyboard access. */
import { PageEvent, ReflectionKind } from 'typedoc'

/** Pages that the toolbar of every page leads to. */
const LINKS = ['Guides', 'APIs', 'Record fields', 'Reference']

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = page.contents
      .replace(/<div id="tsd-toolbar-links">/, (start) => start + linksOf(page, app))
      .replace(/<use href="[^"]*#icon-/g, '<use href="#icon-')
  })
}

function linksOf({ model, project }, { renderer }) {
  return project
    .getChildrenByKind(ReflectionKind.Document)
    .filter(({ name }) => LINKS.includes(name))
    .map((document) => `<a href="${renderer.router.relativeUrl(model, document)}">${document.name}</a>`)
    .join('')
}
