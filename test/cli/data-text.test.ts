import { expect, it } from 'vitest'
import { dataText } from '../../src/cli/data-text.js'

const entries = [
  { a: 'x\u202e', n: 1 },
  { a: '=1', n: 2 },
]
const columns = { a: ({ a }: { readonly a: string }) => a, none: () => undefined }

it('writes entries in each format, safe to print', () => {
  expect(dataText(entries, 'ndjson', columns)).toBe('{"a":"x\\u202e","n":1}\n{"a":"=1","n":2}\n')
  expect(JSON.parse(dataText(entries, 'json', columns))).toEqual(entries)
  expect(dataText(entries, 'csv', columns)).toBe("a,none\r\nx\\u202e,\r\n'=1,\r\n")
  expect(dataText([], 'json', columns)).toBe('[\n\n]\n')
})
