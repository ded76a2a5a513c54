import { describe, expect, it } from 'vitest'
import { isCallOf, type RecordPredicate } from '../../src/index.js'

describe('a predicate', () => {
  it('is a plain value that anyone can write', () => {
    const drops: RecordPredicate = {
      test: (record) => (isCallOf('DeleteTable')(record) ? 'yes' : 'no'),
      index: { sources: ['glue.amazonaws.com'], names: ['DeleteTable'] },
    }
    expect(drops.test({ eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' })).toBe('yes')
    expect(drops.test({ eventSource: 'glue.amazonaws.com', eventName: 'GetTable' })).toBe('no')
  })
})
