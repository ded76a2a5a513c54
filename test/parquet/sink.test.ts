import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { fileSink, streamSink } from '../../src/parquet/sink.js'
import { temporaryFolder } from '../support/folder.js'

const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)

describe('fileSink', () => {
  it('makes the folder, and the file when it is whole', async () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    const sink = await fileSink(folder, 'draft')
    await sink.write(bytes('one '))
    await sink.write(bytes('two'))
    expect(readdirSync(folder)).toEqual(['.draft.tmp'])
    await sink.close('part.parquet')
    expect(readdirSync(folder)).toEqual(['part.parquet'])
    expect(readFileSync(join(folder, 'part.parquet'), 'utf8')).toBe('one two')
  })

  it('takes the place of a file of its name', async () => {
    const folder = temporaryFolder()
    for (const content of ['first', '2nd']) {
      const sink = await fileSink(folder, 'draft')
      await sink.write(bytes(content))
      await sink.close('part.parquet')
    }
    expect(readFileSync(join(folder, 'part.parquet'), 'utf8')).toBe('2nd')
  })

  it('leaves nothing of a file that will not be whole', async () => {
    const folder = temporaryFolder()
    const sink = await fileSink(folder, 'draft')
    await sink.write(bytes('one'))
    await sink.abandon()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('streamSink', () => {
  it('writes into a stream and leaves it open', async () => {
    const chunks: Array<Buffer> = []
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        // A buffer that was written may be used again.
        setTimeout(() => {
          chunks.push(Buffer.from(chunk))
          done()
        }, 1)
      },
    })
    const sink = streamSink(stream)
    await sink.write(bytes('one'))
    expect(String(chunks)).toBe('one')
    await sink.close('part.parquet')
    await sink.abandon()
    expect(stream.writableEnded).toBe(false)
  })

  it('rejects with what the stream says', async () => {
    const stream = new Writable({ write: (_, __, done) => done(new Error('full')) }).on('error', () => undefined)
    await expect(streamSink(stream).write(bytes('one'))).rejects.toThrow('full')
  })
})
