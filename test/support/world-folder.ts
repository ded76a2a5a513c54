/** A world as a copy in a folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { isDigestObject } from './signed-world.js'
import type { World } from './world.js'

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files by their paths below a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [path: string, body: Uint8Array | string]>): void {
  for (const [path, body] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
}

/** Writes a world's objects below `copy`, its keys as `keys.json` and the signatures of its digests as `signatures.ndjson`. */
export function folderOf(world: World): string {
  const folder = temporaryFolder()
  writeFiles(
    folder,
    world.objects.map(({ key, body }) => [join('copy', key), body] as const),
  )
  const keys = world.keys.map(({ value, fingerprint }) => ({ Value: Buffer.from(value).toString('base64'), Fingerprint: fingerprint }))
  const signatures = world.objects
    .filter(isDigestObject)
    .map(({ bucket, key, metadata }) => `${JSON.stringify({ bucket, key, metadata })}\n`)
  writeFiles(folder, [
    ['keys.json', JSON.stringify({ PublicKeyList: keys })],
    ['signatures.ndjson', signatures.join('')],
  ])
  return folder
}
