/**
 * Files of a trail for tests, each record with an id of its own.
 */
import { gzipSync } from 'node:zlib'

export interface TestFile {
  readonly key: string
  readonly ids: ReadonlyArray<string>
  readonly bytes: Uint8Array
}

const ACCOUNTS = ['123456789012', '210987654321']
const REGIONS = ['eu-central-1', 'us-east-1']

/** The key of the nth file: one every minute from 2024-05-01 on, accounts and regions in turn. */
export function trailKey(n: number): string {
  const time = new Date(Date.UTC(2024, 4, 1) + n * 60_000).toISOString()
  const account = ACCOUNTS[n % 2]
  const region = REGIONS[(n >> 1) % 2]
  const stamp = time.slice(0, 16).replaceAll('-', '').replaceAll(':', '')
  const id = n.toString(36).padStart(16, '0')
  return `AWSLogs/${account}/CloudTrail/${region}/${time.slice(0, 10).replaceAll('-', '/')}/${account}_CloudTrail_${region}_${stamp}Z_${id}.json.gz`
}

/** The nth file with so many records, each with `padding` bytes more. */
export function trailFile(n: number, records: number, padding = 0): TestFile {
  const ids = Array.from({ length: records }, (_, place) => `${n}-${place}`)
  const Records = ids.map((eventID, place) => ({
    eventVersion: '1.10',
    eventID,
    eventTime: new Date(Date.UTC(2024, 4, 1) + (n - 5) * 60_000 + place * 1000).toISOString().replace('.000', ''),
    eventSource: place % 5 === 4 ? 'kms.amazonaws.com' : 'glue.amazonaws.com',
    eventName: place % 5 === 4 ? 'Decrypt' : 'GetTable',
    awsRegion: REGIONS[(n >> 1) % 2],
    recipientAccountId: ACCOUNTS[n % 2],
    requestParameters: { databaseName: 'finance', name: `ledger-${place}${'x'.repeat(padding)}` },
    responseElements: null,
  }))
  return { key: trailKey(n), ids, bytes: gzipSync(JSON.stringify({ Records }), { level: 1 }) }
}
