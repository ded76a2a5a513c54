/**
 * Digest files: what CloudTrail delivers every hour to prove which log files it delivered before. A digest names each
 * log file with its hash, and the digest before it with hash and signature.
 *
 * @module
 */
import * as t from 'io-ts'
import { nullableString, quiet, shape, string } from './quiet.js'

/**
 * A log file as a digest names it.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html AWS page}.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface DigestLogFile {
  /** The bucket it was delivered to. */
  readonly s3Bucket: string
  /** Its key. */
  readonly s3Object: string
  /** The hash of its inflated bytes, in hexadecimal digits. */
  readonly hashValue: string
  /** `SHA-256`. */
  readonly hashAlgorithm: string
}

/**
 * The codec of `DigestLogFile`. Members that AWS adds are kept.
 *
 * @example
 * import { DigestLogFile } from 'glue-trail/integrity'
 *
 * const file = { s3Bucket: 'logs', s3Object: 'AWSLogs/a.json.gz', hashValue: '00'.repeat(32), hashAlgorithm: 'SHA-256' }
 * assert.strictEqual(DigestLogFile.is(file), true)
 * assert.strictEqual(DigestLogFile.is({ ...file, hashValue: null }), false)
 *
 * @category integrity
 * @since 0.1.0
 */
export const DigestLogFile: t.Type<DigestLogFile> = /* @__PURE__ */ quiet(/* @__PURE__ */ logFile())

// Its errors keep values, which the codec around it needs to say of what kind they are.
function logFile(): t.Type<DigestLogFile> {
  return t.type({ s3Bucket: string, s3Object: string, hashValue: string, hashAlgorithm: string }, 'DigestLogFile')
}

/**
 * A digest file. Members that this library does not need may be missing, and members that AWS adds are kept.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html AWS page}.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface DigestFile {
  /** The account whose log files it names. */
  readonly awsAccountId: string
  /** Since when it covers what was delivered. */
  readonly digestStartTime: string
  /** Until when it covers what was delivered. */
  readonly digestEndTime: string
  /** The bucket it was delivered to. */
  readonly digestS3Bucket: string
  /** Its own key. */
  readonly digestS3Object: string
  /** The fingerprint of the key it is signed with. */
  readonly digestPublicKeyFingerprint: string
  /** `SHA256withRSA`; the metadata of the object says it too. */
  readonly digestSignatureAlgorithm?: string
  /** The bucket of the digest before it; null for the first of a chain. */
  readonly previousDigestS3Bucket: string | null
  /** The key of the digest before it. */
  readonly previousDigestS3Object: string | null
  /** The hash of the inflated digest before it. */
  readonly previousDigestHashValue: string | null
  /** `SHA-256`. */
  readonly previousDigestHashAlgorithm: string | null
  /** The signature of the digest before it. */
  readonly previousDigestSignature: string | null
  /** The log files delivered in its time. */
  readonly logFiles: ReadonlyArray<DigestLogFile>
}

/**
 * The codec of `DigestFile`. It decides what a digest is; whether one is true, `validateTrail` finds out.
 *
 * @example
 * import { DigestFile } from 'glue-trail/integrity'
 *
 * assert.strictEqual(DigestFile.is({ Records: [] }), false)
 *
 * @category integrity
 * @since 0.1.0
 */
export const DigestFile: t.Type<DigestFile> = /* @__PURE__ */ quiet(
  /* @__PURE__ */ shape(
    'DigestFile',
    {
      awsAccountId: string,
      digestStartTime: string,
      digestEndTime: string,
      digestS3Bucket: string,
      digestS3Object: string,
      digestPublicKeyFingerprint: string,
      previousDigestS3Bucket: nullableString,
      previousDigestS3Object: nullableString,
      previousDigestHashValue: nullableString,
      previousDigestHashAlgorithm: nullableString,
      previousDigestSignature: nullableString,
      logFiles: /* @__PURE__ */ t.readonlyArray(/* @__PURE__ */ logFile(), 'a list of log files'),
    },
    { digestSignatureAlgorithm: string },
  ),
)

/** The five members that name the digest before: all of them null, or none. */
export const PREVIOUS = [
  'previousDigestS3Bucket',
  'previousDigestS3Object',
  'previousDigestHashValue',
  'previousDigestHashAlgorithm',
  'previousDigestSignature',
] as const

/** Documented members that nothing here depends on. */
const OPTIONAL = ['digestSignatureAlgorithm', 'newestEventTime', 'oldestEventTime'] as const

/** Returns how many documented members a digest lacks, and how many it has that are not documented. */
export function otherMembers(digest: DigestFile): { readonly missing: number; readonly added: number } {
  const names = Object.keys(digest)
  const missing = OPTIONAL.filter((name) => !Object.hasOwn(digest, name)).length
  return { missing, added: names.length - (Object.keys(REQUIRED).length + OPTIONAL.length - missing) }
}

const REQUIRED: Readonly<Record<Exclude<keyof DigestFile, 'digestSignatureAlgorithm'>, true>> = {
  awsAccountId: true,
  digestStartTime: true,
  digestEndTime: true,
  digestS3Bucket: true,
  digestS3Object: true,
  digestPublicKeyFingerprint: true,
  previousDigestS3Bucket: true,
  previousDigestS3Object: true,
  previousDigestHashValue: true,
  previousDigestHashAlgorithm: true,
  previousDigestSignature: true,
  logFiles: true,
}

/** A digest as a link of a chain: it names the digest before it, or is the first. */
export interface PreviousDigest {
  readonly bucket: string
  readonly key: string
  readonly hash: string
  readonly algorithm: string
  readonly signature: string
}

/**
 * Returns what a digest says of the one before it; null where it is the first of its chain, `undefined` where only some
 * members are null.
 */
export function previousOf(digest: DigestFile): PreviousDigest | null | undefined {
  if (PREVIOUS.every((name) => digest[name] === null)) return null
  const [bucket, key, hash, algorithm, signature] = PREVIOUS.map((name) => digest[name])
  if (bucket == null || key == null || hash == null || algorithm == null || signature == null) return undefined
  return { bucket, key, hash, algorithm, signature }
}

/**
 * Returns the bytes that are signed: end, place, hash of the inflated digest, and the signature of the digest before it
 * or `null`.
 */
export const stringToSign = (digest: DigestFile, hash: string): string =>
  [digest.digestEndTime, `${digest.digestS3Bucket}/${digest.digestS3Object}`, hash, digest.previousDigestSignature ?? 'null'].join('\n')
