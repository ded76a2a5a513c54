/**
 * Sessions on pages show what the command prints on a terminal of 100 columns. `-u` updates the pages.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PAGES, textOf } from '../docs/markdown.js'
import { ROOT } from '../support/root.js'
import { runCommand, runOnScreen } from '../support/run-command.js'
import { wordsOf } from '../support/shell-words.js'

const SESSION = /(^```console\n\$ (?:npx )?glue-trail (.*)\n)([\s\S]*?)(?=^```$)/gm

const sessionsOf = (page: string) =>
  [...textOf(page).matchAll(SESSION)].map(([whole, command = '', line = '']) => ({ page, whole, command, line }))

const pages = PAGES.filter((page) => textOf(page).includes('```console\n'))
const sessions = pages.flatMap(sessionsOf)

describe('sessions', () => {
  it('are found, and run the command', () => {
    expect(sessions.length).toBeGreaterThan(5)
    expect(sessions.length).toBe(pages.flatMap((page) => textOf(page).split('```console\n').slice(1)).length)
  })

  it.each(sessions)('$page: glue-trail $line succeeds', async ({ line }) => {
    expect((await runCommand(wordsOf(line))).status).toBe(0)
  })

  it.each(pages)('of %s show what the command prints', async (page) => {
    let output = textOf(page)
    for (const { whole, command, line } of sessionsOf(page)) {
      const shown = await runOnScreen(wordsOf(line), { columns: 100, env: { NO_COLOR: '1' } })
      output = output.replace(whole, () => command + shown.output)
    }
    await expect(output).toMatchFileSnapshot(join(ROOT, page))
  })
})
