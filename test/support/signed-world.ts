/**
 * Worlds that are made and signed here, with throw-away keys: chains of digests as CloudTrail writes them.
 *
 * @module
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { isoOfSeconds } from '../../src/integrity/time.js'
import type { PublicKeyRecord } from '../../src/source/evidence.js'
import type { World, WorldObject } from './world.js'

/** A key that digests are signed with. */
export interface SigningKey {
  readonly record: PublicKeyRecord
  readonly fingerprint: string
  readonly privateKey: KeyObject
}

const keys: Array<SigningKey> = []

/** Returns one of several keys; each is made once. */
export function signingKey(number = 0): SigningKey {
  const known = keys[number]
  if (known !== undefined) return known
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const value = new Uint8Array(publicKey.export({ format: 'der', type: 'pkcs1' }))
  const fingerprint = createHash('md5').update(value).digest('hex')
  const key = { record: { value, fingerprint, source: 'a test' }, fingerprint, privateKey }
  keys[number] = key
  return key
}

/** A chain of digests, one for each hour. */
export interface ChainSpec {
  readonly bucket?: string
  /** The bucket of an hour, where it changes. */
  readonly bucketAt?: (hour: number) => string
  readonly prefix?: string
  readonly organization?: string
  readonly account?: string
  readonly region?: string
  readonly trail?: string
  /** When the first digest begins, in seconds. */
  readonly start?: number
  readonly hours?: number
  /** How many log files are delivered in an hour. */
  readonly logs?: (hour: number) => number
  /** Hours with which a new chain begins, after an hour without a digest. */
  readonly restarts?: ReadonlyArray<number>
  /** Which key signs the digest of an hour. */
  readonly key?: (hour: number) => number
  readonly backfill?: boolean
  /** About how long a log file is. */
  readonly logBytes?: number
  /** Bodies of log files that are there already are named, not written. */
  readonly names?: ReadonlyMap<string, Uint8Array>
  /** Changes a digest before it is signed. */
  readonly change?: (digest: Record<string, unknown>, hour: number) => Record<string, unknown>
}

export const START = Date.parse('2026-01-01T00:01:31Z') / 1000
export const HOUR = 3600

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const compact = (seconds: number): string => isoOfSeconds(seconds).replaceAll(/[-:]/g, '')
const day = (seconds: number): string => isoOfSeconds(seconds).slice(0, 10).replaceAll('-', '/')

/** Makes a chain of digests and their log files. */
export function chainOf(spec: ChainSpec = {}): ReadonlyArray<WorldObject> {
  const { account = '111122223333', region = 'us-east-1', trail = 'trail-1', start = START, hours = 4 } = spec
  const above = `${spec.prefix === undefined ? '' : `${spec.prefix}/`}AWSLogs/${spec.organization === undefined ? '' : `${spec.organization}/`}${account}`
  const objects: Array<WorldObject> = []
  let previous: { readonly bucket: string; readonly key: string; readonly hash: string; readonly signature: string } | undefined
  for (let hour = 0; hour < hours; hour++) {
    const bucket = spec.bucketAt?.(hour) ?? spec.bucket ?? 'logs-bucket'
    const from = start + hour * HOUR
    const to = from + HOUR
    if (spec.restarts?.includes(hour) === true) {
      previous = undefined
      continue
    }
    const key = signingKey(spec.key?.(hour) ?? 0)
    const logFiles = Array.from({ length: spec.logs?.(hour) ?? 2 }, (_, i) => {
      const time = from + 300 + Math.floor((3000 * i) / Math.max(1, spec.logs?.(hour) ?? 2))
      const id = hex(Buffer.from(`${trail} ${time} ${i} ${account} ${region}`)).slice(0, 16)
      const name = `${account}_CloudTrail_${region}_${compact(time).slice(0, 13)}Z_${id}.json.gz`
      const logKey = `${above}/CloudTrail/${region}/${day(time)}/${name}`
      const inflated = Buffer.from(
        JSON.stringify({
          Records: [{ eventSource: 'glue.amazonaws.com', eventName: 'GetTable', eventID: id, note: 'x'.repeat(spec.logBytes ?? 0) }],
        }),
      )
      if (spec.backfill !== true) objects.push({ bucket, key: logKey, body: new Uint8Array(gzipSync(inflated)), metadata: {} })
      return {
        s3Bucket: bucket,
        s3Object: logKey,
        hashValue: hex(inflated),
        hashAlgorithm: 'SHA-256',
        newestEventTime: isoOfSeconds(time),
        oldestEventTime: isoOfSeconds(from),
      }
    })
    const digestKey = `${above}/CloudTrail-Digest/${region}/${day(to)}/${account}_CloudTrail-Digest_${region}_${trail}_us-east-1_${compact(to)}${
      spec.backfill === true ? '_backfill' : ''
    }.json.gz`
    const digest = {
      awsAccountId: account,
      digestStartTime: isoOfSeconds(from),
      digestEndTime: isoOfSeconds(to),
      digestS3Bucket: bucket,
      digestS3Object: digestKey,
      digestPublicKeyFingerprint: key.fingerprint,
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: isoOfSeconds(to),
      oldestEventTime: isoOfSeconds(from),
      previousDigestS3Bucket: previous?.bucket ?? null,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous?.hash ?? null,
      previousDigestHashAlgorithm: previous === undefined ? null : 'SHA-256',
      previousDigestSignature: previous?.signature ?? null,
      logFiles,
    }
    const changed = spec.change?.(digest, hour) ?? digest
    const object = signed(changed, digestKey, bucket, key, spec.backfill === true ? isoOfSeconds(start + 100 * HOUR) : undefined)
    objects.push(object)
    previous = { bucket, key: digestKey, hash: hex(textOf(changed)), signature: object.metadata.signature ?? '' }
  }
  return objects
}

const textOf = (digest: object): Buffer => Buffer.from(JSON.stringify(digest))

/** Signs a digest and makes its object. */
export function signed(
  digest: Record<string, unknown>,
  key: string,
  bucket: string,
  signer: SigningKey = signingKey(),
  generated?: string,
): WorldObject {
  const inflated = textOf(digest)
  const { digestEndTime, digestS3Bucket, digestS3Object, previousDigestSignature } = digest
  const toSign = `${digestEndTime}\n${digestS3Bucket}/${digestS3Object}\n${hex(inflated)}\n${previousDigestSignature ?? 'null'}`
  const signature = sign('sha256', Buffer.from(toSign), signer.privateKey).toString('hex')
  const metadata = {
    signature,
    'signature-algorithm': 'SHA256withRSA',
    ...(generated === undefined ? {} : { 'backfill-generation-timestamp': generated }),
  }
  return { bucket, key, body: new Uint8Array(gzipSync(inflated)), metadata }
}

/** A world of chains, and the range of the first one. */
export const worldOf = (...specs: ReadonlyArray<ChainSpec>): World => {
  const { start = START, hours = 4 } = specs[0] ?? {}
  return {
    name: 'made here',
    range: [isoOfSeconds(start), isoOfSeconds(start + hours * HOUR)],
    keys: [0, 1].map((number) => signingKey(number).record),
    objects: (specs.length === 0 ? [{}] : specs).flatMap((spec) => chainOf(spec)),
  }
}

/** Whether an object is a digest. */
export const isDigestObject = ({ key }: WorldObject): boolean => key.includes('/CloudTrail-Digest/')
