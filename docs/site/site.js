/** Filters the list of APIs by name and words. */
const filter = document.getElementById('api-filter')
if (filter !== null) {
  const items = [...document.querySelectorAll('.tsd-typography li')]
  const headings = [...document.querySelectorAll('.tsd-typography h2')]
  const label = document.createElement('label')
  label.textContent = 'Filter'
  const input = document.createElement('input')
  input.type = 'search'
  label.append(input)
  const count = document.createElement('p')
  count.setAttribute('aria-live', 'polite')
  const show = () => {
    const words = input.value.toLowerCase().split(' ')
    for (const item of items) item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word))
    for (const heading of headings) heading.hidden = [...heading.nextElementSibling.children].every(({ hidden }) => hidden)
    count.textContent = `${items.filter(({ hidden }) => !hidden).length} of ${items.length}`
  }
  input.addEventListener('input', show)
  filter.append(label, count)
  show()
}

/**
 * The search. It replaces typedoc's, which searches names only: here pages, their sections and comments are searched
 * too, and a row that has all words comes before one that has some.
 */
const MOST_RESULTS = 12
const STOP_WORDS = new Set(
  'a an and are can did do does for how i in is it my of on or the this to was what when where which who why with you'.split(' '),
)

/** Reduces a word to a stem, so that `dropped` finds `drop`, and `tables` finds `table`. */
const stemOf = (word) =>
  word
    .replace(/(?<=...)(?:ing|ed|s)$/, '')
    .replace(/(?<=...)e$/, '')
    .replace(/([^aeiou])\1$/, '$1')

/** Returns the stems of a string, with `UpdateTable` as two words. */
const stemsOf = (content) =>
  (
    content
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? []
  ).map(stemOf)

let searched
/** Unpacks the index, once. */
async function searchRows() {
  if (searched !== undefined) return searched
  const bytes = Uint8Array.from(atob(window.searchData), (c) => c.charCodeAt(0))
  const { rows } = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json()
  searched = rows.map((row) => {
    const counts = new Map()
    for (const stem of stemsOf(row.text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    return { ...row, stems: stemsOf(row.name), joined: row.name.toLowerCase(), counts }
  })
  return searched
}

function scoreOf({ stems, counts, joined, weight }, query, words) {
  let score = joined === query ? 40 : joined.includes(query) ? 5 : 0
  let missing = 0
  for (const word of words) {
    if (stems.includes(word)) score += 10 / (1 + stems.length / 8)
    else if (stems.some((stem) => stem.startsWith(word))) score += 4 / (1 + stems.length / 8)
    else if (counts.has(word)) score += 1 + Math.min(counts.get(word), 4) / 2
    else if (word.length > 3 && [...counts.keys()].some((stem) => stem.startsWith(word))) score += 0.5
    else missing++
  }
  return score * weight * 0.1 ** (joined.includes(query) ? 0 : missing)
}

/** Returns the best rows for a query. */
async function search(query) {
  const all = stemsOf(query)
  const meant = stemsOf(
    query
      .split(/\s+/)
      .filter((word) => !STOP_WORDS.has(word.toLowerCase()))
      .join(' '),
  )
  const words = meant.length > 0 ? meant : all
  if (words.length === 0) return []
  // A single name, such as UpdateTable, is several stems; all of them are required.
  const rows = await searchRows()
  return rows
    .map((row) => ({ row, score: scoreOf(row, query.trim().toLowerCase(), words) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RESULTS)
    .map(({ row }) => row)
}

const searchInput = document.getElementById('tsd-search-input')
const searchResults = document.getElementById('tsd-search-results')
const searchStatus = document.getElementById('tsd-search-status')
let latest = 0

function resultOf({ name, parent, url }, i) {
  const item = document.createElement('li')
  item.id = `site-search-${latest}-${i}`
  item.role = 'option'
  item.ariaSelected = 'false'
  const link = document.createElement('a')
  link.tabIndex = -1
  link.href = document.documentElement.dataset.base.replace(/\/?$/, '/') + url
  link.append(name)
  if (parent !== undefined) {
    const where = document.createElement('span')
    where.className = 'site-search-parent'
    where.textContent = parent
    link.append(' ', where)
  }
  item.append(link)
  return item
}

// typedoc listens on the input itself, so a listener above it can take the event away.
document.getElementById('tsd-search')?.addEventListener(
  'input',
  async (event) => {
    event.stopPropagation()
    const mine = ++latest
    const found = window.searchData === undefined ? [] : await search(searchInput.value)
    if (mine !== latest) return
    searchResults.replaceChildren(...found.map(resultOf))
    searchStatus.textContent = found.length === 0 && searchInput.value.trim() !== '' ? 'No results' : ''
  },
  true,
)

// Enter opens the first result if no other is selected with the arrow keys.
searchInput?.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter' && searchResults?.querySelector('[aria-selected="true"]') === null) searchResults.querySelector('a')?.click()
})

// typedoc's menu button only handles mouse and touch.
const menu = document.getElementById('tsd-toolbar-menu-trigger')
menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  for (const type of ['mouseup', 'touchend']) menu.dispatchEvent(new Event(type))
})
