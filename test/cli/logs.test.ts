import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logsIn } from '../../src/cli/logs.js'
import { glueCall } from '../support/records.js'

const line = `${JSON.stringify(glueCall)}\n`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-logs-'))
  for (const [name, times] of [
    ['a.json', 1],
    ['b.json', 2],
  ] as const)
    writeFileSync(join(folder, name), line.repeat(times))
})
afterAll(() => rmSync(folder, { recursive: true }))

const nothing = (): Readable => Readable.from([])

async function read(paths: ReadonlyArray<string>, stdin = nothing(), options = {}) {
  const logs = await logsIn(paths, stdin)
  const all: Array<{ name: string; records: number; done: number; issues: number; isLast: boolean }> = []
  for await (const { source, counts, done, issues, isLast } of logs.read(options)) {
    const name = source.replace(`${folder}/`, '')
    const last = all.at(-1)
    // The batches of a file as one.
    if (last?.name === name)
      all[all.length - 1] = { name, records: last.records + counts.records, done, issues: last.issues + issues.length, isLast }
    else all.push({ name, records: counts.records, done, issues: issues.length, isLast })
    expect(last === undefined || last.name === name || last.isLast).toBe(true)
  }
  return { total: logs.total, all: all.map(({ name, records, done, issues }) => [name, records, done, issues]) }
}

describe('logsIn', () => {
  it('reads files and folders, and says how far it is', async () => {
    const size = line.length
    expect(await read([folder])).toEqual({
      total: 3 * size,
      all: [
        ['a.json', 1, size, 0],
        ['b.json', 2, 3 * size, 0],
      ],
    })
  })

  it('follows links out of a folder where that is asked', async () => {
    const links = mkdtempSync(join(tmpdir(), 'glue-trail-links-'))
    symlinkSync(folder, join(links, 'out'))
    const errorsOf = async (followLinks: boolean) =>
      (await logsIn([links], nothing(), undefined, { followLinks })).files?.map(({ error }) => error)
    expect(await errorsOf(false)).toEqual(['LINK_OUTSIDE'])
    expect(await errorsOf(true)).toEqual([undefined, undefined])
    rmSync(links, { recursive: true })
  })

  it('counts a file that cannot be read', async () => {
    expect(await read([join(folder, 'absent'), join(folder, 'a.json')])).toEqual({
      total: line.length,
      all: [
        ['absent', 0, 0, 1],
        ['a.json', 1, line.length, 0],
      ],
    })
  })

  it('reads standard input, once and first', async () => {
    const stdin = Readable.from([Buffer.from(line), Buffer.from(line.slice(0, 9)), Buffer.from(line.slice(9))])
    expect(await read([join(folder, 'a.json'), '-', '-'], stdin)).toEqual({
      total: undefined,
      all: [
        ['-', 2, 2 * line.length, 0],
        ['a.json', 1, 3 * line.length, 0],
      ],
    })
  })

  it('reads no more of standard input than a file may have', async () => {
    let given = 0
    const endless = new Readable({
      read() {
        given++
        this.push(Buffer.from(line))
      },
    })
    const { all } = await read(['-'], endless, { maxBytes: 10 * line.length })
    expect(all).toEqual([['-', 10, expect.any(Number), 1]])
    expect(given).toBeLessThan(1000)
  })

  it('gives standard input and large files part by part, and what is wrong with them with the last', async () => {
    const times = Math.ceil((6 * 2 ** 20) / line.length)
    const content = `${line.repeat(times)}5\n{"cut`
    const large = join(folder, 'large.ndjson')
    writeFileSync(large, content)
    const pieces = content.match(/.{1,100000}/gs) ?? []
    for (const [path, before] of [
      [large, line.length],
      ['-', 0],
    ] as const) {
      const { read } = await logsIn(
        [...(before === 0 ? [] : [join(folder, 'a.json')]), path],
        Readable.from(pieces.map((piece) => Buffer.from(piece))),
      )
      const parts = []
      for await (const part of read({})) if (part.source === path) parts.push(part)
      expect(parts.length).toBeGreaterThan(10)
      expect(Math.max(...parts.map(({ entries }) => entries.length))).toBeLessThan(times / 5)
      expect(parts.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(times)
      for (const name of ['records', 'matched', 'glue', 'broken'] as const)
        expect(parts.reduce((sum, { counts }) => sum + counts[name], 0)).toBe(
          { records: times, matched: times, glue: times, broken: 0 }[name],
        )
      expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_, i) => i === parts.length - 1))
      expect(parts.reduce((sum, { issues }) => sum + issues.length, 0)).toBe(1)
      const done = parts.map((part) => part.done)
      expect(done).toEqual(done.toSorted((a, b) => a - b))
      expect(done[0]).toBeLessThan(before + content.length / 5)
      expect(done.at(-1)).toBe(before + content.length)
    }
    rmSync(large)
  })

  it('counts nothing of a stream that turns out not to be a log', async () => {
    const { read } = await logsIn(['-'], Readable.from(Array.from({ length: 60 }, () => Buffer.from('{"some":"value"}\n'.repeat(1000)))))
    const parts = []
    for await (const part of read({})) parts.push(part)
    expect(parts.reduce((sum, { counts }) => sum + counts.records, 0)).toBe(0)
    expect(parts.at(-1)?.issues.map(({ code }) => code)).toEqual(['NOT_A_LOG'])
  })

  it('leaves standard input alone where it is not asked for', async () => {
    const stdin = nothing()
    await read([folder], stdin)
    expect(stdin.readableDidRead).toBe(false)
  })
})
