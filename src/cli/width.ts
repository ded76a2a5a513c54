/**
 * How many columns of a terminal a text takes, and texts cut to a number of them: East Asian characters and emoji take two.
 *
 * @module
 */
import stringWidth from 'string-width'

const ASCII = /^[ -~]*$/

/** The width of a text without controls. */
export const widthOf = (text: string): number => (ASCII.test(text) ? text.length : stringWidth(text))

/** Where a text that is too long loses characters: at its end, or in its middle where the end tells more. */
export type Cut = 'end' | 'middle'

/** The text in exactly `width` columns: filled with spaces, or cut where it is longer. */
export function fitted(text: string, width: number, cut: Cut): string {
  const missing = width - widthOf(text)
  if (missing >= 0) return text + ' '.repeat(missing)
  const tail = cut === 'end' ? 0 : Math.floor((width - 1) / 2)
  const characters = charactersOf(text)
  const end = taken(characters.toReversed(), tail).reverse().join('')
  const short = `${taken(characters, width - 1 - widthOf(end)).join('')}…${end}`
  // A wide character that has no room leaves a column empty.
  return short + ' '.repeat(width - widthOf(short))
}

/** What is drawn as one character may be several of Unicode's. */
function charactersOf(text: string): ReadonlyArray<string> {
  if (ASCII.test(text)) return [...text]
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
}

/** The characters from the first on that have room in `width` columns. */
function taken(characters: ReadonlyArray<string>, width: number): Array<string> {
  let used = 0
  let count = 0
  for (const character of characters) {
    used += widthOf(character)
    if (used > width) break
    count++
  }
  return characters.slice(0, count)
}
