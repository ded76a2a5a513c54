import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import type { LogBatch } from '../../src/source/log-entry.js'
import { type LogOptions, readLog } from '../../src/source/read-log.js'
import { someRecords, utf8 } from '../support/logs.js'

async function batchesOf(bytes: Uint8Array, options: LogOptions = {}): Promise<ReadonlyArray<LogBatch>> {
  const all: Array<LogBatch> = []
  for await (const batch of readLog([bytes], options, { source: 'a.json' })) all.push(batch)
  return all
}

describe('batches', () => {
  const records = someRecords(1000)
  const inflated = utf8(JSON.stringify({ Records: records }))

  it('hold a part of a file each, and the last one says so', async () => {
    for (const bytes of [inflated, new Uint8Array(gzipSync(inflated))]) {
      const batches = await batchesOf(bytes)
      expect(batches.length).toBeGreaterThan(3)
      expect(batches.flatMap(({ entries }) => entries.map(({ raw }) => raw))).toEqual(records)
      expect(batches.reduce((sum, { counts }) => sum + counts.records, 0)).toBe(1000)
      expect(batches.reduce((sum, { storedBytes }) => sum + storedBytes, 0)).toBe(bytes.length)
      expect(batches.map(({ isLast }) => isLast)).toEqual(batches.map((_, i) => i === batches.length - 1))
      expect(new Set(batches.map(({ source }) => source))).toEqual(new Set(['a.json']))
    }
  })

  it('end with the hash of the inflated bytes on request', async () => {
    const textHash = () => createHash('sha256')
    const expected = createHash('sha256').update(inflated).digest('hex')
    for (const bytes of [inflated, new Uint8Array(gzipSync(inflated))]) {
      const batches = await batchesOf(bytes, { textHash })
      expect(batches.map((batch) => batch.textHash)).toEqual([...batches.slice(1).map(() => undefined), expected])
      expect((await decodeLog(bytes, { textHash })).textHash).toBe(expected)
    }
    expect((await batchesOf(inflated)).at(-1)).not.toHaveProperty('textHash')
  })

  it('end with whether the file is one gzip member, beside the hash', async () => {
    const textHash = () => createHash('sha256')
    const halves = [inflated.subarray(0, 1000), inflated.subarray(1000)].map((half) => gzipSync(half))
    const files = [inflated, gzipSync(inflated), Buffer.concat(halves), Buffer.concat([gzipSync(inflated), Buffer.from('more')])]
    for (const [i, file] of files.entries()) {
      const bytes = new Uint8Array(file)
      const isOneGzipMember = i === 1
      expect((await batchesOf(bytes, { textHash })).at(-1)).toMatchObject({ isOneGzipMember })
      expect(await decodeLog(bytes, { textHash })).toMatchObject({ isOneGzipMember })
      expect(await decodeLog(bytes)).not.toHaveProperty('isOneGzipMember')
    }
  })
})
