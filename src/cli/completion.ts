/**
 * Shell completions for bash, zsh and fish: the script that a shell sources, and the answers to what it then asks.
 *
 * @module
 */
import { script } from '@bomb.sh/tab'
import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'

/** Values that are completed, by the command and the name of its option or argument. */
export interface Completed {
  readonly command: string
  readonly name: string
  readonly values: ReadonlyArray<string>
}

const NO_FILES = ':4'
const FILES = ':0'

/**
 * The script for a shell. As the library prints it, that for bash may be sourced only once in a session, by all commands that use the library, and
 * never falls back to the names of files.
 */
export function scriptFor(shell: string, name: string): string {
  const printed = printedBy(() => script(shell, name, name))
  const mended = printed.replace(/^readonly /gm, '').replace(/^complete -F /m, 'complete -o default -o bashdefault -F ')
  return shell === 'bash' ? mended : printed
}

/**
 * The answer to what a shell asks by `complete -- <words>`. The library forbids names of files everywhere, which are what most of our arguments
 * are: where it has nothing else to offer, they are allowed.
 *
 * @param program - A program with all its commands but `complete`, which is added to it.
 * @param completed - What is completed besides commands, options and choices.
 * @param words - What is typed behind the command's name, the last of them the word that is to be completed.
 */
export function answerTo(program: Command, completed: ReadonlyArray<Completed>, words: ReadonlyArray<string>): string {
  const completion = tab(program)
  for (const { command, name, values } of completed) {
    const known = completion.commands.get(command)
    const place = known?.options.get(name) ?? known?.arguments.get(name)
    if (place === undefined) throw new Error(`nothing to complete: ${command} ${name}`)
    place.handler = (complete: (value: string, description: string) => void) => {
      for (const value of values) complete(value, '')
    }
  }
  const printed = printedBy(() => completion.parse([...words]))
  return printed === `${NO_FILES}\n` && !words.at(-1)?.startsWith('-') ? `${FILES}\n` : printed
}

/** What a function prints with `console.log`, which is all the library does. */
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
