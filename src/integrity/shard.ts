/**
 * Shards: one chain of digests lives in one shard, which its keys name. Digest files of a shard sort by time.
 *
 * @module
 */
import { type DigestFileKey, type LogFileKey, parseTrailKey, type TrailKey } from '../source/envelope/trail-key.js'

/**
 * The digests of one trail, account and region; those of a backfill are a shard of their own.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface ShardId {
  /** What precedes `AWSLogs/`. */
  readonly prefix?: string
  /** The organization, of an organization's trail. */
  readonly organization?: string
  /** The account whose log files the digests name. */
  readonly account: string
  /** The region of the log files. */
  readonly region: string
  /** The trail; missing where an account and region has log files and no digest. */
  readonly trail?: string
  /** The region the trail was made in. */
  readonly homeRegion?: string
  /** Whether the digests were written later. */
  readonly backfill: boolean
}

/** Returns the shard of a digest. */
export const shardOf = ({ prefix, organization, account, region, trail, homeRegion, backfill }: DigestFileKey): ShardId => ({
  ...(prefix === undefined ? {} : { prefix }),
  ...(organization === undefined ? {} : { organization }),
  account,
  region,
  trail,
  homeRegion,
  backfill,
})

/** Returns a name of a shard by which shards sort; no part of a key that CloudTrail writes has a line break. */
export const shardKey = ({ prefix = '', organization = '', account, region, trail = '', homeRegion = '', backfill }: ShardId): string =>
  [prefix, organization, account, region, trail, homeRegion, backfill ? 'backfill' : ''].join('\n')

/**
 * Whether two digests belong to one chain, by account, region, trail and kind. Prefix and organization may have
 * changed.
 */
export const isSameChain = (a: DigestFileKey, b: ShardId): boolean =>
  a.account === b.account && a.region === b.region && a.trail === b.trail && a.homeRegion === b.homeRegion && a.backfill === b.backfill

/** Returns the last part of a key. */
export const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

const DAY = /_(\d{4})(\d\d)(\d\d)T\d{4,6}Z[_.]/

/** Parses a key; of one that has lost its folders, as copies may, the name alone. */
export function parseKey(key: string): TrailKey | undefined {
  const whole = parseTrailKey(key)
  const name = nameOf(key)
  if (whole !== undefined || name.length > 300) return whole
  const [account, kind, region] = name.split('_', 3)
  const [, year, month, day] = DAY.exec(name) ?? []
  return year === undefined ? undefined : parseTrailKey(`AWSLogs/${account}/${kind}/${region}/${year}/${month}/${day}/${name}`)
}

/** Parses the key of a digest. */
export function parseDigestKey(key: string): DigestFileKey | undefined {
  const parsed = parseKey(key)
  return parsed?.kind === 'Digest' ? parsed : undefined
}

/** Parses the key of a log file. */
export function parseLogKey(key: string): LogFileKey | undefined {
  const parsed = parseKey(key)
  return parsed === undefined || parsed.kind === 'Digest' ? undefined : parsed
}

/** What is kept of the key of a log file that is listed: a busy day has tens of thousands of them. */
export type ListedLog = Pick<LogFileKey, 'kind' | 'time'>

/** Parses the key of a log file that is listed. */
export function parseListedLog(key: string): ListedLog | undefined {
  const parsed = parseLogKey(key)
  return parsed && { kind: parsed.kind, time: parsed.time }
}

/** Returns the second at which the minute of a log file's name begins. */
export const minuteOf = ({ time }: Pick<LogFileKey, 'time'>): number => Date.parse(time) / 1000
