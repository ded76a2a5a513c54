/** A caller chooses the names in a record. They must not act on the terminal, the spreadsheet or the reader. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../src/codec/structure.js'
import { RecordFields } from '../../src/generated/record/record-fields.js'
import { glueCall } from '../support/records.js'
import { runCommand, runOnScreen } from '../support/run-command.js'

/**
 * What terminals interpret: every control character but a new line, and characters that reverse text or are invisible.
 */
const INTERPRETED = /[^\P{C}\n]|[\u2028\u2029]/u

const HOSTILE = [
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31m\u0085\u007f',
  '=HYPERLINK("http://x","y")',
  '+1\r\n-1',
  '@x\t"',
  '\u202eevil\u2066\u200b\u{e0041}',
  '\u2028\u2029\ufeff',
  '表😀',
]

/** Returns the value with every string replaced by a hostile one. */
function hostileIn(value: unknown, output: string): unknown {
  if (typeof value === 'string') return output
  if (Array.isArray(value)) return value.map((item) => hostileIn(item, output))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hostileIn(member, output)]))
}

const records = HOSTILE.flatMap((output) => {
  const { eventSource, eventName, ...rest } = glueCall
  // Every known member of records, and two unknown ones.
  const members = Object.fromEntries([...fieldsOf(RecordFields).map(({ name }) => name), output, 'unknown'].map((name) => [name, output]))
  const record = { ...members, ...(hostileIn(rest, output) as object), errorCode: output, errorMessage: output }
  return [
    { ...record, eventSource, eventName },
    { ...record, eventSource, eventName: output },
    { ...record, eventSource: output, eventName: output },
    { ...record, eventSource, eventName, requestParameters: { [output]: { [output]: output } } },
    ...['CreateTable', 'UpdateTable'].map((name) => ({
      ...record,
      eventSource,
      eventName: name,
      requestParameters: {
        databaseName: 'sales',
        tableInput: {
          name: 'orders',
          parameters: { [output]: output },
          storageDescriptor: { location: output, columns: [{ name: output, type: output }] },
        },
      },
    })),
  ]
})

let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-\u001b[2J\u202e-'))
  path = join(folder, '=1+1.json')
  writeFileSync(path, `${records.map((record) => JSON.stringify(record)).join('\n')}\n"\u001b[2J"\n{"secret\u009b":\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('hostile strings in every member', () => {
  it.each([
    ['table', {}],
    ['table', { COLUMNS: '80' }],
    ['ndjson', {}],
    ['json', {}],
  ])('leave nothing in %s that a terminal interprets, and a record is one line', async (format, env) => {
    const { out, err } = await runCommand(['decode', path, '--source', '*', '--format', format, '--fail-on', 'nonconforming'], { env })
    expect(out.length).toBeGreaterThan(records.length * 50)
    expect(out).not.toMatch(INTERPRETED)
    expect(err).not.toMatch(INTERPRETED)
    if (format === 'ndjson') expect(out.split('\n').length).toBe(records.length + 1)
  })

  it('leave no escape sequences on a terminal but colours', async () => {
    const { output } = await runOnScreen(['decode', path, '--source', '*'], { columns: 80 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    expect(output.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(INTERPRETED)
  })

  it('are the same records in NDJSON and JSON', async () => {
    const parsed = (await runCommand(['decode', path, '--source', '*'])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(parsed).toEqual(JSON.parse(JSON.stringify(records)))
    expect(JSON.parse((await runCommand(['decode', path, '--source', '*', '--format', 'json'])).out).Records).toEqual(parsed)
  })

  it('leave nothing in a summary or a history that a terminal interprets', async () => {
    for (const args of [
      ['summary', path, '--source', '*'],
      ['summary', path, '--source', '*', '--format', 'json'],
      ['summary', path, '--source', '*', '--format', 'csv'],
      ['history', 'sales.orders', path, '--format', 'table'],
      ['history', 'sales.orders', path],
    ]) {
      const { out, err } = await runCommand(args)
      expect(out.length).toBeGreaterThan(100)
      expect(out.replaceAll('\r\n', '')).not.toMatch(INTERPRETED)
      expect(err).not.toMatch(INTERPRETED)
    }
    const { output } = await runOnScreen(['summary', path, '--source', '*'], { columns: 80 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    expect(output.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(INTERPRETED)
  })

  it('leave no formula in CSV', async () => {
    const { out } = await runCommand(['decode', path, '--source', '*', '--format', 'csv'])
    expect(out.replaceAll('\r\n', '')).not.toMatch(INTERPRETED)
    const lines = out.split('\r\n')
    expect(lines.length).toBe(records.length + 2)
    const cells = lines.slice(1, -1).flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
    expect(cells.length).toBeGreaterThan(records.length * 10)
    expect(cells.filter((cell) => /(?:^|;)[ "]*[=+\-@\t\r]/.test(cell))).toEqual([])
  })
})
