/**
 * Packages that only these checks need: other versions of Node and TypeScript, and a validator. They are no dependencies of the repository, but
 * installed when first asked for and kept for the next time.
 *
 * @module
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './command.js'

/** A folder, `name` below the cache, in whose `node_modules` these packages are. */
export function installed(name: string, packages: ReadonlyArray<string>): string {
  // Each in a folder of its own: an install without saving takes out what an earlier one has put there.
  const folder = join(root, '.cache', name)
  if (existsSync(join(folder, 'node_modules'))) return folder
  mkdirSync(folder, { recursive: true })
  try {
    command('npm', ['i', '--no-save', '--prefix', folder, ...packages], { cwd: folder })
  } catch (error) {
    // Half of it would pass for all of it the next time.
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return folder
}
