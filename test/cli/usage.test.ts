import { type Command, CommanderError, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { exitCodeOf, newCommand, writeTo } from '../../src/cli/usage.js'

/** The messages that a command writes for each of these arguments, which it does not take. */
function messagesOf(command: Command, words: ReadonlyArray<string>): ReadonlyArray<string> {
  const written: Array<string> = []
  command.configureOutput({ writeErr: (content) => written.push(content) })
  for (const word of words) expect(() => command.parse([word], { from: 'user' })).toThrow(CommanderError)
  return written
}

describe('newCommand', () => {
  it('reports what is wrong in one line, and throws', () => {
    const command = newCommand('read').option('--from <time>', 'since')
    expect(messagesOf(command, ['--form'])).toEqual(["read: unknown option '--form' (Did you mean --from?); try --help\n"])
  })

  it('suggests the option that is abbreviated, also where the help leaves it out', () => {
    const command = newCommand('read').option('--from <time>', 'since').option('-f, --format <format>', 'how')
    command.addOption(new Option('--unique', 'once').hideHelp())
    expect(messagesOf(command, ['--form', '--form=csv', '--uniqe', '--hel', '-x'])).toEqual([
      "read: unknown option '--form' (Did you mean --format?); try --help\n",
      "read: unknown option '--form=csv' (Did you mean --format?); try --help\n",
      "read: unknown option '--uniqe' (Did you mean --unique?); try --help\n",
      "read: unknown option '--hel' (Did you mean --help?); try --help\n",
      "read: unknown option '-x'; try --help\n",
    ])
  })

  it('suggests to decode what is a path in place of a command', () => {
    const command = newCommand('read')
    command.command('decode').command('examine')
    expect(messagesOf(command, ['logs', 's3://bucket/AWSLogs', './decod', 'decod'])).toEqual([
      "read: unknown command 'logs' (Did you mean read decode logs?); try --help\n",
      "read: unknown command 's3://bucket/AWSLogs' (Did you mean read decode s3://bucket/AWSLogs?); try --help\n",
      "read: unknown command './decod' (Did you mean read decode ./decod?); try --help\n",
      "read: unknown command 'decod' (Did you mean decode?); try --help\n",
    ])
  })

  it('escapes what it repeats', () => {
    expect(messagesOf(newCommand('read'), ['--x\u001b[2J\u{e0041}'])).toEqual([
      "read: unknown option '--x\\u001b[2J\\udb40\\udc41'; try --help\n",
    ])
  })

  it('cuts what it repeats', () => {
    const [message = ''] = messagesOf(newCommand('read'), ['x'.repeat(100_000), `--${'x'.repeat(100_000)}`])
    expect(message.length).toBeLessThan(2100)
    expect(message.endsWith('try --help\n')).toBe(true)
  })
})

describe('writeTo', () => {
  it('does not take a terminal that says 0 columns for a narrow one', () => {
    const helpFor = (columns: number | undefined): ReadonlyArray<string> => {
      const written: Array<string> = []
      const stream = { columns, write: (output: string | Uint8Array) => written.push(`${output}`) > 0 }
      const command = writeTo(newCommand('read').description('word '.repeat(40)), { stdout: stream, stderr: stream })
      command.outputHelp()
      command.outputHelp({ error: true })
      return written
    }
    expect(helpFor(0)).toEqual(helpFor(80))
    expect(helpFor(0)).not.toEqual(helpFor(40))
  })
})

describe('exitCodeOf', () => {
  it.each([
    [new CommanderError(0, 'commander.helpDisplayed', ''), 0],
    [new CommanderError(0, 'commander.version', ''), 0],
    [new CommanderError(1, 'commander.unknownOption', ''), 2],
    [new CommanderError(1, 'commander.help', ''), 2],
    [new Error('something else'), undefined],
    ['no error', undefined],
  ])('%s', (error, code) => {
    expect(exitCodeOf(error)).toBe(code)
  })
})
