/**
 * A store for validation, over a trail's bucket in S3.
 *
 * @module
 */
import { requireOptions } from '../codec/argument.js'
import { defined } from '../source/defined.js'
import type { EvidenceBytes, EvidenceError, EvidenceStore } from '../source/evidence.js'
import { MissingPackage } from '../source/missing-package.js'
import { s3ClientOf, s3Sdk } from './client.js'
import { failureOf } from './failure.js'
import type { TrailOptions } from './list-options.js'
import { objectStore, type Page, type PageRequest } from './object-store.js'

/**
 * Creates a store of a trail's bucket, for `validateTrail`. It needs `s3:ListBucket` and `s3:GetObject`.
 *
 * @param options - The bucket, the prefix before `AWSLogs`, the account that owns the bucket, and the client.
 *   `validateTrail` has the options for accounts, regions and times.
 * @returns The store. Reading a file never rejects because of the file.
 *
 * @example
 * import { trailStore } from 'glue-trail/aws'
 *
 * // Any object with `send` can act as the client of the SDK.
 * const client = { send: async () => ({ CommonPrefixes: [{ Prefix: 'AWSLogs/' }] }) }
 * const store = trailStore({ bucket: 'audit', client })
 * assert.deepStrictEqual(await store.folders(''), ['AWSLogs'])
 *
 * @category integrity
 * @since 0.1.0
 */
export function trailStore(options: Pick<TrailOptions, 'bucket' | 'prefix' | 'owner' | 'client'>): EvidenceStore {
  requireOptions('trailStore', options)
  const { bucket, prefix: scope, owner } = options
  const head = scope === undefined || scope === '' ? '' : `${scope.replace(/\/$/, '')}/`
  const pages = objectStore(options.client)
  let client: ReturnType<typeof s3ClientOf> | undefined
  const page = (request: Omit<PageRequest, 'bucket' | 'owner'>, signal: AbortSignal | undefined): Promise<Page> =>
    retried(signal, () => pages.page({ bucket, owner, ...request }, signal))

  return {
    kind: 's3',
    list: async function* ({ prefix, after }, signal) {
      if (!prefix.startsWith(head) && !head.startsWith(prefix)) return
      const own = prefix.startsWith(head) ? prefix : head
      let token: string | undefined
      do {
        const { objects, next } = await page({ prefix: own, startAfter: after, token }, signal)
        for (const object of objects) yield { bucket, ...object }
        token = next
      } while (token !== undefined)
    },
    folders: async (prefix, signal) => {
      // Anything outside of the trail's prefix is not listed.
      if (head.startsWith(prefix) && head !== prefix) return [head.slice(prefix.length, head.indexOf('/', prefix.length))]
      if (!prefix.startsWith(head)) return []
      const names: Array<string> = []
      let token: string | undefined
      do {
        const { folders, next } = await page({ prefix, token, folders: true }, signal)
        for (const folder of folders) names.push(folder.slice(prefix.length, -1))
        token = next
      } while (token !== undefined)
      return names
    },
    read: async (location, limit, signal) => {
      try {
        return await retried(signal, async () => {
          const { GetObjectCommand } = await s3Sdk()
          client ??= s3ClientOf(options.client)
          const own = location.bucket ?? bucket
          const input = {
            Bucket: own,
            Key: location.key,
            ...(location.version === undefined ? {} : { VersionId: location.version }),
            ...(owner === undefined || own !== bucket ? {} : { ExpectedBucketOwner: owner }),
          }
          const output = await (await client).send(new GetObjectCommand(input), signal === undefined ? {} : { abortSignal: signal })
          return bytesOf(output as GetOutput, limit)
        })
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof MissingPackage) throw error
        return { error: failureOf(error) } satisfies EvidenceError
      }
    },
  }
}

interface GetOutput {
  readonly Body?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly ContentLength?: number
  readonly Metadata?: Readonly<Record<string, string>>
  readonly LastModified?: Date
  readonly VersionId?: string
}

/** Objects up to this size are read whole, so that they can be read again if they end too early. */
const WHOLE = 16 * 1024 * 1024

async function bytesOf({ Body = [], ContentLength, Metadata, LastModified, VersionId }: GetOutput, limit: number): Promise<EvidenceBytes> {
  const isWhole = ContentLength !== undefined && ContentLength <= Math.min(WHOLE, limit)
  const pieces = isWhole ? listed(await wholeOf(Body, ContentLength)) : upTo(Body, limit, ContentLength)
  return {
    pieces,
    metadata: Metadata ?? {},
    ...defined({ modified: LastModified?.toISOString(), version: VersionId }),
  }
}

async function wholeOf(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, length: number): Promise<ReadonlyArray<Uint8Array>> {
  const pieces: Array<Uint8Array> = []
  let size = 0
  for await (const piece of body) {
    pieces.push(piece)
    size += piece.length
  }
  if (size < length) throw new CutBody()
  return pieces
}

async function* listed(pieces: ReadonlyArray<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces
}

async function* upTo(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
  length: number | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  for await (const piece of body) {
    size += piece.length
    yield size > limit ? piece.subarray(0, piece.length - (size - limit)) : piece
    if (size >= limit) return
  }
  if (length !== undefined && size < length) throw new CutBody()
}

/** A body that ended too early. */
class CutBody extends Error {
  override readonly name = 'CutBody'
}

const ATTEMPTS = 6

/** Failures of the network, or of S3 under load: another attempt may succeed after the SDK's own. */
const PASSING: ReadonlyArray<string> = [
  'CutBody',
  'ECONNRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EPIPE',
  'AbortError',
  'InternalError',
  'ServiceUnavailable',
  'SlowDown',
  'RequestTimeout',
  'TimeoutError',
  'ETIMEDOUT',
]

async function retried<A>(signal: AbortSignal | undefined, work: () => Promise<A>): Promise<A> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt >= ATTEMPTS || !PASSING.includes(failureOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt))
    }
  }
}
