/**
 * A bucket with years of a trail in it: a file every five minutes for each account and region, as CloudTrail delivers
 * where something happens all the time. It lists, 1,000 keys a page as S3 does, and reads nothing.
 */
import type { AwsClient } from '../../src/aws/client.js'
import { formatTrailKey } from '../../src/source/envelope/trail-key.js'

const FIVE_MINUTES = 300_000

export interface YearOptions {
  readonly accounts: ReadonlyArray<string>
  readonly regions: ReadonlyArray<string>
  /** The first delivery, and the end of all, in milliseconds since 1970. */
  readonly from: number
  readonly to: number
}

interface Input {
  readonly Prefix?: string
  readonly StartAfter?: string
  readonly ContinuationToken?: string
  readonly Delimiter?: string
}

/** The bucket, and how many files each account and region has. */
export function yearS3({ accounts, regions, from, to }: YearOptions): AwsClient & { readonly files: number } {
  const files = Math.ceil((to - from) / FIVE_MINUTES)
  const keysOf = new Map<string, ReadonlyArray<string>>()
  for (const account of accounts) {
    for (const region of regions) {
      const keys = Array.from({ length: files }, (_, n) => {
        const time = `${new Date(from + n * FIVE_MINUTES).toISOString().slice(0, 16)}Z`
        return (
          formatTrailKey({ account, region, kind: 'CloudTrail', date: time.slice(0, 10), time, id: n.toString(36).padStart(16, '0') }) ?? ''
        )
      })
      keysOf.set(`AWSLogs/${account}/CloudTrail/${region}/`, keys)
    }
  }
  const send: AwsClient['send'] = async ({ input }) => {
    const { Prefix = '', StartAfter = '', ContinuationToken, Delimiter } = input as Input
    if (Delimiter !== undefined) {
      const below = [...keysOf.keys()]
        .filter((folder) => folder.startsWith(Prefix))
        .map((folder) => folder.slice(Prefix.length).replace(/\/.*/, ''))
      return { CommonPrefixes: [...new Set(below)].map((name) => ({ Prefix: `${Prefix}${name}/` })) }
    }
    const keys = keysOf.get(Prefix) ?? []
    const start = ContinuationToken === undefined ? firstBehind(keys, StartAfter) : Number(ContinuationToken)
    const end = start + 1000
    return {
      Contents: keys.slice(start, end).map((Key) => ({ Key, Size: 4711 })),
      ...(end < keys.length ? { NextContinuationToken: String(end) } : {}),
    }
  }
  return { send, files }
}

/** The position of the first key after another, in order. */
function firstBehind(keys: ReadonlyArray<string>, key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') > key) high = middle
    else low = middle + 1
  }
  return low
}
