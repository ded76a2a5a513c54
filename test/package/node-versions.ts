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

/** Versions that are too old: the last line that is not supported, and the version before the oldest that is. */
export const TOO_OLD = ['18', '20.14'] as const

/** Returns the path of a version of Node. */
export function nodeOf(version: NodeMajor | (typeof TOO_OLD)[number]): string {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath
  const { platform, arch } = process
  const folder = installed(`node-${version}-${platform}-${arch}`, [`node${version}@npm:node-${platform}-${arch}@${version}`])
  return join(folder, 'node_modules', `node${version}`, 'bin', 'node')
}
