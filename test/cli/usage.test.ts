import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { exitCodeOf, newCommand } from '../../src/cli/usage.js'

describe('newCommand', () => {
  it('says what is wrong behind its help, and throws', () => {
    const said: Array<string> = []
    const command = newCommand('read').option('--from <time>', 'since')
    command.configureOutput({ writeErr: (text) => said.push(text) })
    expect(() => command.parse(['--form', 'x'], { from: 'user' })).toThrow(CommanderError)
    expect(said.join('')).toBe(
      "Usage: read [options]\n\nOptions:\n  --from <time>  since\n  -h, --help     this help\n\nerror: unknown option '--form'\n(Did you mean --from?)\n",
    )
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
