/**
 * Objects in S3 as notices describe them.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import type { Opening } from './envelope.js'
import type { TrailObject } from './message.js'
import { parseTrailKey } from './trail-key.js'

/** A key as S3's event notifications write it: form-urlencoded, a plus for a space. */
export function decodedKey(key: string): string | undefined {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** An object with what is known of it; parts of another type are left out. */
export function objectOf(bucket: string, key: string, version?: unknown, size?: unknown, region?: unknown): TrailObject {
  return {
    bucket,
    key,
    ...(typeof version === 'string' ? { version } : {}),
    ...(typeof size === 'number' ? { size } : {}),
    ...(typeof region === 'string' ? { region } : {}),
  }
}

/** A new object: to be read, unless it is a digest. */
export function foundObject(object: TrailObject, into: Opening): void {
  if (parseTrailKey(object.key)?.kind === 'Digest') into.notice('DIGEST', object)
  else into.objects([object])
}

/** Bucket and key as both of S3's notices nest them: `bucket.name` and `object.key`. */
export function namesOf(u: unknown): { readonly bucket: string; readonly key: string } | undefined {
  const bucket = memberOf(memberOf(u, 'bucket'), 'name')
  const key = memberOf(memberOf(u, 'object'), 'key')
  return typeof bucket === 'string' && typeof key === 'string' ? { bucket, key } : undefined
}
