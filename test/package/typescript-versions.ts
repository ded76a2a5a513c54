/**
 * The versions of TypeScript that the package's types are tested with.
 *
 * @module
 */
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './command.js'
import { installed } from './installed.js'

/** The oldest supported version, the last of its line, the one that builds the package, and the compiler in Go. */
export const TYPESCRIPT_VERSIONS = ['5.4', '5.9', '6.0', '7.0'] as const

/** One of them. */
export type TypeScriptVersion = (typeof TYPESCRIPT_VERSIONS)[number]

/** Returns the compiler of a version, a script for Node. */
export function compilerOf(version: TypeScriptVersion): string {
  const folder = version === ts.versionMajorMinor ? root : installed(`typescript-${version}`, [`typescript@~${version}.0`])
  return join(folder, 'node_modules', 'typescript', 'bin', 'tsc')
}
