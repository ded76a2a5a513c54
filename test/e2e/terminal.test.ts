/** What the command shows on a terminal. */
import { describe, expect, it } from 'vitest'
import { runOnScreen } from '../support/run-command.js'

const TRAIL = 'examples/trail'

describe('a table', () => {
  it.each([80, 200])('fits into %i columns, in colours', async (columns) => {
    const { status, output } = await runOnScreen(['decode', TRAIL], { columns })
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    const plain = output.replaceAll(/\u001b\[\d+m/g, '')
    for (const line of tableOf(plain)) expect(line.length, line).toBeLessThanOrEqual(columns)
    await expect(output).toMatchFileSnapshot(`golden/terminal-${columns}.ansi`)
  })

  it.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
    ['a terminal that cannot', [], { TERM: 'dumb' }],
  ])('has no escape sequence with %s', async (_, options, env) => {
    const { status, output } = await runOnScreen(['decode', TRAIL, ...options], { columns: 80, env })
    expect(status).toBe(0)
    expect(output).not.toContain('\u001b')
    expect(output).toContain('\n10:42:04  ')
  })

  it('is replaced by NDJSON on request', async () => {
    const { output } = await runOnScreen(['decode', TRAIL, '--format', 'ndjson', '--limit', '1'], { columns: 80 })
    expect(output.startsWith('{"eventVersion":"1.09"')).toBe(true)
  })
})

/** Returns all lines but the last one, which goes to standard error and wraps. */
const tableOf = (output: string): ReadonlyArray<string> => output.trimEnd().split('\n').slice(0, -1)
