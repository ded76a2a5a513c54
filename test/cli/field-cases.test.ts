/**
 * Inputs that people have at hand, read by the command as a file and through a pipe: the records, the exit status and
 * the message that the field cases say.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRecordByName } from '../../src/source/envelope/record-name.js'
import { EXPORTS, FIELD_CASES, type FieldCase } from '../support/field-cases.js'
import { temporaryFolder } from '../support/folder.js'
import { OWN_CASES } from '../support/own-cases.js'
import { type Ran, runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

const WAYS: ReadonlyArray<readonly [name: string, decode: (path: string, args: ReadonlyArray<string>) => Promise<Ran>]> = [
  ['as a file', (path, args) => runCommand(['decode', path, ...args])],
  ['through a pipe', (path, args) => runCommand(['decode', '-', ...args], { input: readFileSync(path) })],
]

/** The number of records in the output, values that are none left out. */
const recordsIn = ({ out }: Ran): number => out.split('\n').filter((line) => line !== '' && isRecordByName(JSON.parse(line))).length

const ALL = ['--source', '*', '--format', 'ndjson']

function check(ran: Ran, { records, message, status }: FieldCase): void {
  expect([recordsIn(ran), ran.status]).toEqual([records, status ?? 0])
  // Without a message there is but the line of counts.
  if (message === undefined) expect(ran.err).toMatch(/^1 file, [^\n]*\n$/)
  else expect(ran.err).toContain(message)
}

describe.each(WAYS)('%s', (_, decode) => {
  it.each(OWN_CASES)('$file', async (own) => {
    const path = join(temporaryFolder(), 'export')
    writeFileSync(path, own.content)
    check(await decode(path, ALL), own)
  })
})

describeShared('field cases', () => {
  describe.each(WAYS)('%s', (_, decode) => {
    it.each(FIELD_CASES)('$file', async (found) => check(await decode(sharedPath(`cases/${found.file}`), ALL), found))

    it.each(EXPORTS)('$file with --record $record', async ({ file, records, record }) => {
      const ran = await decode(sharedPath(`cases/${file}`), [...ALL, '--record', record])
      expect([recordsIn(ran), ran.status]).toEqual([records, 0])
    })
  })
})
