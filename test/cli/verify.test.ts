import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { filesBelow, parquetIn } from '../support/parquet.js'
import { runCommand, runOnScreen } from '../support/run-command.js'
import { worldOf } from '../support/signed-world.js'
import { folderOf } from '../support/world-folder.js'

const world = worldOf()
const logs = world.objects.filter(({ key }) => key.includes('/CloudTrail/'))

/** A copy of the world in which the first log file has another record, and the options that verify it. */
function tampered(): { readonly args: ReadonlyArray<string>; readonly file: string } {
  const folder = folderOf(world)
  const file = join(folder, 'copy', logs[0]?.key ?? '')
  const content = gunzipSync(readFileSync(file)).toString().replace('GetTable', 'GetTables')
  writeFileSync(file, gzipSync(content))
  return { args: argsOf(folder), file }
}

const argsOf = (folder: string): ReadonlyArray<string> => [
  join(folder, 'copy'),
  ...['--verify', '--public-keys', join(folder, 'keys.json'), '--signatures', join(folder, 'signatures.ndjson')],
]

/** A copy of one digest and one log file with so many records of 100 kB, which is too large to be held. */
function withLargeLog(records: number): { readonly folder: string; readonly file: string; readonly content: string } {
  const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTable', note: 'x'.repeat(100_000) }
  const content = JSON.stringify({ Records: Array(records).fill(record) })
  const hashValue = createHash('sha256').update(content).digest('hex')
  const change = (digest: Record<string, unknown>) => ({
    ...digest,
    logFiles: (digest.logFiles as ReadonlyArray<object>).map((log) => ({ ...log, hashValue })),
  })
  const large = worldOf({ hours: 1, logs: () => 1, change })
  const folder = folderOf(large)
  const file = join(folder, 'copy', large.objects[0]?.key ?? '')
  writeFileSync(file, gzipSync(content, { level: 0 }))
  return { folder, file, content }
}

const lastLine = (content: string): string => content.trimEnd().split('\n').at(-1) ?? ''

