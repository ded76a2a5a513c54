/**
 * A long string that is made of many pieces.
 *
 * @module
 */

/** So many pieces are joined at once: a piece takes more memory than its characters. */
const MOST_PIECES = 10_000

/** Returns a function that adds a piece; called without one, it returns all pieces as one string. */
export function longString(): (piece?: string) => string {
  let joined = ''
  let pieces: Array<string> = []
  return (piece) => {
    if (piece !== undefined && pieces.push(piece) < MOST_PIECES) return ''
    joined += pieces.join('')
    pieces = []
    return joined
  }
}
