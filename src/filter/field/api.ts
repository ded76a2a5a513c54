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
import { isGlueAlone } from './source.js'

const OPTIONS: PatternField = {
  valuesOf: apisOf,
  // The index has no `?`; what it matches, `*` matches too.
  hint: (patterns) => ({ names: patterns.map((pattern) => pattern.replaceAll('?', '*')) }),
}

/** Patterns of API names, spelled as AWS spells them. */
export const api: Field = (field, value, { fields }) => {
  const patterns = readPatterns(field, value)
  if (patterns._tag === 'Left') return patterns
  // Only Glue's names are known here.
  if (fields.source === undefined || isGlueAlone(fields.source)) {
    for (const [index, pattern] of patterns.right.entries()) {
      const meant = nearMiss(pattern)
      if (meant === undefined) continue
      return refused({
        code: 'NEAR_MISS',
        field,
        ...(Array.isArray(value) && { index }),
        expected: `a name as AWS spells it, such as ${meant}`,
        received: 'one that differs in upper and lower case',
      })
    }
  }
  return read(matching(field, patterns.right, OPTIONS))
}

/**
 * Returns a name that the pattern would match in another case, where it matches none as it is. No two names of AWS
 * differ in case alone.
 */
function nearMiss(pattern: string): string | undefined {
  const names: ReadonlyArray<string> = [...GLUE_APIS, ...NAME_ONLY_APIS]
  if (names.some((name) => matchesGlob(pattern, name))) return undefined
  const lower = pattern.toLowerCase()
  return names.find((name) => matchesGlob(lower, name.toLowerCase()))
}
