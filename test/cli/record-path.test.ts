import { expect, it } from 'vitest'
import { parseRecordPath } from '../../src/cli/record-path.js'

it.each([
  ['log', { log: '{"a":1}' }, [{ a: 1 }]],
  ['result._raw', { result: { _raw: { a: 1 } } }, [{ a: 1 }]],
  ['hits.hits[]._source.event.original', { hits: { hits: [{ _source: { event: { original: '{"a":1}' } } }, {}] } }, [{ a: 1 }]],
  ['items[]', { items: [1, '2'] }, [1, 2]],
  ['log', { log: 'not JSON' }, ['not JSON']],
  ['log', { other: 1 }, [{ other: 1 }]],
  ['toString', {}, [{}]],
])('%s of %j', (path, value, records) => {
  expect(parseRecordPath(path)?.(value)).toEqual(records)
})

it.each(['', 'a..b', 'a[0]', '[]', '.a', 'a.'.repeat(30)])('refuses %j', (path) => {
  expect(parseRecordPath(path)).toBeUndefined()
})
