/**
 * The built package, which all benchmarks measure.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the built package is. */
const dist = join(root, 'dist')

/**
 * Builds the package if it is missing or older than its sources. The build's output goes to stderr: stdout is for the
 * results.
 */
export function built(): void {
  const entry = join(dist, 'index.js')
  if (existsSync(entry) && statSync(entry).mtimeMs >= newest(join(root, 'src'))) return
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 2, 2] })
}

/** The version of the package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}
