/** What is changed in the HTML that typedoc writes: links for every page, and what those need who read with a keyboard or by ear. */
import { PageEvent } from 'typedoc'

/** Pages that the toolbar of every page leads to. */
const LINKS = ['Guides', 'APIs', 'Record fields', 'Reference']

const SKIP = '<a class="skip-link" href="#main">Skip to the content</a>'

/** What is found once a page or many times, and what stands there instead. */
const CHANGES = [
  // Over file:// a symbol of another file is refused; icons.js puts them all into the page.
  [/<use href="[^"]*#icon-/g, '<use href="#icon-'],
  [/<body>/, `<body>${SKIP}`],
  [/<div class="col-content">/, '<main class="col-content" id="main" tabindex="-1">'],
  [/<\/div>(\s*)<div class="col-sidebar">/, '</main>$1<div class="col-sidebar">'],
  // What scrolls is reached by keyboard.
  [/<pre>/g, '<pre tabindex="0">'],
  // A link within what opens and closes is not found by ear.
  [/<summary[\s\S]*?<\/summary>/g, (summary) => summary.replace(/<a href="#[^>]*class="tsd-anchor-icon">[\s\S]*?<\/a>/g, '')],
  // On a phone, a row is a block: each cell says what it holds.
  [/<table>[\s\S]*?<\/table>/g, labelled],
]

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(PageEvent.END, (page) => {
    const links = linksOf(page, app)
    const contents = page.contents
      .replace('<div id="tsd-toolbar-links">', (start) => start + links(''))
      .replace(
        '<div class="site-menu">',
        (start) => `${start}<nav id="tsd-sidebar-links" class="tsd-navigation">${links('tsd-nav-link')}</nav>`,
      )
    page.contents = CHANGES.reduce((html, [from, to]) => html.replace(from, to), contents)
  })
}

/** A table whose cells carry the heading of their column; the first is the title of its row. */
function labelled(table) {
  const heads = [...table.matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(([, head]) => head.replace(/<[^>]+>/g, ''))
  return table.replace(/<tr>([\s\S]*?)<\/tr>/g, (row) => {
    let column = 0
    return row.replace(/<td(?=[ >])/g, () => {
      const head = heads[column++]
      return column === 1 || head === undefined ? '<td' : `<td data-label="${head}"`
    })
  })
}

/** The links by their class: where the toolbar is too narrow for them, they stand in the navigation. */
function linksOf({ model, project }, { renderer }) {
  const pages = (project.documents ?? []).filter(({ name }) => LINKS.includes(name))
  return (css) => pages.map((page) => `<a class="${css}" href="${renderer.router.relativeUrl(model, page)}">${page.name}</a>`).join('')
}
