/**
 * S3 by fauxqs, and the two answers that it lacks or gives in another form: where a bucket is, and CloudTrail's public
 * keys.
 */
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { startFauxqs } from 'fauxqs'
import type { World } from '../../support/world.js'

/** A cloud with one world in it. */
export interface Cloud {
  readonly s3: string
  readonly cloudTrail: string
  readonly client: S3Client
  readonly close: () => Promise<void>
}

/** In us-east-1, a bucket's location is empty. */
const LOCATION = '<?xml version="1.0"?><LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>'

/** Starts a cloud with the objects and keys of a world. */
export async function cloudOf(world: World): Promise<Cloud> {
  const fauxqs = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new S3Client({ endpoint: `http://127.0.0.1:${fauxqs.port}`, forcePathStyle: true, region: 'us-east-1', credentials })
  for (const bucket of new Set(world.objects.map((object) => object.bucket))) fauxqs.createBucket(bucket)
  for (const { bucket, key, body, metadata } of world.objects) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, Metadata: metadata }))
  }
  const s3 = createServer((incoming, outgoing) => {
    if (incoming.url?.includes('?location') === true) {
      outgoing.end(LOCATION)
      return
    }
    const { method, url, headers } = incoming
    const passed = request({ port: fauxqs.port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.pipe(passed)
  })
  const keys = world.keys.map(({ value, fingerprint, from, to }) => ({
    Value: Buffer.from(value).toString('base64'),
    Fingerprint: fingerprint,
    ValidityStartTime: (from?.getTime() ?? 0) / 1000,
    ValidityEndTime: (to?.getTime() ?? 4e12) / 1000,
  }))
  const cloudTrail = createServer((_, outgoing) => {
    outgoing.setHeader('content-type', 'application/x-amz-json-1.1')
    outgoing.end(JSON.stringify({ PublicKeyList: keys }))
  })
  return {
    s3: await listening(s3),
    cloudTrail: await listening(cloudTrail),
    client,
    close: async () => {
      client.destroy()
      for (const server of [s3, cloudTrail]) server.close()
      await fauxqs.stop()
    },
  }
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
