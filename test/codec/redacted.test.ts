import { describe, expect, it } from 'vitest'
import { isRedacted, unredacted } from '../../src/codec/redacted.js'

const MARKS = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '***',
  '****************',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
]

describe('isRedacted', () => {
  it.each(MARKS)('knows the mark %s', (mark) => {
    expect(isRedacted(mark)).toBe(true)
    expect(unredacted(mark)).toBeUndefined()
  })

  it.each(['*', '**', '', 'AKIA****************', '***x', 'hidden', 'HIDDEN_DUE_TO_SECURITY_REASONS ', 3, null, undefined, {}, []])(
    'takes %o for an ordinary value',
    (value) => {
      expect(isRedacted(value)).toBe(false)
      expect(unredacted(value)).toBe(value)
    },
  )
})
