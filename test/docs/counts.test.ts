/** Pages that name the number of APIs agree with the registry. */
import { expect, it } from 'vitest'
import { GLUE_APIS } from '../../src/generated/registry.js'
import { PAGES, textOf } from './markdown.js'

const COUNT = /\b(\d{3}) (?:APIs|members)\b/g

it('pages name as many APIs as there are', () => {
  const counts = PAGES.flatMap((page) => [...textOf(page).matchAll(COUNT)].map(([, count]) => ({ page, count: Number(count) })))
  expect(counts.length).toBeGreaterThan(0)
  expect(counts.filter(({ count }) => count !== GLUE_APIS.length)).toEqual([])
})
