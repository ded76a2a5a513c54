/**
 * Suggestions for words that are not known, by commander's measure of similarity.
 *
 * @module
 */
import { Command } from 'commander'

/** Returns the candidates nearest to the word, such as `(Did you mean decode?)`; an empty string where none is near. */
export function nearMiss(word: string, candidates: ReadonlyArray<string>): string {
  const respelled = candidates.find((candidate) => candidate.toLowerCase() === word.toLowerCase())
  if (respelled !== undefined) return `(Did you mean ${respelled}?)`
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
