import { expect, it } from 'vitest'
import { ANY, FAILURES, FORMATS, MARKDOWN, PARQUET, RECORD } from '../../src/cli/options.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../../src/generated/registry.js'

it('names what no API is called, in any case of letters', () => {
  const names = new Set([...GLUE_APIS, ...NAME_ONLY_APIS].map((name) => name.toLowerCase()))
  expect([RECORD, ANY].filter((word) => names.has(word))).toEqual([])
})

it('has words that are lower-case and distinct', () => {
  const words = [...FORMATS, PARQUET, MARKDOWN, ...FAILURES]
  expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([])
  expect(new Set(words).size).toBe(words.length)
})
