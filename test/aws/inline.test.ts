import { expect, it } from 'vitest'
import { inlineEntries } from '../../src/aws/inline.js'

const glue = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags' }
const kms = { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' }

it('keeps matching and unknown records, and values that are not records', () => {
  const where = {
    test: ({ eventSource }: { readonly eventSource?: unknown }) =>
      eventSource === 'glue.amazonaws.com' ? ('YES' as const) : ('NO' as const),
  }
  const { entries, filtered } = inlineEntries([glue, kms, 5], { where })
  expect(filtered).toBe(1)
  expect(entries.map(({ index, raw, match }) => [index, raw, match])).toEqual([
    [0, glue, 'YES'],
    [2, 5, undefined],
  ])
  expect(entries.map(({ result }) => result._tag)).toEqual(['Both', 'Left'])
})

it('keeps all without a question', () => {
  expect(inlineEntries([glue, kms], {}).entries.map(({ raw }) => raw)).toEqual([glue, kms])
})
