/**
 * `source`: the service that was called.
 *
 * @module
 */
import { isLiteral, matchesAnything } from '../../event/glob.js'
import { GLUE_SOURCE } from '../../generated/registry.js'
import { type Field, read } from '../field.js'
import { matching, type PatternField, readPatterns } from '../patterns.js'
import { sourceOf } from '../subject.js'

const DOMAIN = '.amazonaws.com'

/** Returns the host name meant: `glue` is `glue.amazonaws.com`, and host names ignore case. */
function hostOf(pattern: string): string {
  const host = pattern.toLowerCase()
  return host.includes('.') || matchesAnything(host) ? host : host + DOMAIN
}

const OPTIONS: PatternField = {
  valuesOf: sourceOf,
  // The index compares sources as they are.
  hint: (hosts) => (hosts.every(isLiteral) ? { sources: hosts } : undefined),
}

/** Patterns of services. */
export const source: Field = (field, value) => {
  const patterns = readPatterns(field, value)
  return patterns._tag === 'Left' ? patterns : read(matching(field, patterns.right.map(hostOf), OPTIONS))
}

/** Whether a value of the field selects Glue and no other service. */
export function isGlueAlone(value: unknown): boolean {
  const patterns = readPatterns('source', value)
  return patterns._tag === 'Right' && patterns.right.every((pattern) => hostOf(pattern) === GLUE_SOURCE)
}
