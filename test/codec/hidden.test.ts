import { describe, expect, it } from 'vitest'
import { isHidden, unhidden } from '../../src/codec/hidden.js'

const MARKS = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '***',
  '****************',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
]

describe('isHidden', () => {
  it.each(MARKS)('knows the mark %s', (mark) => {
    expect(isHidden(mark)).toBe(true)
    expect(unhidden(mark)).toBeUndefined()
  })

  it.each(['*', '**', '', 'AKIA****************', '***x', 'hidden', 'HIDDEN_DUE_TO_SECURITY_REASONS ', 3, null, undefined, {}, []])(
    'takes %o for an ordinary value',
    (value) => {
      expect(isHidden(value)).toBe(false)
      expect(unhidden(value)).toBe(value)
    },
  )
})
