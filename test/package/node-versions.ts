/**
 * The versions of Node that the package is tested on.
 *
 * @module
 */
import { join } from 'node:path'
import { installed } from './installed.js'

/** Every release line that is supported; the first is the oldest. */
export const NODE_MAJORS = [20, 22, 24] as const

/** One of them. */
export type NodeMajor = (typeof NODE_MAJORS)[number]

/** Returns the path of a version of Node. */
export function nodeOf(major: NodeMajor): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  const { platform, arch } = process
  const folder = installed(`node-${major}-${platform}-${arch}`, [`node${major}@npm:node-${platform}-${arch}@${major}`])
  return join(folder, 'node_modules', `node${major}`, 'bin', 'node')
}
