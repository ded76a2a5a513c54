/**
 * Inputs that people have at hand, read by the command as a file and through a pipe: the records, the exit status and
 * the message that the field cases say.
 */
import { describe, expect, it } from 'vitest'
import { isRecordByName } from '../../src/source/envelope/record-name.js'
import { EXPORTS, FIELD_CASES } from '../support/field-cases.js'
import { type Ran, runCommand } from '../support/run-command.js'
import { describeShared, sharedBytes, sharedPath } from '../support/shared.js'

const WAYS: ReadonlyArray<readonly [name: string, decode: (file: string, args: ReadonlyArray<string>) => Promise<Ran>]> = [
  ['as a file', (file, args) => runCommand(['decode', sharedPath(`cases/${file}`), ...args])],
  ['through a pipe', (file, args) => runCommand(['decode', '-', ...args], { input: sharedBytes(`cases/${file}`) })],
]

/** The number of records in the output, values that are none left out. */
const recordsIn = ({ out }: Ran): number => out.split('\n').filter((line) => line !== '' && isRecordByName(JSON.parse(line))).length

const ALL = ['--source', '*', '--format', 'ndjson']

describeShared('field cases', () => {
  describe.each(WAYS)('%s', (_, decode) => {
    it.each(FIELD_CASES)('$file', async ({ file, records, message, status = 0 }) => {
      const ran = await decode(file, ALL)
      expect([recordsIn(ran), ran.status]).toEqual([records, status])
      // Without a message there is but the line of counts.
      if (message === undefined) expect(ran.err).toMatch(/^1 file, [^\n]*\n$/)
      else expect(ran.err).toContain(message)
    })

    it.each(EXPORTS)('$file with --record $record', async ({ file, records, record }) => {
      const ran = await decode(file, [...ALL, '--record', record])
      expect([recordsIn(ran), ran.status]).toEqual([records, 0])
    })
  })
})
