/**
 * Completions for bash, zsh and fish: the script that a shell sources, and what it then prints for words on the command
 * line.
 *
 * @module
 */
import { script } from '@bomb.sh/tab'
import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

/** Values that are completed, with the command and the name of its option or argument. */
export interface Completed {
  readonly command: string
  readonly name: string
  readonly values: ReadonlyArray<string>
}

const NO_FILES = ':4'
const FILES = ':0'

/**
 * Returns the script for a shell. The library's script for bash fails when it is sourced a second time in a session,
 * also by another command that uses the library, and never falls back to names of files: both are changed.
 */
export function scriptFor(shell: string, name: string): string {
  const printed = printedBy(() => script(shell, name, name))
  const changed = printed.replace(/^readonly /gm, '').replace(/^complete -F /m, 'complete -o default -o bashdefault -F ')
  return shell === 'bash' ? changed : printed
}

/**
 * Returns what `complete -- <words>` prints for a shell. The library forbids names of files everywhere, although most
 * arguments are such names. They are allowed where the library has nothing else to offer.
 *
 * @param program - A program with all its commands except `complete`, which is added to it.
 * @param completed - What is completed besides commands, options and choices.
 * @param words - The words after the command's name; the last one is to be completed.
 */
export function answerTo(program: Command, completed: ReadonlyArray<Completed>, words: ReadonlyArray<string>): string {
  const completion = tab(program)
  for (const { command, name, values } of completed) {
    const known = completion.commands.get(command)
    const target = known?.options.get(name) ?? known?.arguments.get(name)
    if (target === undefined) throw new Error(`nothing to complete: ${command} ${name}`)
    target.handler = (complete: (value: string, description: string) => void) => {
      for (const value of values) complete(value, '')
    }
  }
  const printed = printedBy(() => completion.parse([...words]))
  return printed === `${NO_FILES}\n` && !words.at(-1)?.startsWith('-') ? `${FILES}\n` : printed
}

/** Returns what a function prints with `console.log`, which is the library's only output. */
function printedBy(print: () => void): string {
  const { log } = console
  const printed: Array<string> = []
  console.log = (line: string): void => {
    printed.push(`${line}\n`)
  }
  try {
    print()
  } finally {
    console.log = log
  }
  return printed.join('')
}
