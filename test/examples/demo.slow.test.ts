/** The example trail matches its story, and the demo shows all of its records, with details of the special ones. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { decodeRecords, isGlueRecord, recordOf } from 'glue-trail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TRAIL = join(ROOT, 'examples/trail')

/** Runs an example as a user would, with its output not on a terminal. */
function run(script: string, ...args: ReadonlyArray<string>) {
  // A setting for the colours of the test run must not colour the demo.
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env
  const child = spawnSync(process.execPath, ['--import', 'tsx', `examples/${script}`, ...args], { cwd: ROOT, env, encoding: 'utf8' })
  return { status: child.status, out: child.stdout, err: child.stderr }
}

const files = readdirSync(TRAIL, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
const logs = files.map(({ bytes }) => gunzipSync(bytes).toString('utf8'))
const records = logs.flatMap((log) => (JSON.parse(log) as { Records: ReadonlyArray<unknown> }).Records)

describe('the example trail', () => {
  it('matches its story', () => {
    expect(run('make-trail.ts', '--check')).toStrictEqual({ status: 0, out: 'examples/trail matches the story: 8 files\n', err: '' })
  })

  it('is small, and has the names and form of CloudTrail files', () => {
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(60_000)
    for (const { name, bytes } of files) {
      expect(name).toMatch(/^123456789012_CloudTrail(-Insight)?_(eu-central-1|us-east-1)_20240514T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/)
      // The gzip header has no time, so that writing the same contents again yields the same file.
      expect(bytes.readUInt32LE(4)).toBe(0)
    }
  })

  it('has one nonconforming record, from Glue', () => {
    const nonconforming = [...decodeRecords(records)].filter(({ result }) => result._tag !== 'Right')
    expect(nonconforming.map(({ result }) => [result._tag, recordOf(result)?.eventSource, recordOf(result)?.eventName])).toStrictEqual([
      ['Both', 'glue.amazonaws.com', 'StartJobRun'],
    ])
  })

  it('names only accounts and addresses that are reserved for examples', () => {
    const all = logs.join('\n')
    expect(new Set(all.match(/(?<![\dA-Za-z-])\d{12}(?![\dA-Za-z-])/g))).toStrictEqual(new Set(['123456789012', '111122223333']))
    for (const address of all.match(/(?<="sourceIPAddress":")\d[^"]*/g) ?? [])
      expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\./)
    for (const key of all.match(/A[KS]IA[A-Z0-9]{16}/g) ?? []) expect(key).toContain('EXAMPLE')
  })

  it('has each event once, of identities of many kinds', () => {
    const of = (member: string): ReadonlyArray<unknown> => records.map((record) => (record as Record<string, unknown>)[member])
    expect(new Set(of('eventID')).size).toBe(records.length)
    const types = new Set(of('userIdentity').map((identity) => (identity as { type?: string } | undefined)?.type))
    for (const type of ['IAMUser', 'AssumedRole', 'AWSService', 'Root', 'IdentityCenterUser', 'WebIdentityUser', 'AWSAccount']) {
      expect(types).toContain(type)
    }
  })
})

