/**
 * Notices of objects in the form of S3's own notifications, for the same consumers.
 *
 * @module
 */
import type { TrailObject } from '../source/envelope/message.js'

/** Returns the body of a message that announces objects, as S3 writes it to a queue. */
export const noticeOf = (objects: ReadonlyArray<TrailObject>): string =>
  JSON.stringify({
    Records: objects.map(({ bucket, key, size, version, region }) => ({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodedKey(key),
          size,
          versionId: version,
        },
      },
    })),
  })

/** Returns a key as S3's notifications write it: form-urlencoded, except for slashes. */
const encodedKey = (key: string): string => key.split('/').map(encoded).join('/')

// A lone surrogate cannot be encoded, and S3 has no such key.
const encoded = (part: string): string => encodeURIComponent(part.replace(LONE_SURROGATE, '\ufffd')).replaceAll('%20', '+')

const LONE_SURROGATE = /\p{Surrogate}/gu
