/**
 * Wrong usage of the command: what is said, and how the command is read at all.
 *
 * @module
 */
import { Command, CommanderError } from 'commander'
import { OK, USAGE } from './exit-code.js'
import type { Streams } from './screen.js'

/** A command that answers wrong usage with its help and, behind it, where it is seen, with what is wrong and the nearest right word. */
export function newCommand(name: string): Command {
  const command = new Command(name).exitOverride().helpOption('-h, --help', 'this help').helpCommand(false)
  return command.configureOutput({
    outputError: (message, write) => {
      command.outputHelp({ error: true })
      write(`\n${message}`)
    },
  })
}

/** Makes a command and those below it write help and complaints to these streams, and returns it. */
export function writeTo(command: Command, streams: Pick<Streams, 'stdout' | 'stderr'>): Command {
  const { stdout, stderr } = streams
  command.configureOutput({
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
    getErrHelpWidth: () => stderr.columns ?? HELP_WIDTH,
  })
  for (const each of command.commands) writeTo(each, streams)
  return command
}

/** The width of help where no terminal sets one. */
const HELP_WIDTH = 80

/** The exit status for what commander threw: help and version are no errors. `undefined` where it is none of commander's. */
export function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined
  return error.exitCode === 0 ? OK : USAGE
}
