import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Repeats, repeatKeyOf } from '../../src/cli/repeats.js'
import { temporaryFolder } from '../support/folder.js'
import { glueCall } from '../support/records.js'
import { runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

const keyOf = (record: unknown, bytes = new Uint8Array(0)): string => repeatKeyOf({ record, bytes })
const call = (eventID: string, more: object = {}) => ({ ...glueCall, eventID, recipientAccountId: '123456789012', ...more })

describe('a repeated record', () => {
  it('has an eventID and the same content', () => {
    const key = keyOf(call('a'))
    expect(keyOf(JSON.parse(JSON.stringify(call('a'), undefined, 2)))).toBe(key)
    const others = [
      call('b'),
      call('a', { recipientAccountId: '111122223333' }),
      call('a', { awsRegion: 'eu-central-2' }),
      call('a', { eventVersion: '1.11' }),
      call('a', { requestParameters: { name: '\ud800' } }),
      call('a', { requestParameters: { name: '\ufffd' } }),
    ]
    expect(new Set([key, ...others.map((record) => keyOf(record))]).size).toBe(7)
    expect(keyOf({ eventId: 'a', eventCategory: 'Aggregated' })).not.toBe('')
    expect([{}, 5, { eventID: '' }, { eventID: 5 }].map((record) => keyOf(record))).toEqual(['', '', '', ''])
  })

  it('has the same bytes where it is too deep to print', () => {
    const deep = JSON.parse(`{"eventID":"a","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
    const [one, two] = [Uint8Array.of(1), Uint8Array.of(2)]
    expect(keyOf(deep, one)).toBe(keyOf(deep, one))
    expect(keyOf(deep, one)).not.toBe(keyOf(deep, two))
  })

  it('is found among the last records, of which a limited number is remembered', () => {
    const repeats = new Repeats(2)
    expect(['', '', 'a', 'a', 'b', 'a', 'c', 'b'].map((key) => repeats.has(key))).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
    expect(repeats.hasForgotten).toBe(true)
    expect(new Repeats().hasForgotten).toBe(false)
  })
})

describe('the command', () => {
  const filesOf = (...files: ReadonlyArray<ReadonlyArray<object>>): string => {
    const folder = temporaryFolder()
    files.forEach((records, i) => void writeFileSync(join(folder, `${i}.json`), JSON.stringify({ Records: records })))
    return folder
  }
  const folder = () => filesOf([call('a'), call('b'), call('a')], [call('b'), call('c'), glueCall, glueCall])

  it('counts each record once in summary', async () => {
    const { out, err } = await runCommand(['summary', folder(), '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ records: 7, repeated: 2, calls: 5 })
    expect(err).toContain('7 matched, 0 unknown, 0 nonconforming, 0 broken, 2 repeated\n')
  })

  it('writes each record once with --unique, in every format and line by line', async () => {
    const input = [call('a'), call('b'), call('a'), glueCall, glueCall].map((record) => `${JSON.stringify(record)}\n`).join('')
    const all = await runCommand(['decode', '-'], { input })
    expect(all.out.split('\n')).toHaveLength(6)
    for (const args of [[], ['--stream'], ['--format', 'csv'], ['--format', 'table'], ['--workers', '2']]) {
      const { out, err } = await runCommand(['decode', '-', '--unique', ...args], { input })
      expect(err).toMatch(/ 0 broken, 1 repeated\n$/)
      if (args.length === 0 || args[0] === '--stream') expect(out.split('\n')).toHaveLength(5)
    }
  })

  it('hides no record behind another one with its eventID', async () => {
    const files = filesOf([call('a', { eventName: 'GetTable' })], [call('a', { eventName: 'DeleteTable' })])
    const { out } = await runCommand(['summary', files, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ records: 2, repeated: 0, calls: 2 })
    expect((await runCommand(['decode', files, '--unique'])).out).toContain('DeleteTable')
  })

  it('counts a name once that others spell in capitals', async () => {
    const spelled = (databaseName: string, name: string) => ({ requestParameters: { databaseName, name } })
    const { out } = await runCommand([
      'summary',
      filesOf([
        call('a', { eventName: 'GetTable', ...spelled('Sales', 'ORDERS') }),
        call('b', { eventName: 'GetTable', ...spelled('sales', 'orders') }),
        call('c', { eventName: 'GetJob', requestParameters: { jobName: 'Nightly' } }),
      ]),
      '--format',
      'json',
    ])
    const names = (JSON.parse(out).resources.top as ReadonlyArray<{ name: string; calls: number }>).map(({ name, calls }) => [name, calls])
    expect(names).toEqual([
      ['table sales.orders', 2],
      ['job Nightly', 1],
    ])
  })
})

describeShared('records delivered twice', () => {
  it('are counted once', async () => {
    const summary = async (...files: ReadonlyArray<string>) => {
      const paths = files.map((file) => sharedPath(`cases/${file}`))
      return JSON.parse((await runCommand(['summary', ...paths, '--format', 'json'])).out)
    }
    expect(await summary('21-duplicates.json', '21b-duplicates-again.json')).toMatchObject({ records: 5, calls: 2, repeated: 3 })
    expect(await summary('28-redelivered-a.json', '28-redelivered-b.json')).toMatchObject({ records: 4, calls: 3, repeated: 1 })
  })
})
