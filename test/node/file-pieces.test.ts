import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filePieces } from '../../src/node/file-pieces.js'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { glueCall } from '../support/records.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-pieces-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

describe('filePieces', () => {
  it('gives all bytes in their order', async () => {
    for (const length of [0, 1, 262_143, 262_144, 262_145, 1_000_000]) {
      const bytes = randomBytes(length)
      const copies: Array<Uint8Array> = []
      for await (const piece of filePieces(written('some', bytes))) copies.push(piece.slice())
      expect(Buffer.concat(copies).equals(bytes)).toBe(true)
    }
  })

  it('uses two buffers in turn, so that a piece is good until the second next one', async () => {
    const bytes = randomBytes(1_000_000)
    const buffers: Array<unknown> = []
    let before: Uint8Array | undefined
    let at = 0
    for await (const piece of filePieces(written('turns', bytes))) {
      buffers.push(piece.buffer)
      if (before !== undefined) expect(bytes.subarray(at - before.length, at).equals(before)).toBe(true)
      at += piece.length
      before = piece
    }
    expect(buffers.length).toBe(4)
    expect(new Set(buffers).size).toBe(2)
    expect(buffers[0]).toBe(buffers[2])
  })

  it('rejects where the file cannot be read, and not before', async () => {
    const pieces = filePieces(join(folder, 'none'))
    await expect(pieces.next()).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(filePieces(folder).next()).rejects.toMatchObject({ code: 'EISDIR' })
  })

  it('is enough for a stream, whose bytes go from piece to piece, gzipped or not', async () => {
    // Hardly to be compressed, so that the gzipped file has many pieces.
    const Records = Array.from({ length: 400 }, (_, i) => ({
      ...glueCall,
      requestParameters: { name: `${i}${randomBytes(2000).toString('base64')}` },
    }))
    const inflated = Buffer.from(JSON.stringify({ Records }))
    const wanted = (await decodeLog(inflated)).entries.map(({ raw }) => raw)
    for (const bytes of [
      inflated,
      gzipSync(inflated),
      Buffer.concat([gzipSync(inflated.subarray(0, 300_001)), gzipSync(inflated.subarray(300_001))]),
    ]) {
      const found: Array<unknown> = []
      for await (const { raw } of decodeLogStream(filePieces(written('log', bytes)))) found.push(raw)
      expect(found).toEqual(wanted)
    }
  })
})
