/**
 * Patterns in which `*` matches any characters and `?` matches one. Everything else matches itself; case matters.
 *
 * @module
 */

const STAR = 42
const QUESTION_MARK = 63

const WILDCARD = /[*?]/
const ANYTHING = /^\*+$/

/** The longest pattern: the cost of a match is at most the pattern's length times the string's. */
export const MAX_PATTERN = 512

/** Returns whether a pattern matches only itself. */
export const isLiteral = (pattern: string): boolean => !WILDCARD.test(pattern)

/** Returns whether a pattern matches every string. */
export const matchesAnything = (pattern: string): boolean => ANYTHING.test(pattern)

/**
 * Returns whether the pattern matches the whole string. It only backtracks to the last `*`: an earlier one could match
 * no more than that.
 */
export function matchesGlob(pattern: string, content: string): boolean {
  let p = 0
  let t = 0
  let afterStar = -1
  let taken = 0
  while (t < content.length) {
    const wanted = p < pattern.length ? pattern.charCodeAt(p) : -1
    if (wanted === STAR) {
      afterStar = ++p
      taken = t
    } else if (wanted === QUESTION_MARK || wanted === content.charCodeAt(t)) {
      p++
      t++
    } else if (afterStar >= 0) {
      p = afterStar
      t = ++taken
    } else {
      return false
    }
  }
  while (pattern.charCodeAt(p) === STAR) p++
  return p === pattern.length
}
