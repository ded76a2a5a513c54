import { expect, it } from 'vitest'
import { archiveKindOf } from '../../src/source/archive-kind.js'

it('knows archives by their first bytes', () => {
  expect(archiveKindOf(Buffer.from('PK\u0003\u0004'))).toBe('a zip archive: unpack it with unzip')
  expect(archiveKindOf(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar')]))).toBe('a tar archive: unpack it with tar -xf')
  expect(archiveKindOf(Buffer.from('{}'))).toBeUndefined()
})
