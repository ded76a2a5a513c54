/**
 * Suggestions for words that are not known: what they abbreviate, else by commander's measure of similarity.
 *
 * @module
 */
import { Command } from 'commander'

/** A word that begins more candidates abbreviates none. */
const MOST_LONGER = 3

/** Returns the candidates nearest to the word, such as `(Did you mean decode?)`; an empty string where none is near. */
export function nearMiss(word: string, candidates: ReadonlyArray<string>): string {
  const respelled = candidates.find((candidate) => candidate.toLowerCase() === word.toLowerCase())
  if (respelled !== undefined) return `(Did you mean ${respelled}?)`
  const longer = word === '' ? [] : candidates.filter((candidate) => candidate.startsWith(word)).toSorted()
  if (longer.length > 0 && longer.length <= MOST_LONGER)
    return `(Did you mean ${longer.length === 1 ? '' : 'one of '}${longer.join(', ')}?)`
  let reported = ''
  const guess = new Command()
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: (message) => {
        reported = message
      },
    })
  for (const candidate of candidates) guess.command(candidate)
  try {
    guess.parse(['--', word], { from: 'user' })
  } catch {
    // It always ends with an error, which is reported by now.
  }
  return /\(Did you mean .*\)/.exec(reported)?.[0] ?? ''
}
