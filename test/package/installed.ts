/**
 * Packages that only these checks need: other versions of Node and TypeScript, and a validator. They are not
 * dependencies of the repository, but are installed when first needed, and cached.
 *
 * @module
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './command.js'

/** Returns the folder `name` in the cache, with the packages in its `node_modules`. */
export function installed(name: string, packages: ReadonlyArray<string>): string {
  // Each has its own folder, because an install without saving removes the packages of an earlier one.
  const folder = join(root, '.cache', name)
  if (existsSync(join(folder, 'node_modules'))) return folder
  mkdirSync(folder, { recursive: true })
  try {
    command('npm', ['i', '--no-save', '--prefix', folder, ...packages], { cwd: folder })
  } catch (error) {
    // An incomplete install must not be used the next time.
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return folder
}
