/**
 * Worlds: buckets in memory, and stores over them.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EvidenceObject, EvidenceStore, KeySource, PublicKeyRecord } from '../../src/source/evidence.js'

/** An object of a bucket. */
export interface WorldObject {
  readonly bucket: string
  readonly key: string
  readonly body: Uint8Array
  readonly metadata: Readonly<Record<string, string>>
}

/** A bucket, its keys, and the range that is validated. */
export interface World {
  readonly name: string
  readonly range: readonly [string, string]
  readonly keys: ReadonlyArray<PublicKeyRecord>
  readonly objects: ReadonlyArray<WorldObject>
}

interface StoredWorld {
  readonly name: string
  readonly range: readonly [string, string]
  readonly publicKeys: ReadonlyArray<{ Value: string; Fingerprint: string; ValidityStartTime: string; ValidityEndTime: string }>
  readonly objects: ReadonlyArray<{ bucket: string; key: string; bodyBase64: string; metadata: Record<string, string> }>
}

/** Returns the worlds in a folder. */
export const worldsIn = (folder: string): ReadonlyArray<World> =>
  readdirSync(folder)
    .sort()
    .map((file) => {
      const { name, range, publicKeys, objects } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredWorld
      return {
        name,
        range,
        keys: publicKeys.map(({ Value, Fingerprint, ValidityStartTime, ValidityEndTime }) => ({
          value: new Uint8Array(Buffer.from(Value, 'base64')),
          fingerprint: Fingerprint,
          from: new Date(ValidityStartTime),
          to: new Date(ValidityEndTime),
          source: 'a world',
        })),
        objects: objects.map(({ bucket, key, bodyBase64, metadata }) => ({
          bucket,
          key,
          body: new Uint8Array(Buffer.from(bodyBase64, 'base64')),
          metadata,
        })),
      }
    })

export const keysOf =
  (world: Pick<World, 'keys'>): KeySource =>
  async () =>
    world.keys

const byKey = (a: WorldObject, b: WorldObject): number => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))

/** A store over the objects of one bucket; those of others can be read. */
export function storeOf(
  objects: ReadonlyArray<WorldObject>,
  kind: EvidenceStore['kind'] = 's3',
  bucket = objects[0]?.bucket,
): EvidenceStore {
  const own = objects.filter((object) => kind === 'copy' || object.bucket === bucket).sort(byKey)
  const placed = new Map(objects.map((object) => [kind === 'copy' ? object.key : `${object.bucket} ${object.key}`, object]))
  const placeOf = ({ bucket: name, key, body }: WorldObject): EvidenceObject => ({
    ...(kind === 's3' ? { bucket: name } : {}),
    key,
    size: body.length,
  })
  return {
    kind,
    list: async function* ({ prefix, after }) {
      for (const object of own) {
        if (!object.key.startsWith(prefix)) continue
        if (after !== undefined && Buffer.compare(Buffer.from(object.key), Buffer.from(after)) <= 0) continue
        yield placeOf(object)
      }
    },
    folders: async (prefix) => [
      ...new Set(
        own.flatMap(({ key }) => {
          const slash = key.indexOf('/', prefix.length)
          return key.startsWith(prefix) && slash >= 0 ? [key.slice(prefix.length, slash)] : []
        }),
      ),
    ],
    read: async (location, limit) => {
      const object = placed.get(kind === 'copy' ? location.key : `${location.bucket ?? bucket} ${location.key}`)
      if (object === undefined) return { error: kind === 'copy' ? 'ENOENT' : 'NoSuchKey' }
      const pieces = (async function* () {
        yield object.body.subarray(0, limit)
      })()
      return { pieces, ...(kind === 's3' ? { metadata: object.metadata } : {}) }
    },
  }
}
