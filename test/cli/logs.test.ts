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
      total: line.length,
      all: [
        ['-', 2, 0, 0],
        ['a.json', 1, line.length, 0],
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
    expect(all).toEqual([['-', 10, 0, 1]])
    expect(given).toBeLessThan(1000)
  })

  it('leaves standard input alone where it is not asked for', async () => {
    const stdin = nothing()
    await read([folder], stdin)
    expect(stdin.readableDidRead).toBe(false)
  })
})
