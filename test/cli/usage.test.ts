import { CommanderError, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { exitCodeOf, newCommand } from '../../src/cli/usage.js'

describe('newCommand', () => {
  it('reports what is wrong in one line, and throws', () => {
    const written: Array<string> = []
    const command = newCommand('read').option('--from <time>', 'since')
    command.configureOutput({ writeErr: (content) => written.push(content) })
    expect(() => command.parse(['--form', 'x'], { from: 'user' })).toThrow(CommanderError)
    expect(written.join('')).toBe("read: unknown option '--form' (Did you mean --from?); try --help\n")
  })

  it('suggests the option that is abbreviated, also where the help leaves it out', () => {
    const written: Array<string> = []
    const command = newCommand('read').option('--from <time>', 'since').option('-f, --format <format>', 'how')
    command.addOption(new Option('--unique', 'once').hideHelp()).configureOutput({ writeErr: (content) => written.push(content) })
    for (const word of ['--form', '--form=csv', '--uniqe', '--hel', '-x'])
      expect(() => command.parse([word], { from: 'user' })).toThrow(CommanderError)
    expect(written).toEqual([
      "read: unknown option '--form' (Did you mean --format?); try --help\n",
      "read: unknown option '--form=csv' (Did you mean --format?); try --help\n",
      "read: unknown option '--uniqe' (Did you mean --unique?); try --help\n",
      "read: unknown option '--hel' (Did you mean --help?); try --help\n",
      "read: unknown option '-x'; try --help\n",
    ])
  })

  it('suggests to decode what is a path in place of a command', () => {
    const written: Array<string> = []
    const command = newCommand('read').configureOutput({ writeErr: (content) => written.push(content) })
    command.command('decode').command('examine')
    for (const word of ['logs', 's3://bucket/AWSLogs', './decod', 'decod'])
      expect(() => command.parse([word], { from: 'user' })).toThrow(CommanderError)
    expect(written).toEqual([
      "read: unknown command 'logs' (Did you mean read decode logs?); try --help\n",
      "read: unknown command 's3://bucket/AWSLogs' (Did you mean read decode s3://bucket/AWSLogs?); try --help\n",
      "read: unknown command './decod' (Did you mean read decode ./decod?); try --help\n",
      "read: unknown command 'decod' (Did you mean decode?); try --help\n",
    ])
  })

  it('escapes what it repeats', () => {
    const written: Array<string> = []
    const command = newCommand('read').configureOutput({ writeErr: (content) => written.push(content) })
    expect(() => command.parse(['--x\u001b[2J\u{e0041}'], { from: 'user' })).toThrow(CommanderError)
    expect(written.join('')).toBe("read: unknown option '--x\\u001b[2J\\udb40\\udc41'; try --help\n")
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
