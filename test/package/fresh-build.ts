/**
 * Makes sure that the tested build is newer than the sources.
 *
 * @module
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './command.js'

/** Builds the package if its sources have changed since the last build. */
export function ensureBuilt(): void {
  // The tests of the command build only the command.
  if (newest(join(root, 'dist', 'groups')) >= newest(join(root, 'src'))) return
  console.log('dist is missing or older than src: npm run build')
  command('npm', ['run', 'build'])
}

/** Returns when the newest file of a folder was written, or 0 if it is empty. */
function newest(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return Math.max(0, ...files.map((file) => statSync(join(folder, file)).mtimeMs))
  } catch {
    return 0
  }
}
