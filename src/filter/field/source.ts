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

/** The host names meant: `glue` is `glue.amazonaws.com`, and case does not matter in host names. */
function hostOf(pattern: string): string {
  const host = pattern.toLowerCase()
  return host.includes('.') || matchesAnything(host) ? host : host + DOMAIN
}

const asked: PatternField = {
  textsOf: sourceOf,
  // The index compares sources as they are.
  hint: (hosts) => (hosts.every(isLiteral) ? { sources: hosts } : undefined),
}

/** Patterns of services. */
export const source: Field = (value) => {
  const patterns = readPatterns('source', value)
  return patterns._tag === 'Left' ? patterns : read(matching(patterns.right.map(hostOf), asked))
}

/** Whether a value of the field means Glue and no other service. */
export function asksForGlueAlone(value: unknown): boolean {
  const patterns = readPatterns('source', value)
  return patterns._tag === 'Right' && patterns.right.every((pattern) => hostOf(pattern) === GLUE_SOURCE)
}
