/**
 * How many columns of a terminal a string takes, and strings cut to a number of columns: East Asian characters and
 * emoji take two.
 *
 * @module
 */
import stringWidth from 'string-width'
import { firstUnits, lastUnits } from './clip.js'

const ASCII = /^[ -~]*$/

/**
 * What terminals draw in two columns. The tables of the library are older than some of it: hexagrams, for example, are
 * wide since Unicode 16. Ranges go on over what is not assigned yet, as cells that are too narrow break a table.
 */
const WIDE =
  /[\p{Emoji_Presentation}\u{2630}-\u{2637}\u{268a}-\u{268f}\u{4dc0}-\u{4dff}\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d356}\u{1d360}-\u{1d376}\u{1f260}-\u{1f265}]/gu

/**
 * Combining marks take no column, and a character may carry any number of them. A cell holds at most this many UTF-16
 * units for each of its columns, so that the work for a cell depends on its width alone. No script needs as many.
 */
const UNITS_PER_COLUMN = 4

/** Longer strings are not measured. */
const MOST_MEASURED = 4096

/** Returns the width of a string without control characters; for a very long one, an upper bound. */
export function widthOf(content: string): number {
  if (content.length > MOST_MEASURED) return 2 * content.length
  return ASCII.test(content)
    ? content.length
    : stringWidth(content.replace(WIDE, (character) => (stringWidth(character) < 2 ? '字' : character)))
}

/** Where a string that is too long loses characters: at its end, or in its middle where the end says more. */
export type Cut = 'end' | 'middle'

/** Returns the string in exactly `width` columns: padded with spaces, or cut where it is longer. */
export function fitted(content: string, width: number, cut: Cut): string {
  const units = width * UNITS_PER_COLUMN
  if (content.length <= units) {
    const missing = width - widthOf(content)
    if (missing >= 0) return content + ' '.repeat(missing)
  }
  const tail = cut === 'end' ? 0 : Math.floor((width - 1) / 2)
  const end =
    tail === 0
      ? ''
      : taken(charactersOf(lastUnits(content, units)).toReversed(), tail)
          .reverse()
          .join('')
  const short = `${taken(charactersOf(firstUnits(content, units)), width - 1 - widthOf(end)).join('')}…${end}`
  // A wide character that does not fit leaves a column empty.
  return short + ' '.repeat(Math.max(width - widthOf(short), 0))
}

/**
 * Returns the string in lines of at most `width` columns, broken between words; words that are longer than a line are
 * broken too, and so are characters that are wider than a line.
 */
export function wrapped(content: string, width: number): ReadonlyArray<string> {
  const lines: Array<string> = []
  let line: Array<string> = []
  let used = 0
  // A character may be any number of code points: Korean consonants in a row, for example.
  const characters = charactersOf(content).flatMap((each) => (widthOf(each) > width ? [...each] : each))
  for (const character of characters) {
    const columns = widthOf(character)
    // Again where the word that moves to the next line leaves no room there either.
    while (used + columns > width && line.length > 0) {
      const space = character === ' ' ? line.length : line.lastIndexOf(' ')
      const rest = space > 0 ? line.slice(space + 1) : []
      lines.push(line.slice(0, space > 0 ? space : line.length).join(''))
      line = rest
      used = rest.reduce((sum, each) => sum + widthOf(each), 0)
    }
    if (character === ' ' && line.length === 0) continue
    line.push(character)
    used += columns
  }
  return [...lines, line.join('')]
}

/** Returns what is drawn as single characters; each may be several of Unicode's. */
function charactersOf(content: string): ReadonlyArray<string> {
  if (ASCII.test(content)) return [...content]
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(content)].map(({ segment }) => segment)
}

/** Returns the characters from the first on that fit into `width` columns. */
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
