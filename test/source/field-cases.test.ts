/**
 * Inputs that people have at hand, read by the readers: as many records as the field cases say, from whole files and
 * from streams.
 */
import { expect, it } from 'vitest'
import { openZstd } from '#gunzip'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { formatLogIssues } from '../../src/source/log-issue.js'
import { FIELD_CASES, type FieldCase } from '../support/field-cases.js'
import { OWN_CASES } from '../support/own-cases.js'
import { describeShared, sharedBytes } from '../support/shared.js'

async function check(bytes: Uint8Array, { records, message }: FieldCase): Promise<void> {
  const { entries, issues, counts } = await decodeLog(bytes)
  expect(entries.filter(({ result }) => result._tag !== 'Left').length).toBe(records)
  if (message === undefined) expect(formatLogIssues(issues)).toEqual([])
  else expect(formatLogIssues(issues).join('\n')).toContain(message)

  const stream = decodeLogStream([bytes.subarray(0, 1000), bytes.subarray(1000)])
  const streamed: Array<unknown> = []
  for await (const { raw } of stream) streamed.push(raw)
  expect(streamed).toEqual(entries.map(({ raw }) => raw))
  expect(stream.counts).toEqual(counts)
}

it.each(OWN_CASES)('$file', (own) => check(Buffer.from(own.content), own))

describeShared('field cases', () => {
  it.each(FIELD_CASES)('$file', (found) => check(sharedBytes(`cases/${found.file}`), found))

  it.each(['utf-16le', 'utf-16be'])('in %s, as PowerShell redirects it', async (encoding) => {
    const swapped = Buffer.from(`\uFEFF${Buffer.from(sharedBytes('cases/01-lookup-events.json')).toString()}`, 'utf16le')
    const { entries } = await decodeLog(encoding === 'utf-16le' ? swapped : swapped.swap16())
    expect(entries.length).toBe(2)
  })
})

it.each<readonly [ReadonlyArray<number>, string]>([
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive: unpack it with unzip'],
  // Where Node inflates zstd, it is read.
  ...(openZstd === undefined ? [[[0x28, 0xb5, 0x2f, 0xfd], 'zstd: unpack it with zstd -d'] as const] : []),
  [[0x42, 0x5a, 0x68, 0x39], 'bzip2: unpack it with bunzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz: unpack it with unxz'],
])('names the archive that begins with %j', async (magic, received) => {
  const { issues } = await decodeLog(Uint8Array.from([...magic, ...new Array(600).fill(0)]))
  expect(issues.map((issue) => issue.received)).toEqual([received])
})
