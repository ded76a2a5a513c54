/**
 * "Did you mean" for words that are no commands, with commander's own sense of what is near.
 *
 * @module
 */
import { Command } from 'commander'

/** The candidates that are nearest to the word, as text in brackets; empty where none is near. */
export function nearMiss(word: string, candidates: ReadonlyArray<string>): string {
  const spelled = candidates.find((candidate) => candidate.toLowerCase() === word.toLowerCase())
  if (spelled !== undefined) return `(Did you mean ${spelled}?)`
  let said = ''
  const guess = new Command()
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: (message) => {
        said = message
      },
    })
  for (const candidate of candidates) guess.command(candidate)
  try {
    guess.parse(['--', word], { from: 'user' })
  } catch {
    // It always ends with an error, which has been heard.
  }
  return /\(Did you mean .*\)/.exec(said)?.[0] ?? ''
}
