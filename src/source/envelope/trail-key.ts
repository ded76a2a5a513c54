/**
 * The keys under which CloudTrail stores files in S3.
 *
 * @module
 */
import { madeOf } from '../../codec/argument.js'

/**
 * What CloudTrail stores: log files of events, of Insights events, of network activity and of aggregated events, and
 * digests of log files.
 *
 * @category sources
 * @since 0.1.0
 */
export type TrailKeyKind = 'CloudTrail' | 'Insight' | 'NetworkActivity' | 'Aggregated' | 'Digest'

interface KeyParts {
  /** What precedes `/AWSLogs/`; absent if nothing does. */
  readonly prefix?: string
  /** The id of the organization, such as `o-a1b2c3d4e5`, of an organization's trail. */
  readonly organization?: string
  /** Whose events these are: twelve digits. */
  readonly account: string
  /** The region of the events. */
  readonly region: string
  /**
   * The day of the folder, such as `2024-05-01`: when the file was delivered, in UTC. Events may be from the day
   * before.
   */
  readonly date: string
}

/**
 * The parts of a log file's key.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogFileKey extends KeyParts {
  /** What kind of events it holds. */
  readonly kind: Exclude<TrailKeyKind, 'Digest'>
  /**
   * The region in the file's name, where it is another than that of the folder: AWS's documentation shows such a key.
   */
  readonly fileRegion?: string
  /** The minute of delivery in UTC, such as `2024-05-01T12:05Z`. */
  readonly time: string
  /** The unique id at the end of the file's name. */
  readonly id: string
}

/**
 * The parts of a digest file's key.
 *
 * @category sources
 * @since 0.1.0
 */
export interface DigestFileKey extends KeyParts {
  /** Tells it from log files. */
  readonly kind: 'Digest'
  /** The region in the file's name, where it is another than that of the folder. */
  readonly fileRegion?: string
  /** The trail's name, underscores included. */
  readonly trail: string
  /** The region in which the trail was made. */
  readonly homeRegion: string
  /** The end of the hour that the digest covers, in UTC, such as `2024-05-01T13:01:31Z`. */
  readonly time: string
  /** Written later, in a chain of its own. */
  readonly backfill: boolean
}

/**
 * The parts of a key under which CloudTrail stores a file.
 *
 * @category sources
 * @since 0.1.0
 */
export type TrailKey = LogFileKey | DigestFileKey

/** S3's own limit. */
const LONGEST = 1024

const ORGANIZATION = /^o-[a-z0-9]{10,32}$/
const FOLDERS = /^(\d{12})\/CloudTrail(-[A-Za-z]{6,15})?\/([a-z0-9-]{3,32})\/(\d{4})\/(\d\d)\/(\d\d)$/
const LOG_FILE = /^(\d{12})_CloudTrail(-[A-Za-z]{6,15})?_([a-z0-9-]{3,32})_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_([A-Za-z0-9]{1,64})\.json\.gz$/
const DIGEST_FILE =
  /^(\d{12})_CloudTrail-Digest_([a-z0-9-]{3,32})_([A-Za-z0-9._-]{1,128})_([a-z0-9-]{3,32})_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(_backfill)?\.json\.gz$/

/**
 * Returns the parts of a key under which CloudTrail stores a file. Folder and file name must agree on account and kind,
 * and on the date within a day: whoever may write to the bucket chooses the name, and a folder of another year would
 * order the file after everything that is still to come.
 *
 * @param key - A key as `GetObject` takes it, not encoded.
 * @returns Its parts, or `undefined` where CloudTrail stores nothing under such a key. `formatTrailKey` makes the key
 * of them again.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html AWS: finding CloudTrail log files}
 *
 * @example
 * import { parseTrailKey } from 'glue-trail/source'
 *
 * assert.deepStrictEqual(
 *   parseTrailKey(
 *     'audit/AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-west-1/2024/05/01/' +
 *       '123456789012_CloudTrail_eu-west-1_20240501T1205Z_LnPgDQnpkSKEsppV.json.gz',
 *   ),
 *   {
 *     prefix: 'audit',
 *     organization: 'o-a1b2c3d4e5',
 *     account: '123456789012',
 *     region: 'eu-west-1',
 *     date: '2024-05-01',
 *     kind: 'CloudTrail',
 *     time: '2024-05-01T12:05Z',
 *     id: 'LnPgDQnpkSKEsppV',
 *   },
 * )
 * assert.strictEqual(parseTrailKey('AWSLogs/readme.txt'), undefined)
 *
 * @category sources
 * @since 0.1.0
 */
export function parseTrailKey(key: string): TrailKey | undefined {
  if (typeof key !== 'string' || key.length > LONGEST) return undefined
  const names = key.split('/')
  const file = names.pop() ?? ''
  const [, account = '', kindOfFolder = '', region = '', year, month, day] = FOLDERS.exec(names.splice(-6).join('/')) ?? []
  const organization = ORGANIZATION.test(names.at(-1) ?? '') ? names.pop() : undefined
  const kind = account === '' ? undefined : keyKind(kindOfFolder)
  if (kind === undefined || names.pop() !== 'AWSLogs') return undefined
  const date = `${year}-${month}-${day}`
  const parts = kind === 'Digest' ? digestOf(file, account, region) : logOf(file, kind, account, region)
  if (parts === undefined || !isOfDay(parts.time, date)) return undefined
  // The parts of the name come last: V8 makes a hidden class for each object that adds members to a copied one.
  return {
    ...(names.length === 0 ? {} : { prefix: names.join('/') }),
    ...(organization === undefined ? {} : { organization }),
    account,
    region,
    date,
    ...parts,
  }
}

