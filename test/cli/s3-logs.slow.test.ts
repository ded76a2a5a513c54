import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Line } from '../../src/cli/s3-logs.js'
import { BUCKET, type Cloud, startCloud } from '../aws/protocol/cloud.js'
import { trailFile, trailKey } from '../aws/protocol/trail.js'
import { root } from '../package/command.js'

let cloud: Cloud
let folder: string
beforeAll(async () => {
  cloud = await startCloud(5)
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-s3-'))
  for (let n = 0; n < 8; n++) {
    const { key, bytes } = trailFile(n, 5)
    await put(key, bytes)
  }
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

const put = (Key: string, Body: Uint8Array): Promise<unknown> => cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }))
const DIGEST =
  'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/2024/05/01/123456789012_CloudTrail-Digest_us-east-1_trail_us-east-1_20240501T010000Z.json.gz'
const DIGEST_FILE = gzipSync(
  '{"awsAccountId":"123456789012","digestStartTime":"2024-05-01T00:00:00Z","digestEndTime":"2024-05-01T01:00:00Z","logFiles":[]}',
)

/** The built command, against S3 on this machine. */
const run = (
  ...args: ReadonlyArray<string>
): Promise<{ readonly code: number; readonly lines: ReadonlyArray<string>; readonly said: string }> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${cloud.proxy.port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      NODE_NO_WARNINGS: '1',
      NO_COLOR: '1',
    }
    const child = execFile(process.execPath, [join(root, 'dist', 'cli.cjs'), ...args], { env }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        lines: stdout.split('\n').filter((line) => line !== ''),
        said: stderr,
      })
    })
    child.stdin?.end()
  })

