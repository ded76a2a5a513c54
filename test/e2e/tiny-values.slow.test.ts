/** 32 MiB of tiny values take less than 256 MiB of memory in the command, its threads included. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { COMMAND } from './command.js'
import { residentOf } from './resident.js'

const MIB = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const small = written('small.json', '{}')
const records = written('records.json', `{"Records":[${'{},'.repeat((32 * MIB) / 3 - 5)}{}]}`)
const lines = written('lines.ndjson', '{}\n'.repeat((32 * MIB) / 3))
/** Each line is read by itself: 32 MiB take minutes, and no more memory. */
const fewerLines = written('fewer.ndjson', '{}\n'.repeat(MIB))

it.each<readonly [how: string, args: ReadonlyArray<string>, input: string | undefined]>([
  ['a file of records', ['decode', records], undefined],
  ['a file of lines', ['decode', lines], undefined],
  ['standard input', ['decode', '-'], records],
  ['a log on one line of standard input', ['decode', '-', '--stream'], records],
  ['lines of standard input', ['decode', '-', '--stream'], fewerLines],
  ['decode with threads', ['decode', records, small, '--workers', '2', '--format', 'ndjson'], undefined],
  ['summary with threads', ['summary', lines, small, '--workers', '2'], undefined],
])('%s', (_, args, input) => {
  const { bytes, err } = residentOf([COMMAND, ...args, '--source', '*'], input)
  expect(err).toMatch(/ records, /)
  expect(Math.round(bytes / MIB)).toBeLessThan(256)
})
