/**
 * Wrong usage of the command, and how the command line is parsed.
 *
 * @module
 */
import { Command, CommanderError, Option } from 'commander'
import { errorLine } from './escape.js'
import { OK, USAGE } from './exit-code.js'
import { optionLines } from './help-line.js'
import { nearMiss } from './near-miss.js'
import type { Streams } from './screen.js'

/** Returns a command that reports wrong usage in one line, with the nearest word that would be right. */
export function newCommand(name: string): Command {
  const command = new Command(name)
    .exitOverride()
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Output:'))
    .helpCommand(false)
    .configureHelp({ ...optionLines, argumentDescription: ({ description }) => description })
  return command.configureOutput({ outputError: (message, write) => write(usageLine(command, message)) })
}

const PREFIX = /^error: /
const SUGGESTION = /\s*\n(\(.*\))\s*$/
const UNKNOWN_OPTION = /^unknown option '(--[^=']+)/
const INVALID = "' is invalid"
const CHOICES = '. Allowed choices are '
const UNKNOWN_COMMAND = /^unknown command '(.+)'$/
const PATH = /[/\\.]/
const END = /[.\s]+$/
const LINE_BREAK = /\s*\n\s*/g

/** Returns the line for what is wrong. Arguments that it repeats are escaped. */
function usageLine(command: Command, message: string): string {
  const [, suggestion] = SUGGESTION.exec(message) ?? []
  const problem = message.replace(SUGGESTION, '').replace(PREFIX, '').replace(END, '').replace(LINE_BREAK, '; ')
  const [, word] = UNKNOWN_COMMAND.exec(problem) ?? []
  const near = nearest(problem, command) ?? suggestion ?? ''
  // A word that is no command, nor near one, is probably a path.
  const hint = word !== undefined && (near === '' || PATH.test(word)) ? `(Did you mean ${command.name()} decode ${word}?)` : near
  const names = command.parent === null ? [command.name()] : [command.parent.name(), command.name()]
  return `${errorLine(`${names.join(' ')}: ${problem}${hint && ` ${hint}`}; try --help`)}\n`
}

/** Returns the suggestion for an option that does not exist, or a value that is not among the choices. */
function nearest(problem: string, command: Command): string | undefined {
  const [, option] = UNKNOWN_OPTION.exec(problem) ?? []
  if (option !== undefined) return nearMiss(option, optionsOf(command))
  const [start = '', choices] = problem.split(CHOICES)
  const value = start.split(INVALID)[0]?.split("'").at(-1)
  if (value === undefined || choices === undefined) return undefined
  const list = choices.split(', ')
  const near = nearMiss(value, list)
  // A suggestion of all of them repeats the list.
  return list.length > 1 && list.every((choice) => near.includes(choice)) ? '' : near
}

/** Returns the long names of all options. Commander suggests none of those that are abbreviated. */
const optionsOf = ({ options, parent }: Command): ReadonlyArray<string> => [
  '--help',
  ...[...options, ...(parent?.options ?? [])].flatMap(({ long }) => long ?? []),
]

/** Makes a command and its subcommands write help and errors to these streams, and returns it. */
export function writeTo(command: Command, streams: Pick<Streams, 'stdout' | 'stderr'>): Command {
  const { stdout, stderr } = streams
  command.configureOutput({
    writeOut: (content) => void stdout.write(content),
    writeErr: (content) => void stderr.write(content),
    // A new terminal may say 0 until it knows its size.
    getOutHelpWidth: () => stdout.columns || HELP_WIDTH,
    getErrHelpWidth: () => stderr.columns || HELP_WIDTH,
  })
  for (const each of command.commands) writeTo(each, streams)
  return command
}

/** The width of help where no terminal sets one. */
const HELP_WIDTH = 80

/**
 * Returns the exit status for what commander threw, or `undefined` for any other error. Help and version are not
 * errors.
 */
export function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined
  return error.exitCode === 0 ? OK : USAGE
}
