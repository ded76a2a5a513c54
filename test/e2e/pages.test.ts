/** What README and the reference show of the command is what it prints, on a terminal of 100 columns. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onTerminal, ROOT } from './command.js'

const sessions = ['README.md', 'docs/reference/command.md'].flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```console\n\$ glue-trail (.*)\n([\s\S]*?)^```/gm)].map(
    ([, line = '', shown = '']) => ({ page, line, shown }),
  ),
)

describe('sessions', () => {
  it('are shown on each page', () => {
    expect(new Set(sessions.map(({ page }) => page)).size).toBe(2)
  })

  it.each(sessions)('$page: glue-trail $line', async ({ line, shown }) => {
    const args = line.split(' ').map((arg) => arg.replace(/^'(.*)'$/, '$1'))
    const { status, text } = await onTerminal(args, { columns: 100, env: { NO_COLOR: '1' } })
    expect(status).toBe(0)
    expect(text).toBe(shown)
  })
})
