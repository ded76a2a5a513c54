/**
 * Small files that inflate to very large ones give a clear issue, in less than 300 MB of memory, Node's own included.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { programs } from '../support/child.js'
import { joined, spacesBomb } from '../support/gzip-file.js'
import { someRecords, utf8 } from '../support/logs.js'

const LIMIT = 300
const { file, run } = programs()

const READ = `
  const { entries, issues, bytes } = await glue.decodeLog(readFile(path))
  return { entries: entries.length, codes: issues.map(({ code }) => code), size: bytes.length }
`

/** A gigabyte of spaces, in one megabyte of gzip. */
const spaces = spacesBomb(1024)

describe.each(['node', 'web'] as const)('Inflated by the implementation for %s', (half) => {
  it('a gigabyte of spaces is refused', () => {
    const { answer, megabytes } = run(READ, file('spaces', spaces), half)
    expect(answer).toMatchObject({ entries: 0, codes: ['TOO_HIGH_RATIO'] })
    expect(megabytes).toBeLessThan(LIMIT)
  })

  it('a gigabyte of spaces gzipped twice is not inflated', () => {
    const { answer, megabytes } = run(READ, file('twice', gzipSync(spaces)), half)
    expect(answer).toMatchObject({ entries: 0, codes: ['TOO_HIGH_RATIO', 'GZIPPED_TWICE'] })
    expect(megabytes).toBeLessThan(LIMIT)
  })

  it('records before a bomb are delivered', () => {
    const records = gzipSync(JSON.stringify({ Records: someRecords(10) }))
    const { answer, megabytes } = run(READ, file('behind', joined(records, spaces)), half)
    expect(answer).toMatchObject({ entries: 10, codes: ['TOO_HIGH_RATIO'] })
    expect(megabytes).toBeLessThan(LIMIT)
  })
})

describe('A bomb whose trailer lies', () => {
  it.each([0, 1_000_000, 200_000_000, 2 ** 32 - 1])('about its length, %i, is refused', (length) => {
    const { answer, megabytes } = run(READ, file(`lies-${length}`, spacesBomb(1024, { length })))
    expect(answer).toMatchObject({ entries: 0, codes: ['TOO_HIGH_RATIO'] })
    expect(megabytes).toBeLessThan(LIMIT)
  })
})

describe('Files read one after the other', () => {
  it('are in memory one at a time', () => {
    const json = utf8(`${JSON.stringify({ Records: someRecords(10) })}${' '.repeat(30_000_000)}`)
    const path = file('large', json)
    const { answer, megabytes } = run(
      `
        let entries = 0
        for await (const log of glue.decodeFiles(Array(20).fill({ path, size: 0 }))) entries += log.entries.length
        return entries
      `,
      path,
    )
    expect(answer).toBe(200)
    // Together they have 600 MB.
    expect(megabytes).toBeLessThan(LIMIT)
  })
})

describe('A large file', () => {
  const record = JSON.stringify(someRecords(2)[1])
  const LARGE = 200_000_000

  it.each(['node', 'web'] as const)('is read as a stream in bounded memory, inflated by the implementation for %s', (half) => {
    const json = utf8(`{"Records":[${Array.from({ length: Math.ceil(LARGE / record.length) }, () => record).join(',')}]}`)
    const stream = `
      const { createReadStream } = await import('node:fs')
      const log = glue.decodeLogStream(createReadStream(path), { maxRatio: 5000, where: { test: () => 'NO', index: { sources: [] } } })
      for await (const _ of log) throw new Error('an entry')
      return [log.counts.unmatched, log.issues.length]
    `
    for (const [name, bytes] of [
      ['text', json],
      ['gzipped', gzipSync(json, { level: 1 })],
    ] as const) {
      const { answer, megabytes } = run(stream, file(`large-${half}-${name}`, bytes), half)
      expect(answer).toEqual([Math.ceil(LARGE / record.length), 0])
      expect([name, megabytes]).toEqual([name, expect.toSatisfy((most: number) => most < 120)])
    }
  })
})

describe('A bomb in a stream', () => {
  it.each(['node', 'web'] as const)('is refused, inflated by the implementation for %s', (half) => {
    const { answer, megabytes } = run(
      `
        const { createReadStream } = await import('node:fs')
        const log = glue.decodeLogStream(createReadStream(path))
        let entries = 0
        for await (const _ of log) entries++
        return { entries, codes: log.issues.map(({ code }) => code) }
      `,
      file(`spaces-${half}`, spaces),
      half,
    )
    expect(answer).toMatchObject({ entries: 0, codes: ['TOO_HIGH_RATIO'] })
    expect(megabytes).toBeLessThan(LIMIT)
  })
})

describe('A file of very many members', () => {
  it('needs memory only for its inflated bytes', () => {
    const member = gzipSync('{}\n')
    const { answer, megabytes } = run(READ, file('members', joined(...Array.from({ length: 30_000 }, () => member))))
    expect(answer).toMatchObject({ codes: ['NOT_A_LOG'], size: 90_000 })
    expect(megabytes).toBeLessThan(LIMIT)
  })
})