describe('the command', () => {
  it('reads a trail in S3, and says what that took', async () => {
    const { code, lines, said } = await run('decode', `s3://${BUCKET}`)
    expect([code, lines.length]).toEqual([0, 32])
    expect(said).toContain(`s3://${BUCKET}: 7 requests to list, 8 files\n`)
    expect(said).toContain('8 files, 40 records, 32 Glue, 32 matched')
  })

  it('lists what may hold records of the times asked for, in an account and a region', async () => {
    const { lines, said } = await run(
      'decode',
      `s3://${BUCKET}/AWSLogs/123456789012/CloudTrail/us-east-1`,
      '--from',
      '2024-05-01',
      '--to',
      '2024-05-02',
    )
    expect(said).toContain('2 files, delivered from 2024-05-04T00:00Z on: not read\n')
    expect(new Set(lines.map((line) => JSON.parse(line).eventID.split('-')[0]))).toEqual(new Set(['6']))
  })

  it('lists the folder of a day alone', async () => {
    const region = `s3://${BUCKET}/AWSLogs/123456789012/CloudTrail/us-east-1`
    const { lines, said } = await run('decode', `${region}/2024/05/01/`)
    expect(said).toContain('2 files, only what was delivered in 2024/05/01; --from and --to choose by the times of events\n')
    expect(lines.length).toBe(8)
    const { said: other } = await run('decode', `${region}/2024/05/02`)
    expect(other).toContain(`no log files in ${region}/2024/05/02: expected ${region}/2024/05/02/*.json.gz\n`)
  })

  it('says where log files were expected, with and without a slash at the end', async () => {
    for (const path of [`s3://${BUCKET}/elsewhere`, `s3://${BUCKET}/elsewhere/`, `s3://${BUCKET}/notes.txt`]) {
      const { code, said } = await run('decode', path)
      const folder = path.replace(/\/$/, '')
      expect(code).toBe(0)
      expect(said).toContain(
        `${path}: 1 request to list, 0 files\n` +
          `no log files in ${path}: expected ${folder}/AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/*.json.gz\n` +
          '0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken\n',
      )
    }
  })

  it('reads one file, and the keys of a list', async () => {
    expect((await run('decode', `s3://${BUCKET}/${trailKey(3)}`)).lines.length).toBe(4)
    const list = join(folder, 'keys')
    writeFileSync(list, `${trailKey(1)}\n${trailKey(2)}\nnone.json\n`)
    const { code, lines, said } = await run('decode', `s3://${BUCKET}`, '--keys', list, '--fail-on', 'broken')
    expect([code, lines.length]).toEqual([1, 8])
    expect(said).toContain(`s3://${BUCKET}/none.json: expected a readable object, received NoSuchKey`)
    const { said: complaint } = await run('decode', 'examples/trail', '--keys', list)
    expect(complaint).toContain('--keys needs one s3://BUCKET, whose keys it lists')
  })

  it('continues after missing, denied and damaged objects, reports each by its key, and ends with 1', async () => {
    const list = join(folder, 'keys')
    writeFileSync(list, `${[trailKey(0), 'none.json.gz', trailKey(1), 'cut.json.gz', 'noise.json', DIGEST, trailKey(2)].join('\n')}\n`)
    const { bytes } = trailFile(90, 500)
    await put('cut.json.gz', bytes.subarray(0, bytes.length >> 1))
    await put('noise.json', new TextEncoder().encode('no JSON'))
    await put(DIGEST, DIGEST_FILE)
    cloud.proxy.denied = ({ key }) => key === trailKey(1)
    const { code, lines, said } = await run('decode', `s3://${BUCKET}`, '--keys', list)
    cloud.proxy.denied = () => false
    const ids = lines.map((line) => JSON.parse(line).eventID as string)
    expect(ids.filter((id) => !id.startsWith('90-'))).toEqual([0, 2].flatMap((n) => [0, 1, 2, 3].map((place) => `${n}-${place}`)))
    // What came before the cut is kept.
    expect(ids.filter((id) => id.startsWith('90-')).length).toBeGreaterThan(10)
    const complaints = said.split('\n').filter((line) => line.startsWith('glue-trail: '))
    expect(complaints).toEqual([
      `glue-trail: s3://${BUCKET}/none.json.gz: expected a readable object, received NoSuchKey: The specified key does not exist.`,
      `glue-trail: s3://${BUCKET}/${trailKey(1)}: expected a readable object, received AccessDenied: Access Denied`,
      expect.stringMatching(
        /cut\.json\.gz: byte \d+ of the stored file: expected the rest of a gzip member, received the end of the file$/,
      ),
      expect.stringMatching(/cut\.json\.gz: record \d+, byte \d+: expected its end, received the end of the file$/),
      `glue-trail: s3://${BUCKET}/noise.json: expected a log file, a list of records, a record, or one a line, received content of another kind`,
    ])
    expect(code).toBe(1)
  })

  it('reads the log files below a prefix, and nothing of what else stands there', async () => {
    const file = trailFile(7, 5)
    await put(`team a/${file.key}`, file.bytes)
    await put(`team a/${DIGEST}`, DIGEST_FILE)
    await put(`team a/${DIGEST.replaceAll('-Digest', '-Insight')}`, DIGEST_FILE)
    await put(`team a/${file.key.replace(/[^/]*$/, 'readme.txt')}`, DIGEST_FILE)
    await put('team a/AWSLogs/elasticloadbalancing/us-east-1/x.log', DIGEST_FILE)
    const before = cloud.proxy.s3.length
    const { code, lines, said } = await run('decode', `s3://${BUCKET}/team a`)
    expect([code, lines.map((line) => JSON.parse(line).eventID)]).toEqual([0, ['7-0', '7-1', '7-2', '7-3']])
    expect(said).toContain(`1 file, 5 records, 4 Glue, 4 matched, 0 unknown, 0 nonconforming, 0 broken\n`)
    const read = cloud.proxy.s3.slice(before).flatMap(({ method, key }) => (method === 'GET' && key !== undefined ? [key] : []))
    expect(read).toEqual([`team a/${file.key}`])
  })

  it('reads the records in a member of each value', async () => {
    const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', eventID: 'e1' }
    const lines = [JSON.stringify(record), JSON.stringify(record)].map((original) => JSON.stringify({ event: { original } }))
    await put('export.json', new TextEncoder().encode(lines.join('\n')))
    const { code, lines: written, said } = await run('decode', `s3://${BUCKET}/export.json`, '--record', 'event.original')
    expect([code, written]).toEqual([0, [JSON.stringify(record), JSON.stringify(record)]])
    expect(said).toContain('1 file, 2 records, 2 Glue, 2 matched')
  })

  it('writes where in S3 each record stands', async () => {
    const { lines } = await run('decode', `s3://${BUCKET}/${trailKey(3)}`, '--format', 'csv')
    const names = (lines[0] ?? '').split(',')
    for (const line of lines.slice(1)) {
      // Of these two columns, no cell before has a comma.
      expect(line).toContain(`,${BUCKET},${trailKey(3)},`)
    }
    expect(names.indexOf('object_key') - names.indexOf('bucket')).toBe(1)
  })

  it('says which place cannot be listed, and ends with 1', async () => {
    cloud.proxy.denied = ({ query }) => query.get('prefix') === 'AWSLogs/210987654321/CloudTrail/'
    const { code, lines, said } = await run('decode', `s3://${BUCKET}`)
    cloud.proxy.denied = () => false
    expect([code, lines.length]).toEqual([1, 16])
    expect(said).toContain(
      `glue-trail: s3://${BUCKET}/AWSLogs/210987654321/CloudTrail/: expected a readable object, received AccessDenied: Access Denied\n`,
    )
    expect(said).toContain('4 files, 1 not listed')
  })
})

it('is reported in a line', () => {
  const counts = { requests: 1, keys: 5, listed: 1, skipped: 1, failed: 2 }
  expect(s3Line({ path: 's3://b', counts, coverage: {} })).toBe('s3://b: 1 request to list, 1 file, 1 other object skipped, 2 not listed')
  expect(s3Line({ path: 's3://b', counts, coverage: {}, unused: 'Config' })).toContain("'Config' in the path selects nothing")
  expect(s3Line({ path: 's3://b', counts, coverage: {}, days: '2024/05' })).toMatch(
    /, only what was delivered in 2024\/05; --from and --to choose by the times of events$/,
  )
})
