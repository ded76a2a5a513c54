/**
 * Validation of a bucket by the command, and with it decoding: S3 on this machine, and public keys as CloudTrail
 * returns them.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { BUCKET, type Cloud, startCloud } from '../aws/protocol/cloud.js'
import { runCommand } from '../support/run-command.js'
import { isDigestObject, worldOf } from '../support/signed-world.js'

const world = worldOf({ bucket: BUCKET })
const logs = world.objects.filter((object) => !isDigestObject(object))
const RANGE = ['--from', world.range[0], '--to', world.range[1]]

let cloud: Cloud
let cloudTrail: Server
const targets: Array<string | undefined> = []

const put = (Key: string, Body: Uint8Array, Metadata: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, Metadata }))

beforeAll(async () => {
  cloud = await startCloud(1)
  for (const { key, body, metadata } of world.objects) await put(key, body, metadata)
  const PublicKeyList = world.keys.map(({ value, fingerprint }) => ({
    Value: Buffer.from(value).toString('base64'),
    Fingerprint: fingerprint,
  }))
  cloudTrail = createServer((request, response) => {
    targets.push(String(request.headers['x-amz-target']))
    response.setHeader('Content-Type', 'application/x-amz-json-1.1')
    response.end(JSON.stringify({ PublicKeyList }))
  })
  await new Promise<void>((resolve) => cloudTrail.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${cloud.proxy.port}`)
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDTRAIL', `http://127.0.0.1:${(cloudTrail.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_REGION', 'eu-west-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  cloudTrail.close()
  await cloud.close()
})

it('validates a bucket with the keys of CloudTrail', async () => {
  const { status, out } = await runCommand(['validate', `s3://${BUCKET}`, ...RANGE])
  expect([status, out.trimEnd().split('\n').at(-1)]).toEqual([
    0,
    '1 shard, 4 digests, 8 logs: verified; 0 problems; covered 2026-01-01T00:01:31Z to 2026-01-01T04:01:31Z',
  ])
  expect([...new Set(targets)]).toEqual(['CloudTrail_20131101.ListPublicKeys'])
})

it('labels records of a bucket while they are decoded', async () => {
  const { status, out, err } = await runCommand(['decode', `s3://${BUCKET}`, '--verify', '--columns', 'api,integrity'])
  expect([status, out]).toEqual([0, `api,integrity\r\n${'GetTable,VERIFIED\r\n'.repeat(8)}`])
  expect(err).toContain('8 verified, 0 invalid, 0 unproven')
})

it('leaves out records of a log file that is not what CloudTrail delivered, with --verified-only', async () => {
  const [first] = logs
  await put(
    first?.key ?? '',
    gzipSync(
      gunzipSync(first?.body ?? '')
        .toString()
        .replace('GetTable', 'GetTables'),
    ),
  )
  const labelled = await runCommand(['decode', `s3://${BUCKET}`, '--verify', '--columns', 'api,integrity'])
  expect(labelled.out.match(/GetTables,INVALID/g)).toHaveLength(1)
  const verified = await runCommand(['decode', `s3://${BUCKET}`, '--verify', '--verified-only', '--fail-on', 'invalid'])
  expect([verified.status, verified.out.trimEnd().split('\n').length]).toEqual([1, 7])
  expect(verified.out).not.toContain('GetTables')
  const summary = await runCommand(['summary', `s3://${BUCKET}`, '--verify', '--verified-only', '--format', 'json'])
  expect(JSON.parse(summary.out)).toMatchObject({ calls: 7, integrity: { VERIFIED: 7, INVALID: 1, UNPROVEN: 0 } })
  const validated = await runCommand(['validate', `s3://${BUCKET}`, ...RANGE])
  expect([validated.status, validated.out.match(/: LOG_HASH/g)?.length]).toEqual([1, 1])
  await put(first?.key ?? '', first?.body ?? new Uint8Array())
})

it('proves nothing without the right to list keys', async () => {
  cloudTrail.removeAllListeners('request')
  cloudTrail.on('request', (_, response) => {
    response.writeHead(400, { 'Content-Type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify({ __type: 'AccessDeniedException', message: '' }))
  })
  const { status, out } = await runCommand(['validate', `s3://${BUCKET}`, ...RANGE])
  expect([status, out]).toEqual([3, expect.stringContaining('KEY_UNKNOWN')])
})