describe('decode --verify', () => {
  it('counts files, and says of each record what digests say of its file', async () => {
    const { status, out, err } = await runCommand(['decode', ...argsOf(folderOf(world))])
    expect(status).toBe(0)
    expect(lastLine(err)).toBe(
      '12 files, 8 records, 8 Glue, 8 matched, 0 unknown, 8 nonconforming, 0 broken, 4 other files (4 digests), 8 verified, 0 invalid, 0 unproven',
    )
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(8)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ glueTrailIntegrity: 'VERIFIED' })
  })

  it('labels an invalid file in each format, and leaves it out with --verified-only', async () => {
    const { args } = tampered()
    const csv = await runCommand(['decode', ...args, '--format', 'csv'])
    const [head, ...rows] = csv.out.trimEnd().split('\r\n')
    expect(head?.endsWith(',integrity')).toBe(true)
    expect(rows.map((row) => row.slice(row.lastIndexOf(',') + 1))).toEqual(['INVALID', ...Array(7).fill('VERIFIED')])
    expect(lastLine(csv.err)).toMatch(/, 7 verified, 1 invalid, 0 unproven$/)

    const columns = await runCommand(['decode', ...args, '--columns', 'api,integrity'])
    expect(columns.out.split('\r\n').slice(0, 3)).toEqual(['api,integrity', 'GetTables,INVALID', 'GetTable,VERIFIED'])

    const json = await runCommand(['decode', ...args, '--format', 'json', '--verified-only'])
    const { Records } = JSON.parse(json.out) as { readonly Records: ReadonlyArray<unknown> }
    expect(Records).toHaveLength(7)

    const { output } = await runOnScreen(['decode', ...args], { columns: 160 })
    expect(output).toMatch(/GetTables .* invalid/)
    expect(output).toContain('invalid: the log file is not what CloudTrail delivered')
  })

  it('is 1 with --fail-on invalid, also where no record of the file is shown', async () => {
    const { args } = tampered()
    expect((await runCommand(['decode', ...args])).status).toBe(0)
    expect((await runCommand(['decode', ...args, '--api', 'GetTable', '--fail-on', 'invalid'])).status).toBe(1)
    expect((await runCommand(['decode', ...args, '--verified-only', '--fail-on', 'invalid'])).status).toBe(1)
    expect((await runCommand(['decode', ...argsOf(folderOf(world)), '--fail-on', 'invalid'])).status).toBe(0)
  })

  it('proves nothing without keys or digests', async () => {
    const folder = folderOf(world)
    const { out, err } = await runCommand(['decode', join(folder, 'copy'), '--verify', '--verified-only'])
    expect([out, lastLine(err)]).toEqual(['', expect.stringMatching(/, 0 verified, 0 invalid, 8 unproven$/)])
    const trail = await runCommand(['decode', 'examples/trail', '--verify', '--verified-only'])
    expect([trail.out, lastLine(trail.err)]).toEqual(['', expect.stringMatching(/, 0 verified, 0 invalid, 0 unproven, \d+ outside$/)])
  })

  it('writes the column integrity into Parquet, with --verified-only of verified files alone', async () => {
    const { args } = tampered()
    const archived = async (...more: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> => {
      const folder = temporaryFolder()
      const { status, err } = await runCommand(['decode', ...args, '--format', 'parquet', '--out', folder, ...more])
      expect([status, lastLine(err)]).toEqual([0, expect.stringMatching(/, 7 verified, 1 invalid, 0 unproven, 1 file written$/)])
      const [file = new Uint8Array()] = filesBelow(folder).values()
      return (await parquetIn(file)).rows.map(({ integrity }) => integrity)
    }
    expect(await archived()).toEqual(['INVALID', ...Array(7).fill('VERIFIED')])
    expect(await archived('--verified-only')).toEqual(Array(7).fill('VERIFIED'))
  })

  it('reads a file of more than 4 MiB twice, so that its records have the verdict too', async () => {
    const { folder } = withLargeLog(50)
    const { out, err } = await runCommand(['decode', ...argsOf(folder), '--columns', 'api,integrity', '--verified-only'])
    expect([out, lastLine(err)]).toEqual([
      `api,integrity\r\n${'GetTable,VERIFIED\r\n'.repeat(50)}`,
      expect.stringMatching(/, 1 verified, 0 invalid, 0 unproven$/),
    ])
  })

  it('is 1 if such a file changes between its verdict and its last record', async () => {
    const { folder, file, content } = withLargeLog(150)
    const last = content.lastIndexOf('GetTable')
    const changed = gzipSync(`${content.slice(0, last)}GetLabel${content.slice(last + 8)}`, { level: 0 })
    let isChanged = false
    // The first records are written while the file is read again; its last bytes are read later.
    const onOutput = () => {
      if (!isChanged) writeFileSync(file, changed, { flag: 'r+' })
      isChanged = true
    }
    const { status, out, err } = await runCommand(['decode', ...argsOf(folder)], { onOutput })
    expect([status, out.trimEnd().split('\n').length, out.match(/GetLabel/g)?.length]).toEqual([1, 150, 1])
    expect(err).toContain(`${file}: CHANGED_WHILE_READ: expected the bytes that the verdict is on, received others`)
    expect(lastLine(err)).toMatch(/, 1 broken, 1 other file \(1 digest\), 0 verified, 1 invalid, 0 unproven$/)
  })

  it('agrees with validate on log files that are stored in another form', async () => {
    const folder = folderOf(world)
    const [inflated, halved] = [0, 1].map((at) => join(folder, 'copy', logs[at]?.key ?? '')) as [string, string]
    writeFileSync(inflated, gunzipSync(readFileSync(inflated)))
    const content = gunzipSync(readFileSync(halved))
    writeFileSync(halved, Buffer.concat([gzipSync(content.subarray(0, 9)), gzipSync(content.subarray(9))]))
    expect(lastLine((await runCommand(['decode', ...argsOf(folder)])).err)).toMatch(/, 6 verified, 2 invalid, 0 unproven$/)
    const validated = await runCommand(['validate', ...argsOf(folder).filter((arg) => arg !== '--verify')])
    expect(validated.out.match(/: LOG_NOT_ONE_GZIP_MEMBER/g)).toHaveLength(2)
  })

  it('writes the same with --workers', async () => {
    const { args } = tampered()
    expect(await runCommand(['decode', ...args, '--workers', '4'])).toEqual(await runCommand(['decode', ...args]))
  })
})

describe('summary --verify', () => {
  it('counts files, and only records of verified ones with --verified-only', async () => {
    const { args } = tampered()
    const { status, out, err } = await runCommand(['summary', ...args, '--format', 'json', '--verified-only'])
    expect(JSON.parse(out)).toMatchObject({ calls: 7, integrity: { VERIFIED: 7, INVALID: 1, UNPROVEN: 0 } })
    expect([status, lastLine(err)]).toEqual([0, expect.stringMatching(/, 7 verified, 1 invalid, 0 unproven$/)])
    expect((await runCommand(['summary', ...args, '--fail-on', 'invalid'])).status).toBe(1)
  })
})

it.each([
  [['decode', 'a', '--verified-only'], "'--verified-only' needs '--verify'"],
  [['summary', 'a', '--public-keys', 'k'], "'--public-keys' needs '--verify'"],
  [['decode', 'a', '--signatures', 's'], "'--signatures' needs '--verify'"],
  [['decode', 'a', '--fail-on', 'invalid'], "'--fail-on invalid' needs '--verify'"],
  [['decode', 'a', '--columns', 'integrity'], "the column 'integrity' needs '--verify'"],
  [['decode', '-', '--verify'], "'--verify' reads folders or s3://BUCKET, not standard input"],
  [['decode', '-', '--stream', '--verify'], "'--verify' is not for '--stream'"],
  [['decode', '-', '--stream', '--verified-only'], "'--verified-only' needs '--verify'"],
])('is 2 for %j', async (args, message) => {
  const { status, err } = await runCommand(args)
  expect([status, err]).toEqual([2, expect.stringContaining(message)])
})
