/**
 * Patterns in which `*` stands for any characters and `?` for one. All else stands for itself, upper and lower case apart.
 *
 * @module
 */

const STAR = 42
const QUESTION_MARK = 63

const WILDCARD = /[*?]/
const ANYTHING = /^\*+$/

/** The longest pattern that is taken: what a match costs is at most the pattern's length times the text's. */
export const MAX_PATTERN = 512

/** Whether a pattern stands for itself alone. */
export const isLiteral = (pattern: string): boolean => !WILDCARD.test(pattern)

/** Whether a pattern matches every text. */
export const matchesAnything = (pattern: string): boolean => ANYTHING.test(pattern)

/**
 * Whether the pattern matches the whole text. Only the last `*` is ever gone back to: an earlier one could but take over what a later one has
 * matched already.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let p = 0
  let t = 0
  let afterStar = -1
  let taken = 0
  while (t < text.length) {
    const wanted = p < pattern.length ? pattern.charCodeAt(p) : -1
    if (wanted === STAR) {
      afterStar = ++p
      taken = t
    } else if (wanted === QUESTION_MARK || wanted === text.charCodeAt(t)) {
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
