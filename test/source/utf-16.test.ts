import { expect, it } from 'vitest'
import { toUtf8 } from '../../src/source/utf-16.js'

const decoded = (...pieces: ReadonlyArray<Uint8Array>): string => {
  const encode = toUtf8()
  return Buffer.concat(pieces.map(encode)).toString()
}

it('turns UTF-16 with a byte order mark into UTF-8, wherever it is cut', () => {
  const bytes = Buffer.from('\uFEFF{"a":"ä€"}', 'utf16le')
  for (let at = 2; at < bytes.length; at++) expect(decoded(bytes.subarray(0, at), bytes.subarray(at))).toBe('{"a":"ä€"}')
  expect(decoded(Buffer.from(bytes).swap16())).toBe('{"a":"ä€"}')
})

it('returns other pieces as they are', () => {
  const piece = Buffer.from('{}')
  expect(toUtf8()(piece)).toBe(piece)
})
