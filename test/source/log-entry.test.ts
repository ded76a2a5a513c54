import { expect, it } from 'vitest'
import { bytesOf } from '../../src/source/log-entry.js'
import { textOf, utf8 } from '../support/logs.js'

it('returns a view into the file', () => {
  const inflated = utf8('{"Records":[{"ä":1}]}')
  const bytes = bytesOf({ bytes: inflated }, { start: 12, end: 20 })
  expect(textOf(bytes)).toBe('{"ä":1}')
  expect(bytes.buffer).toBe(inflated.buffer)
})
