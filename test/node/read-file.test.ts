import { execFileSync } from 'node:child_process'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readUpTo } from '../../src/node/read-file.js'
import { temporaryFolder } from '../support/folder.js'

const SIZES = [0, 1, 65_535, 65_536, 65_537, 300_000]

it.each(SIZES)('reads a file of %i bytes', async (size) => {
  const path = join(temporaryFolder(), 'file')
  const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251)
  writeFileSync(path, bytes)
  expect(Buffer.compare(await readUpTo(path, 1_000_000), bytes)).toBe(0)
  expect(Buffer.compare(await readUpTo(path, Number.MAX_SAFE_INTEGER), bytes)).toBe(0)
  for (const limit of [1, 70_000, size]) {
    if (limit > 0) expect(Buffer.compare(await readUpTo(path, limit), bytes.subarray(0, limit))).toBe(0)
  }
})

it.each(SIZES)('reads a pipe of %i bytes, of unknown size', async (size) => {
  const path = join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251)
  createWriteStream(path).end(bytes)
  expect(Buffer.compare(await readUpTo(path, 1_000_000), bytes)).toBe(0)
})

it('rejects with what the system says', async () => {
  const folder = temporaryFolder()
  await expect(readUpTo(join(folder, 'missing'), 10)).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(readUpTo(folder, 10)).rejects.toMatchObject({ code: 'EISDIR' })
})
