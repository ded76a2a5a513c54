import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: bytes }))
  }
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

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
    expect(said).toContain('8 files, 40 records, 32 of Glue, 32 matched')
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
    expect(said).toContain('2 files, delivered from 2024-05-04T00:00Z on: out of reach\n')
    expect(new Set(lines.map((line) => JSON.parse(line).eventID.split('-')[0]))).toEqual(new Set(['6']))
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
})

it('is told in a line', () => {
  const counts = { requests: 1, keys: 5, listed: 1, failed: 2 }
  expect(s3Line({ path: 's3://b', counts, reach: {} })).toBe('s3://b: 1 request to list, 1 file, 2 not listed')
})
