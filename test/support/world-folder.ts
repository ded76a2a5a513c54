/** A world as a copy in a folder. */
import { temporaryFolder } from './folder.js'
import type { World } from './world.js'
import { writeWorld } from './write-world.js'

/** Writes a world to a temporary folder, and returns that. */
export function folderOf(world: World): string {
  const folder = temporaryFolder()
  writeWorld(folder, world)
  return folder
}
