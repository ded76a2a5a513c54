/**
 * Trails with digests to validate, with log files as CloudTrail writes them.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isDigestObject, worldOf } from '../../test/support/signed-world.js'
import type { World } from '../../test/support/world.js'
import { writeTrail } from '../read/trail.js'

/** One record in twenty is a Glue record: most files hold mostly other services. */
const SHARE = 0.05

/** Runs with a folder that is removed afterwards. */
export async function inFolder<A>(run: (folder: string) => Promise<A>): Promise<A> {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-bench-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A world of so many hours, one log file each, of some megabytes of JSON in all. */
export async function busyWorld(megabytes: number): Promise<World> {
  const bodies = await inFolder(async (folder) => {
    writeTrail(folder, megabytes * 1e6, SHARE, 20)
    return readdirSync(folder)
      .sort()
      .map((file) => new Uint8Array(readFileSync(join(folder, file))))
  })
  const hashes = bodies.map((body) => createHash('sha256').update(gunzipSync(body)).digest('hex'))
  const world = worldOf({
    hours: bodies.length,
    logs: () => 1,
    change: (digest, hour) => ({
      ...digest,
      logFiles: (digest.logFiles as ReadonlyArray<object>).map((log) => ({ ...log, hashValue: hashes[hour] })),
    }),
  })
  let at = 0
  return {
    ...world,
    objects: world.objects.map((object) => (isDigestObject(object) ? object : { ...object, body: bodies[at++] ?? object.body })),
  }
}
