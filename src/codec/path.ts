/**
 * Printing paths into a record. Names in a path come from the record, so they are escaped and cut before they are
 * printed.
 *
 * @module
 */

const MAX_NAME = 64

/**
 * Control and format characters (bidirectional and zero-width ones among them), line and paragraph separators, lone
 * surrogates, whatever is not drawn.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$-]*$/

/**
 * Returns a member name or map key that is safe to print: cut at 64 characters, control and invisible characters
 * escaped. Printable names are returned unchanged.
 */
export const printable = (name: string): string => printableUpTo(name, MAX_NAME)

/** Returns a name that is safe to print, cut at another length. */
export function printableUpTo(name: string, maxLength: number): string {
  const short = name.length > maxLength ? `${name.slice(0, maxLength - 1)}…` : name
  return short.replace(UNPRINTABLE, escapeOf)
}

/** Returns a character as JSON escapes each of its UTF-16 units, `\u001b`. */
export const escapeOf = (character: string): string =>
  character.replace(UNIT, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const UNIT = /[\s\S]/g

/**
 * Prints a path such as `requestParameters.tableInput.columns[3].name`; names that are not identifiers are in brackets
 * and quotes. The names must be printable.
 */
export function printPath(path: ReadonlyArray<string | number>): string {
  let content = ''
  for (const key of path) {
    if (typeof key === 'number') {
      content += `[${key}]`
    } else {
      if (IDENTIFIER.test(key)) {
        content += content === '' ? key : `.${key}`
      } else {
        content += `["${key.replaceAll('"', '\\"')}"]`
      }
    }
  }
  return content
}
