/**
 * A bucket in memory behind HTTP, as slow as one on a network: S3's requests that validators send, and the public keys
 * of CloudTrail. It takes far less time than what is measured.
 *
 * @module
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { World } from '../../test/support/world.js'

/** The bucket, at an address. */
export interface Bucket {
  readonly url: string
  readonly close: () => void
}

const PAGE = 1000
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

/** Serves the objects and keys of a world; each request takes so many milliseconds longer. */
export async function bucketOf(world: World, latencyMs: number): Promise<Bucket> {
  const objects = new Map(world.objects.map((object) => [`/${object.bucket}/${object.key}`, object]))
  const sizes = new Map(world.objects.map(({ key, body }) => [key, body.length]))
  const names = [...sizes.keys()].sort()
  const keys = world.keys.map(({ value, fingerprint }) => ({
    ...{ Value: Buffer.from(value).toString('base64'), Fingerprint: fingerprint },
    ...{ ValidityStartTime: 0, ValidityEndTime: 4e9 },
  }))
  const server = createServer((request, response) => {
    request.resume()
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket')
    const object = objects.get(decodeURIComponent(pathname))
    const send = (): void => {
      if (request.method === 'POST') response.end(JSON.stringify({ PublicKeyList: keys }))
      else if (searchParams.has('location')) response.end(`<LocationConstraint ${NAMESPACE}/>`)
      else if (object === undefined) response.end(listing(names, sizes, searchParams))
      else {
        for (const [name, value] of Object.entries(object.metadata)) response.setHeader(`x-amz-meta-${name}`, value)
        response.end(object.body)
      }
    }
    setTimeout(send, latencyMs)
  })
  return { url: await listening(server), close: () => server.close() }
}

/** A page of names, in both versions of the request. */
function listing(names: ReadonlyArray<string>, sizes: ReadonlyMap<string, number>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const after = query.get('continuation-token') ?? query.get('start-after') ?? query.get('marker') ?? ''
  const below = names.filter((name) => name.startsWith(prefix) && name > after)
  const cut = (name: string): number => (delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length))
  const folders = [...new Set(below.filter((name) => cut(name) >= 0).map((name) => name.slice(0, cut(name) + 1)))]
  const files = below.filter((name) => cut(name) < 0)
  const page = files.slice(0, PAGE)
  const last = page.at(-1) ?? ''
  return [
    `<ListBucketResult ${NAMESPACE}><IsTruncated>${files.length > PAGE}</IsTruncated>`,
    files.length > PAGE ? `<NextMarker>${last}</NextMarker><NextContinuationToken>${last}</NextContinuationToken>` : '',
    ...page.map((name) => `<Contents><Key>${name}</Key><Size>${sizes.get(name)}</Size></Contents>`),
    ...folders.map((name) => `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`),
    '</ListBucketResult>',
  ].join('')
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
