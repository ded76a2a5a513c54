import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isLogPath, otherKindOf } from '../../src/cli/other-files.js'
import { NO_COUNTS } from '../../src/source/counts.js'
import { temporaryFolder } from '../support/folder.js'
import { glueCall } from '../support/records.js'
import { runCommand } from '../support/run-command.js'
import { describeShared, sharedPath } from '../support/shared.js'

const ROOT = 'copy/AWSLogs/123456789012'
const LOG = `${ROOT}/CloudTrail/eu-west-1/2024/05/14/123456789012_CloudTrail_eu-west-1_20240514T1205Z_LnPgDQnpkSKEsppV.json.gz`

const kindOf = (source: string, code: 'NOT_A_LOG' | 'EMPTY' | 'CUT_GZIP', records = 0) =>
  otherKindOf({ source, issues: [{ code, expected: '', received: '' }], counts: { ...NO_COUNTS, records } })

describe('a file without records', () => {
  it.each([
    [`${ROOT}/Config/eu-west-1/2024/5/14/x.json.gz`, 'Config file'],
    [`${ROOT}/Config/ConfigWritabilityCheckFile`, 'Config file'],
    [`${ROOT}/vpcflowlogs/eu-west-1/2024/05/14/x.log.gz`, 'flow log'],
    ['AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/x.parquet', 'flow log'],
    ['s3://b/p/AWSLogs/o-a1b2c3d4e5/123456789012/elasticloadbalancing/eu-west-1/x.log.gz', 'load balancer log'],
    ['C:\\copy\\AWSLogs\\123456789012\\WAFLogs\\x.log.gz', 'WAF log'],
    [`${ROOT}/SomethingNew/x.gz`, 'other service log'],
    [`${ROOT}/ELBAccessLogTestFile`, 'load balancer test file'],
    [`${ROOT}/constructor/x.gz`, 'other service log'],
  ])('is of another service by its folder: %s', (path, kind) => {
    expect([kindOf(path, 'NOT_A_LOG'), kindOf(path, 'EMPTY')]).toEqual([kind, kind])
  })

  it.each([LOG, `${ROOT}/CloudTrail/x.json`, 'x.json.gz', 'AWSLogs/x/y', 'notes.txt'])('is no log where it should be one: %s', (path) => {
    expect(kindOf(path, 'NOT_A_LOG')).toBeUndefined()
  })

  it('may be empty if its name is not that of a log file', () => {
    expect(['a/_SUCCESS', `${ROOT}/CloudTrail/marker`, 'x.json', 'x.gz', LOG, '-'].map((path) => kindOf(path, 'EMPTY'))).toEqual([
      'empty file',
      'empty file',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is broken where it is damaged, and a log where it has records', () => {
    expect(kindOf(`${ROOT}/Config/x.gz`, 'CUT_GZIP')).toBeUndefined()
    expect(kindOf(`${ROOT}/Config/x.gz`, 'NOT_A_LOG', 1)).toBeUndefined()
  })
})

it('knows the paths of log files, with any folders above them', () => {
  expect([LOG, `/a/b/c/${LOG}`, `s3://bucket/${LOG}`, LOG.replaceAll('/', '\\')].every(isLogPath)).toBe(true)
  expect([LOG.replace('/05/14/', '/05/20/'), 'x.json.gz', ''].some(isLogPath)).toBe(false)
})

describe('the command', () => {
  const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const folder = temporaryFolder()
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return folder
  }
  const record = JSON.stringify({ Records: [glueCall] })
  const config = '{"fileVersion":"1.0","configurationItems":[]}'

  it('counts them by kind in every command, and fails on them on request', async () => {
    const folder = folderOf({ [LOG]: gzipSync(record), 'a.json': config, 'b.json': config, _SUCCESS: '' })
    const line = ', 0 broken, 3 other files (2 Config files, 1 empty file)\n'
    for (const args of [['decode'], ['summary'], ['history', 'a.b']]) {
      const { status, err } = await runCommand([...args, folder])
      expect([status, err.endsWith(line)]).toEqual([0, true])
    }
    for (const args of [['decode'], ['decode', '--format', 'parquet', '--out', temporaryFolder()], ['summary']])
      expect((await runCommand([...args, folder, '--fail-on', 'other'])).status).toBe(1)
    const { out } = await runCommand(['summary', folder, '--format', 'json'])
    expect(JSON.parse(out).otherFiles).toEqual({ 'Config file': 2, 'empty file': 1 })
  })

  it('counts JSON without a record as another file, and reports it', async () => {
    const other = '{"myField":"my value"}'
    const folder = folderOf({ 'a.json': record, 'b.json': other, 'c.json': gzipSync('[1,{"a":2}]') })
    for (const args of [['decode'], ['summary'], ['history', 'a.b']]) {
      const { status, err } = await runCommand([...args, folder])
      expect([status, err.match(/ received other JSON\n/g)?.length]).toEqual([0, 2])
      expect(err).toMatch(/, 0 broken, 2 other files \(2 JSON files\)\n$/)
    }
    expect((await runCommand(['decode', '-'], { input: Buffer.from(other) })).status).toBe(0)
    expect((await runCommand(['decode', folder, '--fail-on', 'other'])).status).toBe(1)
  })

  it.each([
    ['a list of another name', { records: [glueCall] }],
    ['members in another spelling', { input: { event_name: 'GetTags' } }],
    ['a list Records without records', { Records: [{ a: 1 }] }],
    ['Records without a list', { Records: { a: 1 } }],
  ])('does not take for another file what may have records: %s', async (_, value) => {
    const { status, err } = await runCommand(['decode', folderOf({ 'a.json': JSON.stringify(value) })])
    expect([status, err]).toEqual([1, expect.stringMatching(/ 1 broken\n$/)])
  })

  it('does not take an export for another file', async () => {
    const { status } = await runCommand(['decode', folderOf({ 'a.json': '{"log":"none"}' }), '--record', 'other'])
    expect(status).toBe(1)
  })

  it('reports another file in the place of a log file', async () => {
    for (const content of [config, '{"myField":"my value"}', '{"digestStartTime":"","digestEndTime":"","logFiles":[]}', '']) {
      const { status, err } = await runCommand(['decode', folderOf({ [LOG]: content })])
      expect([status, err]).toEqual([1, expect.stringMatching(/: expected a log file, .*received .*\n1 file, .* 1 broken\n$/)])
    }
  })
})

describeShared('a bucket with files of other services', () => {
  it('is read without damage: it has one log file, of 8 records', async () => {
    const { status, err } = await runCommand(['decode', sharedPath('cases/26-folder')])
    expect([status, err]).toEqual([
      0,
      '6 files, 8 records, 8 Glue, 8 matched, 0 unknown, 0 nonconforming, 0 broken, 5 other files (1 Config file, 1 digest, 1 empty file, 1 flow log, 1 load balancer test file)\n',
    ])
  })
})
