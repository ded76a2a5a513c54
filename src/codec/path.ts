/**
 * Printing paths into a record. Names in a path come from the record, so they are escaped and cut before they are
 * printed.
 *
 * @module
 */

const MAX_NAME = 64

/** C0, DEL and C1 controls, line and paragraph separators, zero-width and bidirectional controls, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$-]*$/

/**
 * Returns a member name or map key that is safe to print: cut at 64 characters, control characters escaped. Printable
 * names are returned unchanged.
 */
export const printable = (name: string): string => printableUpTo(name, MAX_NAME)

/** Returns a name that is safe to print, cut at another length. */
export function printableUpTo(name: string, maxLength: number): string {
  const short = name.length > maxLength ? `${name.slice(0, maxLength - 1)}…` : name
  return short.replace(UNPRINTABLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

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
