/** What the help says is true: its examples run. */
import { describe, expect, it } from 'vitest'
import { runCommand } from '../support/run-command.js'
import { wordsOf } from '../support/shell-words.js'

const COMMANDS = [[], ['decode'], ['history'], ['summary'], ['describe'], ['table'], ['complete']]

const helpOf = async (command: ReadonlyArray<string>): Promise<string> => (await runCommand([...command, '--help'])).out

describe('help', () => {
  it.each(COMMANDS.map((command) => [command]))('of %j fits into 80 columns', async (command) => {
    const help = await helpOf(command)
    expect(help.startsWith(`Usage: glue-trail ${command.join('')}`)).toBe(true)
    // Examples are lines to copy, and may be longer.
    const [options = ''] = help.split(/\n(?:Examples|Once)/)
    for (const line of options.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it('is the same by help and by --help', async () => {
    expect(await runCommand(['help', 'decode'])).toEqual({ status: 0, out: await helpOf(['decode']), err: '' })
  })

  it('has examples that work', async () => {
    const helps = await Promise.all(COMMANDS.map(helpOf))
    const examples = helps.flatMap((help) => [...help.matchAll(/^ {2}glue-trail (?!complete)(.*)$/gm)].map(([, line = '']) => line))
    expect(examples.length).toBeGreaterThan(8)
    // Those with a pipe need a shell, and those with --out write into the folder they run in.
    for (const line of examples.filter((line) => !/ \| | --out /.test(line))) {
      const { status, out, err } = await runCommand(wordsOf(line))
      expect([line, status, out === '', err.includes('error')]).toEqual([line, 0, false, false])
    }
  })
})
