import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSignatures } from '../../src/node/signatures.js'
import { temporaryFolder } from '../support/folder.js'
import { writeFiles } from '../support/write-world.js'

const metadata = { signature: 'aa', 'signature-algorithm': 'SHA256withRSA' }

it('are read from lines, and from answers of head-object', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, [
    ['lines', `${JSON.stringify({ bucket: 'b', key: 'a/d.json.gz', metadata })}\n\n`],
    ['heads/a/d.json.gz', JSON.stringify({ Metadata: metadata, ContentLength: 5 })],
    ['heads/a/e.json.gz.json', JSON.stringify({ Metadata: metadata })],
  ])
  expect([...(await readSignatures(join(folder, 'lines')))]).toEqual([['d.json.gz', metadata]])
  expect([...(await readSignatures(join(folder, 'heads')))].sort()).toEqual([
    ['d.json.gz', metadata],
    ['e.json.gz', metadata],
  ])
})

it('are refused with their line where they are something else', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, [
    ['lines', '{"key":"a","metadata":{}}\n{"key":5}'],
    ['heads/a', 'x'],
  ])
  await expect(readSignatures(join(folder, 'lines'))).rejects.toThrow(
    'line 2: expected {"bucket","key","metadata"}, received something else',
  )
  await expect(readSignatures(join(folder, 'heads'))).rejects.toThrow('expected the answer of head-object, received something else')
  await expect(readSignatures(join(folder, 'none'))).rejects.toThrow('ENOENT')
})
