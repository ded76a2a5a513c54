/**
 * The two requests to S3 that are used here: a page of a listing, and the bytes of an object up to a limit.
 *
 * @module
 */
import { joinBytes } from '../source/join-bytes.js'
import { type AwsClient, s3ClientOf, s3Sdk } from './client.js'

/** What to list. */
export interface PageRequest {
  readonly bucket: string
  readonly prefix: string
  /** Lists keys after this one, in the order of UTF-8 bytes. */
  readonly startAfter?: string | undefined
  /** The `next` of the previous page. */
  readonly token?: string | undefined
  /** Lists folders of the next level instead of their content. */
  readonly folders?: boolean
  /** The account that owns the bucket; S3 refuses requests if it is another. */
  readonly owner?: string | undefined
}

/** Up to 1,000 keys or folders. */
export interface Page {
  readonly objects: ReadonlyArray<{ readonly key: string; readonly size: number; readonly modified?: string }>
  readonly folders: ReadonlyArray<string>
  readonly next?: string
}

/** Which object to read. */
export interface ObjectRequest {
  readonly bucket: string
  readonly key: string
  readonly version?: string | undefined
  readonly owner?: string | undefined
}

/** A store of objects. Both methods reject with the errors of the SDK. */
export interface ObjectStore {
  readonly page: (request: PageRequest, signal?: AbortSignal) => Promise<Page>
  /** Returns the first bytes of an object, at most `limit`. */
  readonly bytes: (request: ObjectRequest, limit: number, signal?: AbortSignal) => Promise<Uint8Array>
}

/** Returns the store of a client. The SDK is loaded, and a default client created, at the first request. */
export function objectStore(given?: AwsClient): ObjectStore {
  let client: Promise<AwsClient> | undefined
  const send = async (command: { readonly input: object }, signal: AbortSignal | undefined): Promise<unknown> => {
    client ??= s3ClientOf(given)
    return (await client).send(command, signal === undefined ? {} : { abortSignal: signal })
  }
  return {
    page: async ({ bucket, prefix, startAfter, token, folders = false, owner }, signal) => {
      const { ListObjectsV2Command } = await s3Sdk()
      const input = {
        Bucket: bucket,
        Prefix: prefix,
        ...(token === undefined ? {} : { ContinuationToken: token }),
        ...(startAfter === undefined || token !== undefined ? {} : { StartAfter: startAfter }),
        ...(folders ? { Delimiter: '/' } : {}),
        ...ownerOf(owner),
      }
      return pageOf((await send(new ListObjectsV2Command(input), signal)) as ListOutput)
    },
    bytes: async ({ bucket, key, version, owner }, limit, signal) => {
      const { GetObjectCommand } = await s3Sdk()
      const input = { Bucket: bucket, Key: key, ...(version === undefined ? {} : { VersionId: version }), ...ownerOf(owner) }
      return bodyOf((await send(new GetObjectCommand(input), signal)) as GetOutput, limit)
    },
  }
}

const ownerOf = (owner: string | undefined): { readonly ExpectedBucketOwner?: string } =>
  owner === undefined ? {} : { ExpectedBucketOwner: owner }

interface ListOutput {
  readonly Contents?: ReadonlyArray<{ readonly Key?: string; readonly Size?: number; readonly LastModified?: Date }>
  readonly CommonPrefixes?: ReadonlyArray<{ readonly Prefix?: string }>
  readonly NextContinuationToken?: string
}

const pageOf = ({ Contents = [], CommonPrefixes = [], NextContinuationToken }: ListOutput): Page => ({
  objects: Contents.flatMap(({ Key, Size = 0, LastModified }) =>
    Key === undefined ? [] : [{ key: Key, size: Size, ...(LastModified === undefined ? {} : { modified: LastModified.toISOString() }) }],
  ),
  folders: CommonPrefixes.flatMap(({ Prefix }) => Prefix ?? []),
  ...(NextContinuationToken === undefined ? {} : { next: NextContinuationToken }),
})

interface GetOutput {
  /** A stream in Node and in browsers: both are iterables of chunks. */
  readonly Body?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly ContentLength?: number
}

/**
 * Returns a body, at most `limit` bytes of it. A body that ends before its length is an error: the connection was lost.
 */
async function bodyOf({ Body = [], ContentLength }: GetOutput, limit: number): Promise<Uint8Array> {
  const chunks: Array<Uint8Array> = []
  let size = 0
  for await (const chunk of Body) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= limit) break
  }
  if (ContentLength !== undefined && size < Math.min(ContentLength, limit)) throw new CutBody()
  return joinBytes(chunks, Math.min(size, limit))
}

/** A body that ended too early. */
class CutBody extends Error {
  override readonly name = 'CutBody'
}
