import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as example from '../../src/example/index.js'

const folder = new URL('../../src/example/', import.meta.url)

it('exports one function', () => {
  expect(Object.keys(example)).toEqual(['exampleOf'])
})

it('asks neither chance nor the clock, the zone or the locale of where it runs', () => {
  const asking =
    /Math\.random|Date\.now|new Date\(\)|crypto|performance|toLocale|localeCompare|Intl\b|\.get(?:Date|Day|Hours|Minutes|Month|FullYear)\(/
  const files = readdirSync(folder)
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => asking.test(readFileSync(new URL(file, folder), 'utf8')))).toEqual([])
})
