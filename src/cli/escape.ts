/**
 * Values of records as text that is safe to print. Names in a record come from whoever made the call: an escape sequence in a table's name must
 * not reach the terminal, and a character that nobody sees must not make two names look alike.
 *
 * @module
 */

/** Controls, formats (bidirectional and zero-width ones among them), line and paragraph separators, lone surrogates, whatever is not drawn. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu

/** The text with each unsafe character as JSON writes it, `\u001b`. Inside a JSON string that changes nothing but the looks. */
export function escaped(text: string): string {
  return text.replace(UNSAFE, (character) => {
    let units = ''
    for (let i = 0; i < character.length; i++) units += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
    return units
  })
}
