/**
 * The content of a cell of CSV: each quote twice, and nothing that a spreadsheet runs as a formula.
 *
 * It is made unit by unit in memory that is used again: a string may have a million quotes or formulas, and each match
 * of a regular expression would take a hundred bytes.
 *
 * @module
 */

/** What begins a formula, full-width forms among them, and as JSON can write it so that the value stays what it is. */
const FORMULAS: ReadonlyMap<number, string> = new Map(
  [0x2b, 0x2d, 0x3d, 0x40, 0xff0b, 0xff0d, 0xff1d, 0xff20].map((unit) => [unit, `\\u${unit.toString(16).padStart(4, '0')}`]),
)

const QUOTE = 0x22
const APOSTROPHE = 0x27
const SEMICOLON = 0x3b
const LAST_OF_ASCII = 0x7f

const ASCII = /^[\x20-\x7e]*$/

/** The most units that one becomes. */
const LONGEST = 6

const SPACE = /\p{Zs}/u

/** Spreadsheets skip these before a formula. */
const isSkipped = (unit: number): boolean =>
  unit === 0x20 || unit === QUOTE || unit === APOSTROPHE || (unit > LAST_OF_ASCII && SPACE.test(String.fromCharCode(unit)))

/**
 * Returns a function that takes the content of a cell slice by slice, and returns what is written of it.
 *
 * A spreadsheet may find a formula at the beginning of a cell, and after a semicolon, which separates cells in many
 * locales. `'` precedes it; in JSON it is written as an escape where it follows a semicolon.
 */
export function cellWriter(isJson: boolean): (slice: string) => string {
  let mayBegin = true
  let afterSemicolon = false
  return (slice) => {
    const isAscii = ASCII.test(slice)
    const units = isAscii ? bytesFor(slice) : new Uint16Array(bytesFor(slice).buffer)
    let length = 0
    for (let i = 0; i < slice.length; i++) {
      const unit = slice.charCodeAt(i)
      const formula = mayBegin ? FORMULAS.get(unit) : undefined
      if (formula !== undefined && afterSemicolon && isJson) {
        for (let k = 0; k < formula.length; k++) units[length++] = formula.charCodeAt(k)
      } else {
        if (formula !== undefined) units[length++] = APOSTROPHE
        if (unit === QUOTE) units[length++] = QUOTE
        units[length++] = unit
      }
      if (unit === SEMICOLON) {
        mayBegin = true
        afterSemicolon = true
      } else if (mayBegin) mayBegin = isSkipped(unit)
    }
    return isAscii ? scratch.toString('latin1', 0, length) : scratch.toString('utf16le', 0, 2 * length)
  }
}

let scratch = Buffer.allocUnsafeSlow(0)

/** Returns memory for all that may be written of a slice. What it had is lost. */
function bytesFor({ length }: string): Buffer<ArrayBuffer> {
  const needed = 2 * LONGEST * length
  if (scratch.length < needed) scratch = Buffer.allocUnsafeSlow(needed)
  return scratch
}
