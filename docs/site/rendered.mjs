/** Changes the HTML that typedoc writes: adds links to every page, and what keyboards and screen readers need. */
import { PageEvent } from 'typedoc'

/** Pages that the toolbar of every page links to. */
const LINKS = ['Guides', 'APIs', 'Record fields', 'Reference']

const SKIP = '<a class="skip-link" href="#main">Skip to the content</a>'

/** Patterns, and their replacements. */
const CHANGES = [
  // Over file:// browsers reject symbols of another file; icons.js inserts them into the page.
  [/<use href="[^"]*#icon-/g, '<use href="#icon-'],
  [/<body>/, `<body>${SKIP}`],
  [/<div class="col-content">/, '<main class="col-content" id="main" tabindex="-1">'],
  [/<\/div>(\s*)<div class="col-sidebar">/, '</main>$1<div class="col-sidebar">'],
  // Makes scrollable blocks reachable by keyboard.
  [/<pre>/g, '<pre tabindex="0">'],
  // A screen reader does not announce a link inside a summary.
  [/<summary[\s\S]*?<\/summary>/g, (summary) => summary.replace(/<a href="#[^>]*class="tsd-anchor-icon">[\s\S]*?<\/a>/g, '')],
  // On a phone, a row is a block, and each cell needs a label.
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

/** Adds the heading of its column to each cell of a table except the first, which is the title of its row. */
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

/** Returns a function that renders the links with a class: on narrow screens they are in the navigation. */
function linksOf({ model, project }, { renderer }) {
  const pages = (project.documents ?? []).filter(({ name }) => LINKS.includes(name))
  return (css) => pages.map((page) => `<a class="${css}" href="${renderer.router.relativeUrl(model, page)}">${page.name}</a>`).join('')
}
