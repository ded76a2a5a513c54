import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeRange, summaryRange } from '../../src/cli/thread.js'
import { temporaryFolder } from '../support/folder.js'
import { glueCall, otherServiceCall } from '../support/records.js'

function files(...contents: ReadonlyArray<ReadonlyArray<object>>) {
  const folder = temporaryFolder()
  return contents.map((Records, i) => {
    const path = join(folder, `${i}.json`)
    writeFileSync(path, JSON.stringify({ Records }))
    return { path, size: 1 }
  })
}

const now = Date.parse('2024-05-14T07:00:00Z')
const line = JSON.stringify(glueCall)

describe('decodeRange', () => {
  it.each([
    ['ndjson', `${line}\n${line}\n`],
    ['json', `\n${line},\n${line}`],
    ['csv', expect.stringMatching(/^2024-05-14T06:10:00Z.*\r\n2024-05-14T06:10:00Z.*\r\n$/)],
  ] as const)('writes %s, a part for each file', async (format, content) => {
    const parts = await decodeRange({
      files: files([glueCall, otherServiceCall, glueCall], [], [glueCall, glueCall]),
      options: { failOn: [] },
      now,
      format,
    })
    expect(parts.map((part) => Buffer.from(part.bytes).toString())).toEqual([content, '', content])
    expect(parts.map(({ tally }) => tally.records)).toEqual([3, 0, 2])
  })

  it('counts times ago from when the command began', async () => {
    const task = { files: files([glueCall]), format: 'ndjson' } as const
    for (const [from, matched] of [
      ['51m', 1],
      ['49m', 0],
    ] as const) {
      const [part] = await decodeRange({ ...task, options: { failOn: [], from }, now })
      expect(part?.tally.matched).toBe(matched)
    }
  })

  it('parses what the filter passes over only where it is to be strict', async () => {
    const [file] = files([])
    if (file === undefined) return expect.fail()
    writeFileSync(file.path, `{"Records":[${JSON.stringify(otherServiceCall).replace('{', '{"size":secret,')},${line}]}`)
    for (const strict of [false, true]) {
      const [part] = await decodeRange({ files: [file], options: { failOn: [], strict }, now, format: 'ndjson' })
      expect([part?.tally.matched, part?.tally.broken]).toEqual([1, strict ? 1 : 0])
      const [counted] = await summaryRange({ files: [file], options: { top: 1, strict }, now })
      expect(counted?.tally.broken).toBe(strict ? 1 : 0)
    }
  })

  it('says of a file that cannot be read what there is to say', async () => {
    const [part] = await decodeRange({ files: [{ path: 'none', size: 0 }], options: { failOn: [] }, now, format: 'csv' })
    expect(part?.lines).toEqual(['none: no such file or directory'])
  })
})

describe('summaryRange', () => {
  it('counts each file', async () => {
    const parts = await summaryRange({ files: files([glueCall, otherServiceCall], [glueCall, glueCall]), options: { top: 1 }, now })
    expect(parts.map(({ counts }) => counts.sum.calls)).toEqual([1, 2])
  })
})
