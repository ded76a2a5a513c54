import { describe, expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { otherText } from '../../src/source/other-file.js'
import { glueCall } from '../support/records.js'

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content)

const ID = 'a'.repeat(64)

const TEXTS: ReadonlyArray<readonly [content: string, received: string]> = [
  ['version account-id interface-id srcaddr\n2 123456789012 eni-1 -\n', 'a flow log'],
  ['srcaddr dstaddr tcp-flags\n203.0.113.7 203.0.113.8 2\n', 'a flow log'],
  ['https 2024-05-14T10:00:00.186641Z app/web/50dc6c495c0c9188 192.0.2.1:2817 10.0.0.1:80 0.0 ...', 'a load balancer log'],
  ['tls 2.0 2024-05-14T10:00:00 net/edge/c6e77e28c25b2234 g3d4b5e8bb8464cd ...', 'a load balancer log'],
  ['2024-05-14T10:00:00.945958Z classic 192.0.2.1:2817 10.0.0.1:80 0.000073 ...', 'a load balancer log'],
  ['Enable AccessLog for ELB: web at 2024-05-14T10:00:00.000Z', 'a load balancer test file'],
  [`${ID} bucket [14/May/2024:10:00:00 +0000] 192.0.2.3 ...`, 'an S3 access log'],
  ['#Version: 1.0\n#Fields: date time x-edge-location\n', 'a CloudFront log'],
  ['PAR1\u0015\u0004', 'a Parquet file'],
]

const JSONS: ReadonlyArray<readonly [value: object, received: string]> = [
  [{ fileVersion: '1.0', configSnapshotId: 'x', configurationItems: [] }, 'a Config file'],
  [{ fileVersion: '1.0', configurationItems: [{ version: '1.3' }] }, 'a Config file'],
  [{ timestamp: 1, webaclId: 'w', terminatingRuleId: 'r', httpRequest: {} }, 'a WAF log'],
  [{ version: '1.1', query_timestamp: '2024-05-14T10:00:00Z', query_name: 'example.com.', rcode: 'NOERROR' }, 'a DNS query log'],
  [{ schemaVersion: '2.0', id: 'f', severity: 2, resource: {}, service: {} }, 'a GuardDuty file'],
  [{ sourceBucket: 'a', destinationBucket: 'b', fileSchema: 'Bucket, Key', files: [] }, 'an inventory manifest'],
]

describe('files of other services', () => {
  it.each([...TEXTS, ...JSONS.map(([value, received]) => [JSON.stringify(value), received] as const)])('%j', async (content, received) => {
    const issue = { code: 'OTHER_FILE', expected: 'a log file', received }
    const log = await decodeLog(utf8(content))
    expect([log.issues, log.counts.records, log.entries]).toEqual([[issue], 0, []])
    const stream = decodeLogStream([utf8(content.slice(0, 5)), utf8(content.slice(5))])
    for await (const _ of stream) expect.unreachable()
    expect(stream.issues).toEqual([issue])
  })

  it('are known by their first lines, and by their first value where it is too large to be parsed', async () => {
    const lines = JSONS.map(([value]) => value).filter((value) => 'query_name' in value)
    const many = Array.from({ length: 3000 }, () => `${JSON.stringify(lines[0])}\n`).join('')
    expect((await decodeLog(utf8(many))).issues).toMatchObject([{ code: 'OTHER_FILE', received: 'a DNS query log' }])
    const snapshot = JSON.stringify({ fileVersion: '1.0', configSnapshotId: 'x', configurationItems: Array(500).fill({ version: '1.3' }) })
    expect((await decodeLog(utf8(snapshot), { maxRecordBytes: 1000 })).issues).toMatchObject([
      { code: 'OTHER_FILE', received: 'a Config file' },
    ])
  })

  it('are read where they hold records', async () => {
    const config = JSON.stringify({ fileVersion: '1.0', configurationItems: [] })
    const event = JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', source: 'aws.glue', detail: glueCall })
    const { counts, issues } = await decodeLog(utf8(`${config}\n${JSON.stringify(glueCall)}\n${event}\n`))
    expect([counts.matched, issues]).toEqual([2, []])
  })

  it.each(['', 'version', 'version 2\n', 'a sentence of five words\n', '2024-05-14T10:00:00.945958Z stream {"a":1}', 'PAR'])(
    'are not %j',
    (content) => {
      expect(otherText(content)).toBeUndefined()
    },
  )
})