describe('the demo of the example trail', () => {
  let demo: ReturnType<typeof run>
  /** Output wide enough that no cell is cut. */
  let wide: string
  beforeAll(() => {
    demo = run('demo.ts', TRAIL)
    wide = run('demo.ts', TRAIL, '--width', '200').out
  }, 60_000)

  it('runs', () => {
    expect(demo.err).toBe('')
    expect(demo.status).toBe(0)
  })

  it('writes no escape sequences, neither its own nor those in a record', () => {
    expect(logs.join('')).toContain('\\u001b')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    for (const out of [demo.out, wide]) expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    expect(wide).toContain('finance.ledger\\u001b[2K')
  })

  it('shows details of each special record', () => {
    const lines = demo.out.split('\n')
    const below = (head: RegExp): string => lines[lines.findIndex((line) => head.test(line)) + 1]?.trim() ?? ''
    expect(below(/^\[\d\] CreateConnection by terraform-deploy\/pipeline-88213: CloudTrail redacted a value/)).toBe(
      'isRedacted: requestParameters.connectionInput.connectionProperties is a redaction marker',
    )
    expect(below(/^\[\d\] UpdateTable by orders-etl\/GlueJobRunnerSession: a payload was too large to log/)).toBe(
      'isOmitted: requestParameters had 131842 bytes, none of which are in the log',
    )
    expect(below(/^\[\d\] signin:ConsoleLogin by root/)).toBe('ServiceEvent: payloads are unknown, memberOf reads them: MFAUsed is Yes')
    expect(below(/^\[\d\] Insights by CloudTrail/)).toBe(
      'InsightRecord: ApiCallRateInsight Start for GetPartitions: 18.6 a minute, usually 0.42',
    )
    expect(demo.out).toMatch(/\[\d\] StartNotebook by DataEngineer\/lars\.holm: a Glue call without a model/)
    expect(demo.out).toContain('UnmodelledGlueEvent: StartNotebook is a console action, known only by name')
    expect(demo.out).toMatch(/\[\d\] StartJobRun by DataEngineer\/lars\.holm: does not match its model/)
    expect(demo.out).toContain('requestParameters.arguments["--attempt"]: expected a string, received a number')
    expect(demo.out).toContain('requestParameters.numberOfWorkers: expected a number, received a string')
  })

  it('shows the resource of failed calls, even without parameters', () => {
    expect(wide).toMatch(/^10:42:04 .* DeleteTable +table\/finance\/ledger +AccessDenied/m)
    expect(wide).toMatch(/^09:04:07 .* GetTable +finance:ledger +AccessDenied/m)
    expect(wide).toMatch(/^06:01:08 .* GetDatabase +finance +EntityNotFound/m)
  })

  it('shows who deleted tables, and who tried to', () => {
    expect(wide).toContain('    10:42:04 DataAnalyst/mia.berg: table/finance/ledger, not deleted: AccessDenied\n')
    expect(wide).toContain('    16:14:13 jonas.frank: sandbox.orders_backup, deleted\n')
  })

  it('is sorted by time', () => {
    const times = demo.out.match(/^\d\d:\d\d:\d\d/gm) ?? []
    expect(times.length).toBeGreaterThan(60)
    expect(times).toStrictEqual([...times].sort())
  })

  it('prints no secret or nonconforming value', () => {
    expect(logs.join('')).toContain('example-not-for-print')
    for (const secret of ['example-not-for-print', 'HIDDEN_DUE_TO_SECURITY_REASONS', 'five', 'sessionToken', 'IQoJb3JpZ2luX2Vj']) {
      expect(demo.out + wide).not.toContain(secret)
    }
  })

  it('accounts for every record', () => {
    const number = (label: string): number => Number(new RegExp(`${label}: (\\d+)`).exec(demo.out.replaceAll('\n', ' '))?.[1])
    expect(number('Files')).toBe(files.length)
    expect(number('records')).toBe(records.length)
    expect(number('from Glue')).toBe(records.filter(isGlueRecord).length)
    expect(number('from Glue') + number('others') + number('not a record')).toBe(records.length)
    expect(number('matches its model') + number('does not match') + number('not a record')).toBe(records.length)
    const table = demo.out.slice(0, demo.out.indexOf('Who deleted tables?'))
    const shown = [...table.matchAll(/^\d\d:\d\d:\d\d {2}.+?(?: {2}(\d+)x |$)/gm)].reduce((sum, [, times]) => sum + Number(times ?? 1), 0)
    // Besides Glue records, the table shows the root sign-in and the Insights record.
    expect(shown).toBe(number('from Glue') + 2)
  })

  it.each([60, 80])('fits into %i columns', (width) => {
    const { out } = run('demo.ts', TRAIL, '--width', String(width))
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
    for (const line of demo.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(100)
  })

  it('shows the other services with --all', () => {
    const { out } = run('demo.ts', TRAIL, '--all', '--width', '200')
    expect(out).toMatch(/lake-crawler\/AWS-Crawler +3x s3:GetObject|s3:GetObject +acme-lake\.raw\/orders/)
    expect(out).toContain('sso:Federate')
  })
})

describe('the demo with files of your own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-demo-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads a single record, and reports what it cannot read without quoting it', () => {
    writeFileSync(
      join(folder, 'one.json'),
      JSON.stringify({
        eventSource: 'glue.amazonaws.com',
        eventName: 'BrandNew',
        eventTime: '2024-05-01T12:00:00Z',
        awsRegion: 'us-east-1',
      }),
    )
    writeFileSync(join(folder, 'digest.json'), '{"awsAccountId":"123456789012","logFiles":[]}')
    writeFileSync(join(folder, 'torn.json.gz'), 'secret-inside')
    writeFileSync(join(folder, 'notes.txt'), 'not read')
    const { status, out, err } = run('demo.ts', folder, '--width', '140')
    expect([status, err]).toStrictEqual([0, ''])
    expect(out).toContain('UnmodelledGlueEvent: BrandNew is newer than this version of the library')
    expect(out).toContain('Files: 3, records: 2, from Glue: 1, others: 0.')
    expect(out).toContain('Left, not a record: 1.')
    expect(out.replaceAll('\n', ' ')).toContain(`Not JSON, gzipped or not: ${join(folder, 'torn.json.gz')}`)
    expect(out).not.toContain('secret-inside')
  })

  it('reads one file', () => {
    const { status, out } = run('demo.ts', join(folder, 'one.json'))
    expect(status).toBe(0)
    expect(out).toContain('Files: 1, records: 1, from Glue: 1, others: 0.')
  })

  it('reports a missing path', () => {
    const { status, out, err } = run('demo.ts', join(folder, 'absent'))
    expect([status, out]).toStrictEqual([1, ''])
    expect(err).toBe(`no such file or folder: ${join(folder, 'absent')}\n`)
  })
})
