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
