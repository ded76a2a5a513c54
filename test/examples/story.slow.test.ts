/** The output of `npm run demo`, with and without colour, and the commands that it suggests. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../examples/chapters.js'
import { onTerminal, shell } from '../e2e/command.js'
import { ROOT } from '../support/root.js'

/** Runs the demo with its output in a pipe. */
function storyOf(...args: ReadonlyArray<string>): string {
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'examples/demo.ts', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
const COLOURS = /\u001b\[\d+m/g

describe('the story', () => {
  const story = storyOf()
  const lines = story.trimEnd().split('\n')

  it('matches the recorded output', async () => {
    await expect(story).toMatchFileSnapshot('golden/story.txt')
  })

  it('fits all chapters on two screens', () => {
    expect(lines.length).toBeLessThan(75)
    const heads = lines.filter((line) => /^\d\d:\d\d {2}/.test(line))
    expect(heads).toEqual(CHAPTERS.map(({ title }) => title))
    for (const word of ['deploys', 'crawler', 'denied', 'dropped', 'password', 'root', 'too large'])
      expect(heads.join(), word).toContain(word)
  })

  it('has a call and an answer in every chapter', () => {
    const chapters = story.split(/\n(?=\d\d:\d\d {2})/).slice(1)
    for (const chapter of chapters) {
      expect(chapter).toMatch(/^ {2}\d\d:\d\d:\d\d {2}/m)
      expect(chapter).toMatch(/^ {2}[a-z]\w+ +\S/m)
      expect(chapter).not.toContain('undefined')
    }
  })

  it('shows no secret', () => {
    for (const secret of ['example-not-for-print', 'five', 'sessionToken']) expect(story).not.toContain(secret)
  })

  it.each([80, 140])('fits into %i columns', (width) => {
    for (const line of storyOf('--width', String(width)).split('\n')) {
      // Commands are not wrapped, so that they can be copied.
      if (!/^ {2}(?:node|npm) /.test(line)) expect([...line].length, line).toBeLessThanOrEqual(width)
    }
  })

  it('is the same in colour on a terminal', async () => {
    const { status, text } = await onTerminal([], { columns: 100, program: ['--import', 'tsx', 'examples/demo.ts'] })
    expect(status).toBe(0)
    expect(text).toMatch(COLOURS)
    expect(text.replaceAll(COLOURS, '')).toBe(story)
    expect((await onTerminal([], { columns: 100, program: ['--import', 'tsx', 'examples/demo.ts'], env: { NO_COLOR: '1' } })).text).toBe(
      story,
    )
  })
})

describe('what to try next', () => {
  const commands = [...storyOf('--width', '140').matchAll(/^ {2}((?:node|npm run) .*?) {2}/gm)].map((match) => match[1] ?? '')

  it('are five commands, and npm run build exists', () => {
    expect(commands.length).toBe(5)
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: object }
    expect(scripts).toHaveProperty('build')
  })

  it.each(commands)('%s', (command) => {
    const { status, out } = shell(command)
    expect(status).toBe(0)
    expect(out.split('\n').length).toBeGreaterThan(1)
    expect(out).toMatch(/finance\.ledger|finance\/ledger|DeleteTable|StartJobRun/)
  })
})
