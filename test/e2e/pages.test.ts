/** What pages show of the command is what it prints, on a terminal of 100 columns. */
import { describe, expect, it } from 'vitest'
import { blocksOf, PAGES } from '../docs/markdown.js'
import { onTerminal } from './command.js'

const SESSION = /^\$ (?:npx )?glue-trail (.*)\n([\s\S]*)$/

const sessions = PAGES.flatMap((page) =>
  blocksOf(page)
    .filter(({ language }) => language === 'console')
    .map(({ code }) => {
      const [, line = '', shown = ''] = SESSION.exec(code) ?? []
      return { page, line, shown }
    }),
)

describe('sessions', () => {
  it('are found, and are of the command', () => {
    expect(sessions.length).toBeGreaterThan(5)
    expect(sessions.filter(({ line }) => line === '')).toEqual([])
  })

  it.each(sessions)('$page: glue-trail $line', async ({ line, shown }) => {
    const args = line.split(' ').map((arg) => arg.replace(/^'(.*)'$/, '$1'))
    const { status, text } = await onTerminal(args, { columns: 100, env: { NO_COLOR: '1' } })
    expect(status).toBe(0)
    expect(text).toBe(shown)
  })
})
