/** Writes a world as a copy of its bucket, with what is needed to prove it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDigestObject } from './signed-world.js'
import type { World } from './world.js'

/** Writes files by their paths below a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [path: string, body: Uint8Array | string]>): void {
  for (const [path, body] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
}

/**
 * Writes a world's objects below `copy`, its keys as `keys.json` and the signatures of its digests as
 * `signatures.ndjson`.
 */
export function writeWorld(folder: string, { objects, keys }: World): void {
  writeFiles(
    folder,
    objects.map(({ key, body }) => [join('copy', key), body] as const),
  )
  const listed = keys.map(({ value, fingerprint }) => ({ Value: Buffer.from(value).toString('base64'), Fingerprint: fingerprint }))
  const signatures = objects.filter(isDigestObject).map(({ bucket, key, metadata }) => `${JSON.stringify({ bucket, key, metadata })}\n`)
  writeFiles(folder, [
    ['keys.json', JSON.stringify({ PublicKeyList: listed })],
    ['signatures.ndjson', signatures.join('')],
  ])
}