const DAY = 86_400_000

/** Whether a file's time is at most a day away from the day of its folder, and both are of the calendar. */
function isOfDay(time: string, date: string): boolean {
  const day = calendarTime(`${date}T00:00Z`)
  const delivered = calendarTime(time)
  return delivered >= day - DAY && delivered < day + 2 * DAY
}

/** Returns a time, or `NaN`: `Date.parse` takes February 30, and hour 24, for times of the next day or month. */
function calendarTime(time: string): number {
  const parsed = Date.parse(time)
  return new Date(parsed).getUTCDate() === Number(time.slice(8, 10)) ? parsed : Number.NaN
}

const KINDS: ReadonlyArray<TrailKeyKind> = ['Insight', 'NetworkActivity', 'Aggregated', 'Digest']

/** Returns the kind of files whose folder has a name that ends so, after `CloudTrail`. */
export const keyKind = (suffix: string): TrailKeyKind | undefined =>
  suffix === '' ? 'CloudTrail' : KINDS.find((kind) => `-${kind}` === suffix)

const nameOf = (kind: TrailKeyKind): string => (kind === 'CloudTrail' ? kind : `CloudTrail-${kind}`)

const regionOf = (inFile: string, ofFolder: string): { readonly fileRegion?: string } => (inFile === ofFolder ? {} : { fileRegion: inFile })

/** Returns what the name of a log file says beyond its folder, of whose account and kind it has to be. */
function logOf(
  file: string,
  kind: Exclude<TrailKeyKind, 'Digest'>,
  wanted: string,
  ofFolder: string,
): Omit<LogFileKey, keyof KeyParts> | undefined {
  const [, account, suffix = '', region = '', year, month, day, hour, minute, id = ''] = LOG_FILE.exec(file) ?? []
  if (account !== wanted || keyKind(suffix) !== kind) return undefined
  return { ...regionOf(region, ofFolder), kind, time: `${year}-${month}-${day}T${hour}:${minute}Z`, id }
}

/** Returns what the name of a digest says beyond its folder, of whose account it has to be. */
function digestOf(file: string, wanted: string, ofFolder: string): Omit<DigestFileKey, keyof KeyParts> | undefined {
  const [, account, region = '', trail = '', homeRegion = '', year, month, day, hour, minute, second, backfill] =
    DIGEST_FILE.exec(file) ?? []
  if (account !== wanted) return undefined
  return {
    ...regionOf(region, ofFolder),
    kind: 'Digest',
    trail,
    homeRegion,
    time: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    backfill: backfill !== undefined,
  }
}

/**
 * The key that CloudTrail stores a file under, from its parts.
 *
 * @param parts - As `parseTrailKey` gives them.
 * @returns The key, not encoded, or `undefined` where the parts make none, such as an account of eleven digits.
 * @throws `TypeError` if `parts` are not the parts of a key.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html AWS: names of digest files}
 *
 * @example
 * import { formatTrailKey } from 'glue-trail/source'
 *
 * assert.strictEqual(
 *   formatTrailKey({
 *     account: '123456789012',
 *     region: 'us-east-1',
 *     date: '2024-05-01',
 *     kind: 'Digest',
 *     trail: 'all_regions',
 *     homeRegion: 'us-east-1',
 *     time: '2024-05-01T13:01:31Z',
 *     backfill: false,
 *   }),
 *   'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/2024/05/01/' +
 *     '123456789012_CloudTrail-Digest_us-east-1_all_regions_us-east-1_20240501T130131Z.json.gz',
 * )
 *
 * @category sources
 * @since 0.1.0
 */
export function formatTrailKey(parts: TrailKey): string | undefined {
  return madeOf('formatTrailKey', 'the parts of a key', parts, () => formatted(parts))
}

function formatted(parts: TrailKey): string | undefined {
  const { prefix, organization, account, kind, region, date, fileRegion = region } = parts
  const name = nameOf(kind)
  const time = parts.time.replaceAll('-', '').replaceAll(':', '')
  const end =
    parts.kind === 'Digest' ? `${parts.trail}_${parts.homeRegion}_${time}${parts.backfill ? '_backfill' : ''}` : `${time}_${parts.id}`
  const key = [
    ...(prefix === undefined ? [] : [prefix]),
    'AWSLogs',
    ...(organization === undefined ? [] : [organization]),
    account,
    name,
    region,
    date.replaceAll('-', '/'),
    `${account}_${name}_${fileRegion}_${end}.json.gz`,
  ].join('/')
  return isSame(parseTrailKey(key), parts) ? key : undefined
}

/** A part with a slash or an underscore of its own may make a key of other parts. */
const isSame = (parsed: TrailKey | undefined, { fileRegion, ...parts }: TrailKey): boolean =>
  parsed !== undefined &&
  (parsed.fileRegion ?? parsed.region) === (fileRegion ?? parts.region) &&
  Object.entries(parts).every(([name, value]) => value === parsed[name as keyof TrailKey])
