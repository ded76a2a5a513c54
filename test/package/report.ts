/**
 * Prints each check as a numbered sentence with its result, as soon as that is known.
 *
 * @module
 */

/** Counts of checks by result. */
export interface Tally {
  passed: number
  failed: number
}

/** A check throws if it fails. It returns a detail to print, such as a size. */
export type Check = (sentence: string, body: () => string | undefined | Promise<string | undefined>) => Promise<void>

/** Returns a function that runs checks, and the counts so far. */
export function newReport(): { readonly check: Check; readonly tally: Readonly<Tally> } {
  const tally: Tally = { passed: 0, failed: 0 }
  const check: Check = async (sentence, body) => {
    const number = tally.passed + tally.failed + 1
    try {
      const detail = await body()
      tally.passed++
      console.log(`ok    ${number}. ${sentence}${detail === undefined ? '' : `: ${detail}`}`)
    } catch (error) {
      tally.failed++
      const message = error instanceof Error ? error.message : String(error)
      console.log(`FAILS ${number}. ${sentence}\n${indented(message)}`)
    }
  }
  return { check, tally }
}

/** Returns a list for a failure's message; long ones are shortened. */
export function expectNone(what: string, found: ReadonlyArray<string>): void {
  if (found.length === 0) return
  const rest = found.length > 10 ? `\nand ${found.length - 10} more` : ''
  throw new Error(`${what}:\n${found.slice(0, 10).join('\n')}${rest}`)
}

// The build is minified: an uncaught error quotes a line of it, which may be a whole file.
function indented(message: string): string {
  const lines = message
    .trim()
    .split('\n')
    .map((line) => `      ${line.length > 300 ? `${line.slice(0, 300)} ...` : line}`)
  return lines.length > 40 ? [...lines.slice(0, 30), '      ...', ...lines.slice(-10)].join('\n') : lines.join('\n')
}
