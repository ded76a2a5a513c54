/** `glue-trail decode`: output formats, filters, messages and exit status. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { glueCall, otherServiceCall } from '../support/records.js'
import { ROOT } from '../support/root.js'
import { runCommand } from '../support/run-command.js'

const TRAIL = 'examples/trail'
const LAST_LINE = '8 files, 149 records, 98 Glue, 99 matched, 0 unknown, 1 nonconforming, 0 broken\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-e2e-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a file into the temporary folder, and returns its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The records of the example trail, in the order of the files. */
const records = readdirSync(join(ROOT, TRAIL), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.gz'))
  // A folder sorts before files whose names begin with its name.
  .map((path) => path.replaceAll('/', '\0'))
  .sort()
  .map((path) => path.replaceAll('\0', '/'))
  .flatMap(
    (path) => JSON.parse(gunzipSync(readFileSync(join(ROOT, TRAIL, path))).toString()).Records as ReadonlyArray<Record<string, unknown>>,
  )

describe('forms', () => {
  it('writes unchanged records as NDJSON into a pipe, one per line', async () => {
    const { status, out, err } = await runCommand(['decode', TRAIL, '--source', '*'])
    expect([status, err]).toEqual([0, LAST_LINE.replace('99 matched', '149 matched')])
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(records)
    // The escape sequence in the story is escaped in JSON already.
    expect(lines.filter((line, i) => line !== JSON.stringify(records[i]))).toEqual([])
  })

  it('writes NDJSON that decodes to the same NDJSON', async () => {
    const first = await runCommand(['decode', TRAIL])
    const again = await runCommand(['decode', '-'], { input: first.out })
    expect(again).toEqual({
      status: 0,
      out: first.out,
      err: '1 file, 99 records, 98 Glue, 99 matched, 0 unknown, 1 nonconforming, 0 broken\n',
    })
  })

  it('accepts empty input', async () => {
    const { status, err } = await runCommand(['decode', '-'], { input: '' })
    expect([status, err]).toEqual([0, '1 file, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken\n'])
  })

  it('keeps numbers and duplicate members of a pretty-printed file', async () => {
    const output =
      '{\r\n  "Records": [ {\r\n    "eventSource": "glue.amazonaws.com", "eventName" : "GetTags",\r\n    "size": 12345678901234567890, "size": 1.50 } ] }'
    const { out } = await runCommand(['decode', file('pretty.json', `\ufeff${output}`)])
    expect(out).toBe('{"eventSource":"glue.amazonaws.com","eventName":"GetTags","size":12345678901234567890,"size":1.50}\n')
  })

  it('writes JSON that is a log file', async () => {
    const { status, out, err } = await runCommand(['decode', TRAIL, '--source', '*', '--format', 'json'])
    expect([status, err]).toEqual([0, LAST_LINE.replace('99 matched', '149 matched')])
    expect(JSON.parse(out)).toEqual({ Records: records })
    expect(out.split('\n').length).toBe(records.length + 3)
    const again = await runCommand(['decode', file('again.json', out), '--source', '*', '--format', 'json'])
    expect(again.out).toBe(out)
    expect((await runCommand(['decode', TRAIL, '--api', 'NoSuchApi', '--format', 'json'])).out).toBe('{"Records":[\n]}\n')
  })

  it('writes CSV', async () => {
    const { status, out } = await runCommand(['decode', TRAIL, '--errors', '--format', 'csv'])
    expect(status).toBe(0)
    const lines = out.split('\r\n')
    expect(out).not.toMatch(/[^\r]\n/)
    await expect(lines.join('\n')).toMatchFileSnapshot('golden/errors.csv')
  })

  it('writes a table into a pipe on request, as wide as COLUMNS', async () => {
    const { status, out, err } = await runCommand(['decode', TRAIL, '--format', 'table'])
    expect([status, err]).toEqual([0, LAST_LINE])
    await expect(out).toMatchFileSnapshot('golden/table-200.txt')
    const narrow = await runCommand(['decode', TRAIL, '--format', 'table'], { env: { COLUMNS: '80' } })
    await expect(narrow.out).toMatchFileSnapshot('golden/table-80.txt')
    for (const line of narrow.out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    const middle = await runCommand(['decode', TRAIL, '--format', 'table'], { env: { COLUMNS: '100' } })
    await expect(middle.out).toMatchFileSnapshot('golden/table-100.txt')
    for (const line of middle.out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
  })

  it('colours a table in a pipe only on request', async () => {
    const coloured = await runCommand(['decode', TRAIL, '--format', 'table', '--color'])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    const plain = coloured.out.replaceAll(/\u001b\[\d+m/g, '')
    expect(plain).not.toBe(coloured.out)
    expect(plain).toBe((await runCommand(['decode', TRAIL, '--format', 'table'], { env: { CI: 'true' } })).out)
    expect((await runCommand(['decode', TRAIL, '--format', 'table'], { env: { FORCE_COLOR: '1' } })).out).toBe(coloured.out)
    expect((await runCommand(['decode', TRAIL, '--format', 'table'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).toBe(plain)
  })
})

describe('which records', () => {
  const names = async (...options: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
    (await runCommand(['decode', TRAIL, ...options])).out
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).eventName)

  it.each([
    [
      ['--api', 'DeleteTable'],
      ['DeleteTable', 'DeleteTable', 'DeleteTable'],
    ],
    [
      ['--api', 'Delete*', '--from', '2024-05-14T16:00', '--to', '2024-05-14T16:14:20'],
      ['DeleteTable', 'DeleteTable'],
    ],
    [
      ['--api', 'DeleteJob', '--api', 'DeleteCrawler'],
      ['DeleteCrawler', 'DeleteJob'],
    ],
    [
      ['--region', 'us-*', '--reads'],
      ['GetDatabase', 'GetDatabases', 'GetPartitions', 'GetResourcePolicy', 'GetTable', 'GetTable', 'GetTable', 'GetTables'],
    ],
    [
      ['--region', 'us-*', '--writes'],
      ['CreateDatabase', 'CreateTable', 'PutResourcePolicy'],
    ],
    [
      ['--source', 'signin', '--source', 'sso'],
      ['Federate', 'ConsoleLogin'],
    ],
    [
      ['--errors', '--writes', '--to', '2024-05-14T09:00'],
      // Of the batches no response was logged.
      ['CreateDatabase', 'BatchCreatePartition', 'BatchCreatePartition'],
    ],
    [['--errors', '--writes', '--known-only', '--to', '2024-05-14T09:00'], ['CreateDatabase']],
    [['--account', '111122223333'], []],
    [
      ['--limit', '2'],
      ['StartCrawler', 'GetDatabase'],
    ],
    [
      ['--actor', 'jonas.frank', '--writes'],
      ['DeleteTable', 'DeleteTable', 'DeleteCrawler', 'DeleteJob'],
    ],
    [
      ['--actor', '*/lars.holm', '--errors', '--known-only'],
      ['StartCrawler', 'StartJobRun'],
    ],
    [['--resource', 'finance.ledger', '--denied', '--known-only'], ['DeleteTable']],
    [
      ['--resource', 'arn:aws:glue:*:table/sandbox/*', '--writes', '--known-only'],
      ['DeleteTable', 'DeleteTable'],
    ],
    [['--exposed', '--known-only'], ['StartJobRun']],
    [
      ['--via', 'terraform', '--via', 'crawler', '--api', 'CreateT*'],
      ['CreateTable', 'CreateTable', 'CreateTable', 'CreateTrigger'],
    ],
  ])('%j', async (options, expected) => {
    expect((await names(...options)).toSorted()).toEqual([...expected].sort())
  })

  it('keeps what it cannot decide about, reports it, and leaves it out with --known-only', async () => {
    const { eventTime, ...timeless } = glueCall
    const input = [glueCall, timeless].map((record) => JSON.stringify(record)).join('\n')
    const kept = await runCommand(['decode', '-', '--from', '2024-05-14', '--format', 'csv'], { input })
    expect(
      kept.out
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.includes(',unknown,')),
    ).toEqual([false, true])
    expect(kept.err).toBe('1 file, 2 records, 2 Glue, 1 matched, 1 unknown, 1 nonconforming, 0 broken\n')
    const known = await runCommand(['decode', '-', '--from', '2024-05-14', '--known-only'], { input })
    expect(
      known.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([glueCall])
    expect(known.err).toBe(kept.err)
    expect((await runCommand(['decode', '-', '--from', '2024-05-14', '--format', 'table'], { input })).out).toContain(
      '\n── unknown: 1 record, the record lacks what the filter needs ',
    )
  })

  it('says with --explain why it cannot decide: below a row, and as a member', async () => {
    const reason = { field: 'errors', kind: 'NOT_LOGGED', path: ['responseElements'] }
    const options = ['decode', TRAIL, '--errors', '--writes', '--to', '2024-05-14T09:00']
    const { out, err } = await runCommand([...options, '--explain'])
    expect(out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).glueTrailMatchReasons]))).toEqual([
      [reason],
      [reason],
      undefined,
    ])
    const without = await runCommand(options)
    expect([without.out, without.err]).toEqual([out.replaceAll(`,"glueTrailMatchReasons":${JSON.stringify([reason])}`, ''), err])
    const rows = (await runCommand([...options, '--explain', '--format', 'table'])).out
    expect(rows.match(/\n {4}errors: responseElements is not logged\n/g)).toHaveLength(2)
    const asLog = JSON.parse((await runCommand([...options, '--explain', '--format', 'json'])).out)
    expect(asLog.Records[0].glueTrailMatchReasons).toEqual([reason])
    const streamed = await runCommand(['decode', '-', '--stream', '--errors', '--explain'], { input: without.out })
    expect(streamed.out).toContain(`"glueTrailMatchReasons":${JSON.stringify([reason])}}\n`)
  })

  it.each(['csv', 'parquet'])('refuses --explain where there is no place for it: %s', async (format) => {
    const { status, err } = await runCommand([
      'decode',
      TRAIL,
      '--explain',
      '--format',
      format,
      ...(format === 'csv' ? [] : ['-o', folder]),
    ])
    expect([status, err]).toEqual([
      2,
      "glue-trail decode: '--explain' is for '--format table', '--format ndjson' and '--format json'; try --help\n",
    ])
  })

  it.each(['ndjson', 'json', 'csv', 'table'])('redacts secrets with --redact: %s', async (format) => {
    const secret = 'example-not-for-print'
    const whole = await runCommand(['decode', TRAIL, '--exposed', '--format', format])
    const redacted = await runCommand(['decode', TRAIL, '--exposed', '--format', format, '--redact'])
    if (format.endsWith('json')) expect(whole.out).toContain(secret)
    expect(redacted.out).not.toContain(secret)
    expect(redacted.out).toContain('StartJobRun')
    expect(redacted.err).toBe(whole.err)
  })

  it('reports where it stopped', async () => {
    const { err } = await runCommand(['decode', TRAIL, '--limit', '3'])
    expect(err).toMatch(/^1 file, \d+ records, .*, 0 broken, stopped after 3\n$/)
  })

  it('reports unknown APIs and goes on: AWS may have added them', async () => {
    const { status, err } = await runCommand(['decode', TRAIL, '--api', 'DeletTable'])
    expect(status).toBe(0)
    expect(err).toBe(
      'glue-trail: no known Glue API: DeletTable (Did you mean DeleteTable?)\n' +
        LAST_LINE.replace('99 matched', '0 matched').replace('1 nonconforming', '0 nonconforming'),
    )
  })
})

describe('a long stream', () => {
  const half = Array.from({ length: 2000 }, () => `${JSON.stringify({ ...glueCall, eventID: randomUUID() })}\n`).join('')

  it('reports broken records and an incomplete end', async () => {
    const { status, out, err } = await runCommand(['decode', '-'], { input: `${half}[5]\n${half}{"cut` })
    expect([status, out]).toEqual([1, half + half])
    expect(err).toMatch(
      /^glue-trail: -: record 2000, byte \d+: expected a CloudTrail record, received a number\nglue-trail: -: record 4001, byte \d+: expected its end, received the end of the file\n1 file, 4002 records, 4000 Glue, 4000 matched, 0 unknown, 0 nonconforming, 2 broken\n$/,
    )
  })
})

describe('broken input', () => {
  it('is reported with file, position and reason, without values, and reading continues', async () => {
    const broken = [
      file('torn.json.gz', gzipSync(`{"Records":[${JSON.stringify(glueCall)}]}`).subarray(0, -4)),
      file('digest.json', '{"digestStartTime":"","digestEndTime":"","logFiles":[]}'),
      file('page.html', '<html>secret</html>'),
      file('some.ndjson', `${JSON.stringify(glueCall)}\n5\n{"secret":\n${JSON.stringify(otherServiceCall)}\n`),
      join(folder, 'absent'),
    ]
    const { status, out, err } = await runCommand(['decode', ...broken])
    expect(status).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([glueCall, glueCall])
    expect(err.replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "glue-trail: torn.json.gz: byte 306 of the stored file: expected the rest of a gzip member, received the end of the file
      glue-trail: page.html: expected a log file, a list of records, a record, or one a line, received content of another kind
      glue-trail: some.ndjson: byte 438: expected an object or a list, received something else
      glue-trail: absent: no such file or directory
      5 files, 2 records, 2 Glue, 2 matched, 0 unknown, 0 nonconforming, 4 broken, 1 other file (1 digest)
      "
    `)
  })

  it('is found in records that the filter skips only with --strict, by every command', async () => {
    const json = `{"Records":[${JSON.stringify(otherServiceCall).replace('{', '{"size":secret,')},${JSON.stringify(glueCall)}]}`
    const paths = [file('passed-over-1.json', json), file('passed-over-2.json', json)]
    const said = 'record 0, byte 12: expected JSON, received something else'
    for (const words of [
      ['decode', '--workers', '1'],
      ['summary', '--workers', '1'],
    ]) {
      const loose = await runCommand([...words, ...paths])
      expect([loose.status, loose.err.split('\n').at(-2)]).toEqual([
        0,
        '2 files, 4 records, 2 Glue, 2 matched, 0 unknown, 0 nonconforming, 0 broken',
      ])
      const strict = await runCommand([...words, ...paths, '--strict'])
      const lines = strict.err.split('\n')
      expect([strict.status, strict.out, ...lines.slice(0, 2), lines.at(-2)]).toEqual([
        1,
        loose.out,
        ...paths.map((path) => `glue-trail: ${path}: ${said}`),
        '2 files, 4 records, 2 Glue, 2 matched, 0 unknown, 0 nonconforming, 2 broken',
      ])
    }
    expect((await runCommand(['decode', '-', '--strict'], { input: json })).err).toContain(`glue-trail: -: ${said}\n`)
    expect((await runCommand(['decode', '-', '--stream', '--strict'], { input: json })).err).toContain(`glue-trail: line 1: ${said}\n`)
    const of = ['history', 'sales.orders', ...paths]
    expect(await runCommand([...of, '--strict'])).toEqual(await runCommand(of))
    expect((await runCommand(of)).err).toContain(said)
  })

  it('is reported with escaped file names', async () => {
    const path = file('a\u001b[2J\u202e.json', 'nothing')
    const { err } = await runCommand(['decode', path])
    expect(err).toContain('a\\u001b[2J\\u202e.json: expected')
  })

  it('is not reported for a folder without files', async () => {
    mkdirSync(join(folder, 'empty'))
    expect(await runCommand(['decode', join(folder, 'empty')])).toEqual({
      status: 0,
      out: '',
      err: `no log files in ${join(folder, 'empty')}: expected .json or .json.gz files\n0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken\n`,
    })
  })
})

describe('exit status', () => {
  it.each([
    [0, ['decode', TRAIL]],
    [0, ['decode', TRAIL, '--fail-on', 'broken']],
    [1, ['decode', TRAIL, '--fail-on', 'nonconforming']],
    [1, ['decode', TRAIL, '--fail-on', 'broken', '--fail-on', 'denied']],
    [0, ['decode', TRAIL, '--fail-on', 'denied', '--api', 'Create*']],
    [0, ['decode', TRAIL, '--fail-on', 'nonconforming', '--api', 'Create*']],
    [1, ['decode', 'no-such-file']],
    [2, ['decode']],
    [2, ['decode', TRAIL, '--from', 'whenever']],
    [2, ['decode', TRAIL, '--nonsense']],
    [2, ['decode', TRAIL, '--keys', 'keys.txt']],
    [2, ['decode', TRAIL, '--record', 'a..b']],
    [2, ['decode', '-', '--stream', '--record', 'a']],
    [2, []],
    [2, ['decod']],
    [0, ['--help']],
    [0, ['decode', '--help']],
    [0, ['--version']],
  ])('is %i of %j', async (status, args) => {
    expect((await runCommand(args)).status).toBe(status)
  })

  it('reports where a record does not match the model with --fail-on nonconforming', async () => {
    const { err } = await runCommand(['decode', TRAIL, '--fail-on', 'nonconforming'])
    expect(
      err
        .split('\n')
        .slice(0, -2)
        .map((line) => line.replace(/^glue-trail: .*json\.gz: /, '')),
    ).toEqual([
      'record 15 does not match the model: requestParameters.arguments["--attempt"]: expected a string, received a number',
      'record 15 does not match the model: requestParameters.numberOfWorkers: expected a number, received a string',
    ])
  })

  it('is that of wrong usage, with the nearest option, and nothing is read', async () => {
    const { out, err } = await runCommand(['decode', TRAIL, '--form', 'csv'])
    expect(out).toBe('')
    expect(err).toBe("glue-trail decode: unknown option '--form' (Did you mean --format?); try --help\n")
  })

  it('2 comes with what is wrong with a filter', async () => {
    const { out, err } = await runCommand(['decode', TRAIL, '--from', 'whenever', '--to', 'whenever'])
    expect(out).toBe('')
    const expected = 'expected a date, a date with a time, or a time ago such as 24h'
    expect(err).toBe(`glue-trail decode: --from 'whenever': ${expected}; --to 'whenever': ${expected}; try --help\n`)
  })
})
