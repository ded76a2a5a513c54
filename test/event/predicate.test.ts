import { describe, expect, it } from 'vitest'
import { isCallTo, type RecordPredicate } from '../../src/index.js'

describe('a predicate', () => {
  it('is a plain value that anyone can write', () => {
    const drops: RecordPredicate = {
      test: (record) => (isCallTo('DeleteTable')(record) ? 'YES' : 'NO'),
      index: { sources: ['glue.amazonaws.com'], names: ['DeleteTable'] },
    }
    expect(drops.test({ eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' })).toBe('YES')
    expect(drops.test({ eventSource: 'glue.amazonaws.com', eventName: 'GetTable' })).toBe('NO')
  })
})
