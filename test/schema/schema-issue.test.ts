import { formatSchemaIssues } from 'glue-trail/schema'
import { expect, it } from 'vitest'

it('writes issues one a line, path first', () => {
  const issues = [
    { code: 'UNKNOWN_CODEC', path: 'detail.amount', codec: 'NumberFromString' },
    { code: 'REFINED', path: '', codec: 'Even' },
    { code: 'RECURSIVE', path: 'parts[]', codec: 'Category' },
    { code: 'TOO_LARGE', path: '[]', codec: 'deep' },
    { code: 'UNKNOWN_API', path: '', codec: 'NoSuchApi' },
  ] as const
  expect(formatSchemaIssues(issues)).toBe(
    [
      'detail.amount: no schema is known for the codec NumberFromString',
      'no schema is known for the condition of the codec Even',
      'parts[]: references are needed, as it contains itself: the codec Category',
      '[]: too many parts or levels in the codec deep',
      'no modelled API is called NoSuchApi',
    ].join('\n'),
  )
})
