/**
 * The build that is tried. It must be what the sources say: an older one would pass for them.
 *
 * @module
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './command.js'

/** Builds the package where that was not done since its sources changed. */
export function ensureBuilt(): void {
  // The tests of the command build that alone.
  if (newest(join(root, 'dist', 'groups')) >= newest(join(root, 'src'))) return
  console.log('dist is missing or older than src: npm run build')
  command('npm', ['run', 'build'])
}

/** When the newest file of a folder was written; 0 where there is none. */
function newest(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return Math.max(0, ...files.map((file) => statSync(join(folder, file)).mtimeMs))
  } catch {
    return 0
  }
}
