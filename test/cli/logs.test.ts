import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  const all = []
  for await (const { path, counts, done, issues } of logs.read(options))
    all.push([path.replace(`${folder}/`, ''), counts.records, done, issues.length])
  return { total: logs.total, all }
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
    const text = `${line.repeat(times)}5\n{"cut`
    const large = join(folder, 'large.ndjson')
    writeFileSync(large, text)
    const pieces = text.match(/.{1,100000}/gs) ?? []
    for (const [path, before] of [
      [large, line.length],
      ['-', 0],
    ] as const) {
      const { read } = await logsIn(
        [...(before === 0 ? [] : [join(folder, 'a.json')]), path],
        Readable.from(pieces.map((piece) => Buffer.from(piece))),
      )
      const parts = []
      for await (const part of read({})) if (part.path === path) parts.push(part)
      expect(parts.length).toBeGreaterThan(10)
      expect(Math.max(...parts.map(({ entries }) => entries.length))).toBeLessThan(times / 5)
      expect(parts.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(times)
      for (const name of ['records', 'matched', 'glue', 'broken'] as const)
        expect(parts.reduce((sum, { counts }) => sum + counts[name], 0)).toBe(
          { records: times + 1, matched: times, glue: times, broken: 1 }[name],
        )
      expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_, i) => i === parts.length - 1))
      expect(parts.map(({ issues }) => issues.length)).toEqual(parts.map(({ isLast }) => (isLast ? 2 : 0)))
      const done = parts.map((part) => part.done)
      expect(done).toEqual(done.toSorted((a, b) => a - b))
      expect(done[0]).toBeLessThan(before + text.length / 5)
      expect(done.at(-1)).toBe(before + text.length)
    }
    rmSync(large)
  })

  it('takes back what it counted of a stream that turns out to be no log', async () => {
    const { read } = await logsIn(['-'], Readable.from(Array.from({ length: 60 }, () => Buffer.from('{"some":"value"}\n'.repeat(1000)))))
    const parts = []
    for await (const part of read({})) parts.push(part)
    expect(parts.some(({ counts }) => counts.records > 0)).toBe(true)
    expect(parts.reduce((sum, { counts }) => sum + counts.records, 0)).toBe(0)
    expect(parts.at(-1)?.issues.map(({ code }) => code)).toEqual(['NOT_A_LOG'])
  })

  it('leaves standard input alone where it is not asked for', async () => {
    const stdin = nothing()
    await read([folder], stdin)
    expect(stdin.readableDidRead).toBe(false)
  })
})
