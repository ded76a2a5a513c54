/** A world as a copy in a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { World } from './world.js'
import { writeWorld } from './write-world.js'

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a world to a temporary folder, and returns that. */
export function folderOf(world: World): string {
  const folder = temporaryFolder()
  writeWorld(folder, world)
  return folder
}
