/**
 * `api`: the API that was called.
 *
 * @module
 */

import { matchesGlob } from '../../event/glob.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../../generated/registry.js'
import { type Field, read, refused } from '../field.js'
import { matching, type PatternField, readPatterns } from '../patterns.js'
import { apisOf } from '../subject.js'
import { asksForGlueAlone } from './source.js'

const asked: PatternField = {
  textsOf: apisOf,
  // The index knows no `?`; what it matches, `*` matches too.
  hint: (patterns) => ({ names: patterns.map((pattern) => pattern.replaceAll('?', '*')) }),
}

/** Patterns of API names, spelled as AWS spells them. */
export const api: Field = (value, { fields }) => {
  const patterns = readPatterns('api', value)
  if (patterns._tag === 'Left') return patterns
  // Other services have names of their own: only Glue's are known here.
  if (fields.source === undefined || asksForGlueAlone(fields.source)) {
    for (const [index, pattern] of patterns.right.entries()) {
      const meant = nearMiss(pattern)
      if (meant === undefined) continue
      return refused({
        code: 'NEAR_MISS',
        field: 'api',
        ...(Array.isArray(value) && { index }),
        expected: `a name as AWS spells it, such as ${meant}`,
        received: 'one that differs in upper and lower case',
      })
    }
  }
  return read(matching(patterns.right, asked))
}

/** A name that the pattern would match if upper and lower case were the same, where it matches none as it stands. AWS itself has no two such names. */
function nearMiss(pattern: string): string | undefined {
  const names: ReadonlyArray<string> = [...GLUE_APIS, ...NAME_ONLY_APIS]
  if (names.some((name) => matchesGlob(pattern, name))) return undefined
  const lower = pattern.toLowerCase()
  return names.find((name) => matchesGlob(lower, name.toLowerCase()))
}
