/** `glue-trail history` and `glue-trail summary` on the example trail. */
import { describe, expect, it } from 'vitest'
import { runCommand, runOnScreen } from '../support/run-command.js'

const TRAIL = 'examples/trail'

describe('history', () => {
  it('shows the calls about a table', async () => {
    const { status, out, err } = await runCommand(['history', 'finance.ledger', TRAIL, '--format', 'table'])
    expect([status, err]).toEqual([0, '8 files, 149 records, 98 Glue, 2 matched, 1 unknown, 0 nonconforming, 0 broken\n'])
    await expect(out).toMatchFileSnapshot('golden/history.txt')
  })

  it.each([80, 200])('fits into %i columns', async (columns) => {
    const { status, output } = await runOnScreen(['history', 'finance.ledger', TRAIL, '--no-color'], { columns })
    expect(status).toBe(0)
    expect(output).toContain('CREATED')
    for (const line of tableOf(output)) expect(line.length, line).toBeLessThanOrEqual(columns)
  })

  it('refuses what is not a table', async () => {
    const { status, out, err } = await runCommand(['history', 'finance', TRAIL])
    expect([status, out]).toEqual([2, ''])
    expect(err).toBe("glue-trail history: 'finance' is not a table: expected database.table, or the ARN of a table; try --help\n")
  })
})

describe('summary', () => {
  it('counts actors, APIs, resources, errors, and calls over time', async () => {
    const { status, out } = await runCommand(['summary', TRAIL])
    expect(status).toBe(0)
    await expect(out).toMatchFileSnapshot('golden/summary.txt')
  })

  it.each([80, 200])('fits into %i columns, in colours', async (columns) => {
    const { status, output } = await runOnScreen(['summary', TRAIL, '--source', '*'], { columns })
    expect(status).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    const plain = output.replaceAll(/\u001b\[\d+m/g, '')
    expect(plain).not.toBe(output)
    for (const line of tableOf(plain)) expect(line.length, line).toBeLessThanOrEqual(columns)
  })

  it('adds up to what decode shows', async () => {
    const { calls, others, apis, warnings } = JSON.parse((await runCommand(['summary', TRAIL, '--format', 'json', '--top', '1000'])).out)
    const shown = (await runCommand(['decode', TRAIL])).out.trimEnd().split('\n').length
    expect(calls + others).toBe(shown)
    expect(apis.top.reduce((sum: number, api: { readonly calls: number }) => sum + api.calls, 0)).toBe(calls)
    expect([apis.rest, warnings]).toEqual([0, []])
  })
})

/** Returns all lines but the last one, which goes to standard error and wraps. */
const tableOf = (output: string): ReadonlyArray<string> => output.trimEnd().split('\n').slice(0, -1)
