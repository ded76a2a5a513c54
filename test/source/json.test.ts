import { expect, it } from 'vitest'
import { parseJson } from '../../src/scalar/json.js'
import { textOf } from '../../src/source/json.js'
import { utf8 } from '../support/logs.js'

it('reads a stretch of bytes as UTF-8', () => {
  expect(textOf(utf8('aäb'), 1, 3)).toBe('ä')
  expect(textOf(Uint8Array.of(0x61, 0xff, 0x62), 0, 3)).toBe('a\ufffdb')
})

it('keeps a byte order mark, which JSON does not allow', () => {
  expect(textOf(utf8('\ufeff1'), 0, 4)).toBe('\ufeff1')
  expect(parseJson('\ufeff1')).toBeUndefined()
})
