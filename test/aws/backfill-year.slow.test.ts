/** A year of a trail, announced: how many requests and messages that is, and that each file is announced once. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type BackfillOptions, backfill } from '../../src/aws/backfill.js'
import type { AwsClient } from '../../src/aws/client.js'
import { yearS3 } from './year-s3.js'

const ACCOUNTS = ['123456789012', '210987654321']
const REGIONS = ['eu-central-1', 'us-east-1']
const DAY = 288
const bucket = { from: Date.UTC(2022, 11, 1), to: Date.UTC(2024, 1, 1) }
const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/history'
const options = { bucket: 'audit', queueUrl, from: '2023-01-01', to: '2024-01-01', now: new Date('2024-06-01') }

/** Events of a year are in files of the hour before it, of its days, and of the two days after it. */
const WANTED = DAY / 24 + 365 * DAY + 2 * DAY
/** Listed from the day of that hour on, 1,000 keys a request. */
const PAGES = Math.ceil((DAY + 365 * DAY + 2 * DAY) / 1000)

/** A queue, and which of the requests to it is refused. */
function queue(refused?: number) {
  const counts = { sends: 0, largest: 0 }
  const keys: Array<string> = []
  const send: AwsClient['send'] = async ({ input }) => {
    if (++counts.sends === refused) throw Object.assign(new Error('no more'), { name: 'OverLimit' })
    const { Entries } = input as { readonly Entries: ReadonlyArray<{ readonly MessageBody: string }> }
    let bytes = 0
    for (const { MessageBody } of Entries) {
      bytes += Buffer.byteLength(MessageBody)
      const { Records } = JSON.parse(MessageBody) as {
        readonly Records: ReadonlyArray<{ readonly s3: { readonly object: { readonly key: string } } }>
      }
      for (const { s3 } of Records) keys.push(s3.object.key)
    }
    counts.largest = Math.max(counts.largest, bytes)
    return {}
  }
  return { counts, keys, send }
}

describe('a year', () => {
  let s3: ReturnType<typeof yearS3>
  beforeAll(() => {
    s3 = yearS3({ accounts: ACCOUNTS, regions: REGIONS, ...bucket })
  })
  const run = (more: Partial<BackfillOptions>, sqs: AwsClient) => backfill({ ...options, ...more, clients: { s3, sqs } })

  it('of one account and region is 108 requests to list, and a message a file', async () => {
    const sqs = queue()
    const one = yearS3({ accounts: ACCOUNTS.slice(0, 1), regions: REGIONS.slice(0, 1), ...bucket })
    const { cursor, ...result } = await backfill({ ...options, clients: { s3: one, sqs } })
    expect([WANTED, PAGES]).toEqual([105_708, 106])
    expect(result).toEqual({
      objects: WANTED,
      messages: WANTED,
      sends: 10_571,
      // The first two find the account and the region.
      listing: { requests: 2 + PAGES, keys: PAGES * 1000, listed: WANTED, skipped: 0, failed: 0 },
      unlisted: [],
    })
    expect(new Set(sqs.keys).size).toBe(WANTED)
  })

  it('of two accounts and two regions is four times that, and three requests to find them', async () => {
    const sqs = queue()
    const { objects, messages, sends, listing } = await run({ objectsPerMessage: 10 }, sqs)
    expect(listing.requests).toBe(3 + 4 * PAGES)
    expect([objects, new Set(sqs.keys).size]).toEqual([4 * WANTED, 4 * WANTED])
    expect([messages, sends]).toEqual([42_284, 4_229])
    // SQS charges a request for each 64 KiB.
    expect(sqs.counts.largest).toBe(32_730)
    expect(await run({}, { send: async () => ({}) })).toMatchObject({ messages: 4 * WANTED, sends: 42_284, listing })
  })

  it('that was interrupted goes on, and announces no more than what was on its way again', async () => {
    const accounts = ACCOUNTS.slice(0, 1)
    const first = queue(5001)
    const { cursor, objects, error } = await run({ accounts, regions: REGIONS }, first)
    expect([objects, error]).toEqual([50_000, 'OverLimit'])
    const second = queue()
    const rest = await run({ accounts, regions: REGIONS, cursor: cursor() }, second)
    expect(rest.error).toBeUndefined()
    expect(new Set([...first.keys, ...second.keys]).size).toBe(2 * WANTED)
    // Up to three requests follow the one that was refused: their files are announced again.
    const again = first.keys.length + second.keys.length - 2 * WANTED
    expect(again).toBeGreaterThan(0)
    expect(again).toBeLessThanOrEqual(30)
    // It lists from where it was, not from the beginning.
    expect(rest.listing.requests).toBeLessThan(2 * PAGES - 40)
  })
})
