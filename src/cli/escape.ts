/**
 * Values of records in a form that is safe to print. Callers choose the names in a record: an escape sequence in the
 * name of a table must not reach the terminal, and an invisible character must not make two names look alike.
 *
 * @module
 */

/**
 * Control and format characters (bidirectional and zero-width ones among them), line and paragraph separators, lone
 * surrogates, whatever is not drawn.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu

/** Returns the string with each unsafe character as JSON escapes it, `\u001b`. A JSON string keeps its value. */
export function escaped(content: string): string {
  return content.replace(UNSAFE, (character) => {
    let units = ''
    for (let i = 0; i < character.length; i++) units += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
    return units
  })
}
