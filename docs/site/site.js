/** A field over the list of APIs that leaves those whose names or words have what is typed. */
const place = document.getElementById('api-filter')
if (place !== null) {
  const items = [...document.querySelectorAll('.tsd-typography li')]
  const headings = [...document.querySelectorAll('.tsd-typography h2')]
  const label = document.createElement('label')
  label.textContent = 'Only those with'
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
  place.append(label, count)
  show()
}

// Enter opens the first result where none is chosen by the arrows.
document.getElementById('tsd-search-input')?.addEventListener('keydown', ({ key }) => {
  const results = document.getElementById('tsd-search-results')
  if (key === 'Enter' && results?.querySelector('[aria-selected="true"]') === null) results.querySelector('a')?.click()
})

// The button of the menu hears mouse and finger alone.
const menu = document.getElementById('tsd-toolbar-menu-trigger')
menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  for (const type of ['mouseup', 'touchend']) menu.dispatchEvent(new Event(type))
})
