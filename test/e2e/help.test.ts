/** What the help says is true: it fits on a screen, and its examples run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO } from '../../src/cli/options.js'
import { runCommand } from '../support/run-command.js'
import { wordsOf } from '../support/shell-words.js'

const COMMANDS = [[], ['decode'], ['history'], ['summary'], ['describe'], ['schema'], ['table'], ['demo'], ['complete']]

/** Its examples need a bucket, or a copy of one. */
const WITHOUT_EXAMPLES = [['validate']]

/** The lines of a screen. */
const SCREEN = 40

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-help-'))
  await runCommand(['demo', join(folder, DEMO)])
})
afterAll(() => rmSync(folder, { recursive: true }))

const helpOf = async (command: ReadonlyArray<string>): Promise<string> => (await runCommand([...command, '--help'])).out

/** The words of an example, which is run in the folder of the demo. */
function argumentsOf(line: string): ReadonlyArray<string> {
  const words = wordsOf(line)
  return (words.length === 1 && words[0] === 'demo' ? ['demo', DEMO] : words).map((word) => (word === DEMO ? join(folder, DEMO) : word))
}

describe('help', () => {
  it.each([...COMMANDS, ...WITHOUT_EXAMPLES].map((command) => [command]))('of %j fits on a screen of 80 columns', async (command) => {
    const help = await helpOf(command)
    expect(help.startsWith(`Usage: glue-trail ${command.join('')}`)).toBe(true)
    expect(help.trimEnd().split('\n').length).toBeLessThanOrEqual(SCREEN)
    // The script of a shell is a line to copy, and may be longer.
    const [options = ''] = help.split('\nOnce')
    for (const line of options.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it.each(COMMANDS.slice(1).map((command) => [command]))('of %j has every option', async (command) => {
    const help = await helpOf(command)
    const { out } = await runCommand(['complete', '--', ...command, '--'])
    const names = [...out.matchAll(/^(--[a-z-]+)/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(0)
    // A hyphen would continue the name.
    for (const name of names) expect(help).toMatch(new RegExp(`^  (?:-., )?(?:--[a-z-]+, )?${name}(?![a-z-])`, 'm'))
  })

  it('is the same with help and with --help', async () => {
    expect(await runCommand(['help', 'decode'])).toEqual({ status: 0, out: await helpOf(['decode']), err: '' })
  })

  it('has three examples for each command, which work', async () => {
    const helps = await Promise.all(COMMANDS.map(helpOf))
    const examples = helps.flatMap((help) => [...help.matchAll(/^ {2}glue-trail (?!complete)(.*)$/gm)].map(([, line = '']) => line))
    // The command "complete" has lines for shells instead, and help lists the commands without their name.
    expect(examples.length).toBe(3 * (COMMANDS.length - 1))
    for (const line of examples) {
      const { status, out, err } = await runCommand(argumentsOf(line))
      expect([line, status, out === '', err.includes('error')]).toEqual([line, 0, false, false])
    }
  })
})
