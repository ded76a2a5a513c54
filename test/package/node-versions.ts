/**
 * The versions of Node that the package is tried on. Those that are not running here are installed as npm packages and kept for the next time.
 *
 * @module
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './command.js'

/** Every release line that is supported; the first is the oldest. */
export const NODE_MAJORS = [20, 22, 24] as const

/** One of them. */
export type NodeMajor = (typeof NODE_MAJORS)[number]

/** The program of a version of Node. */
export function nodeOf(major: NodeMajor): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  // Each in a folder of its own: an install without saving takes out what an earlier one has put there.
  const folder = join(root, '.cache', `node-${major}-${process.platform}-${process.arch}`)
  const program = join(folder, 'node_modules', `node${major}`, 'bin', 'node')
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true })
    command('npm', ['i', '--no-save', '--prefix', folder, `node${major}@npm:node-${process.platform}-${process.arch}@${major}`], {
      cwd: folder,
    })
  }
  return program
}
