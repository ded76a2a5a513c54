import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type ByteSource, piecesOf } from '../../src/source/byte-source.js'
import { textOf, utf8 } from '../support/logs.js'

async function read(source: ByteSource): Promise<string> {
  let content = ''
  for await (const piece of piecesOf(source)) content += textOf(piece)
  return content
}

const parts = [utf8('ab'), utf8(''), utf8('c')]

describe('pieces', () => {
  it('come from streams of the web and of Node, generators and lists', async () => {
    async function* generated(): AsyncGenerator<Uint8Array, void, undefined> {
      yield* parts
    }
    const sources: ReadonlyArray<ByteSource> = [
      new Blob(parts as ReadonlyArray<Uint8Array<ArrayBuffer>> as Array<Uint8Array<ArrayBuffer>>).stream(),
      Readable.from(parts),
      generated(),
      parts,
      [],
    ]
    expect(await Promise.all(sources.map(read))).toEqual(['abc', 'abc', 'abc', 'abc', ''])
  })

  it('come as they are asked for, and the source is closed where no more are', async () => {
    const log: Array<string> = []
    const web = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          log.push('pull')
          controller.enqueue(utf8('x'))
        },
        cancel: () => {
          log.push('cancel')
        },
      },
      { highWaterMark: 0 },
    )
    for await (const _ of piecesOf(web)) break
    expect(log).toEqual(['pull', 'cancel'])
    expect(web.locked).toBe(false)

    const node = Readable.from(parts)
    for await (const _ of piecesOf(node)) break
    expect(node.destroyed).toBe(true)
  })

  it('throw what the source throws', async () => {
    const failing = new Readable({ read: () => failing.destroy(new Error('lost')) })
    await expect(read(failing)).rejects.toThrow('lost')
    const web = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) })
    await expect(read(web)).rejects.toThrow('gone')
  })

  it('are bytes and nothing else', async () => {
    await expect(read(Readable.from(['text']))).rejects.toThrow('expected a source of bytes: each piece a Uint8Array')
  })
})
